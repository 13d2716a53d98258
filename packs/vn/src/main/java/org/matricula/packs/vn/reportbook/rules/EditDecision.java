package org.matricula.packs.vn.reportbook.rules;

import java.util.List;
import org.matricula.law.Decision;
import org.matricula.law.Edition;
import org.matricula.law.Regulation;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// `vn.report-book.edit`: whether somebody may change a book, and which signatures the change takes away.
final class EditDecision implements Decision<Change, EditDecision.Answer> {
    /// @param allowed whether the change may be made
    /// @param voids the signatures it takes away
    public record Answer(boolean allowed, List<Voiding.Level> voids) {}

    @Override
    public String id() {
        return "vn.report-book.edit";
    }

    @Override
    public Sentence title() {
        return new Sentence("Changing a report book", "Sửa nội dung học bạ số");
    }

    @Override
    public Regulation regulation() {
        return VNRB.regulation();
    }

    @Override
    public Class<Change> factsType() {
        return Change.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Ruling<Answer> decide(Change facts, Edition edition) {
        return new Ruling<>(new Answer(facts.allowed(), facts.voids()), facts.findings());
    }
}
