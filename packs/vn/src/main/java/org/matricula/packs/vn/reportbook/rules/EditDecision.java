package org.matricula.packs.vn.reportbook.rules;

import java.util.List;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Edition;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// `vn.report-book.edit`: whether somebody may change a book, and which signatures the change takes away.
final class EditDecision extends CatalogueDecision<Change, EditDecision.Answer> {
    EditDecision() {
        super(
                "vn.report-book.edit",
                new Sentence("Changing a report book", "Sửa nội dung học bạ số"),
                VNRB::regulation,
                Change.class,
                Answer.class);
    }

    /// @param allowed whether the change may be made
    /// @param voids the signatures it takes away
    public record Answer(boolean allowed, List<Voiding.Level> voids) {}

    @Override
    public Ruling<Answer> decide(Change facts, Edition edition) {
        return new Ruling<>(new Answer(facts.allowed(), facts.voids()), facts.findings());
    }
}
