package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.matricula.law.Decision;
import org.matricula.law.Edition;
import org.matricula.law.Regulation;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// `vn.report-book.sign-as`: whether somebody may sign a book in a role.
final class SignAsDecision implements Decision<SignAs, SignAsDecision.Answer> {
    /// @param allowed whether the signature may be given
    public record Answer(boolean allowed) {}

    @Override
    public String id() {
        return "vn.report-book.sign-as";
    }

    @Override
    public Sentence title() {
        return new Sentence("Signing a report book in a role", "Ký học bạ số với tư cách nào");
    }

    @Override
    public Regulation regulation() {
        return VNRB.regulation();
    }

    @Override
    public Class<SignAs> factsType() {
        return SignAs.class;
    }

    @Override
    public Class<Answer> answerType() {
        return Answer.class;
    }

    @Override
    public Optional<LocalDate> relevantDate(SignAs facts) {
        return Optional.of(facts.signedOn());
    }

    @Override
    public Ruling<Answer> decide(SignAs facts, Edition edition) {
        return new Ruling<>(new Answer(facts.allowed()), facts.findings());
    }
}
