package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Edition;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// `vn.report-book.sign-as`: whether somebody may sign a book in a role.
final class SignAsDecision extends CatalogueDecision<SignAs, SignAsDecision.Answer> {
    SignAsDecision() {
        super(
                "vn.report-book.sign-as",
                new Sentence("Signing a report book in a role", "Ký học bạ số với tư cách nào"),
                VNRB::regulation,
                SignAs.class,
                Answer.class);
    }

    /// @param allowed whether the signature may be given
    public record Answer(boolean allowed) {}

    @Override
    public Optional<LocalDate> relevantDate(SignAs facts) {
        return Optional.of(facts.signedOn());
    }

    @Override
    public Ruling<Answer> decide(SignAs facts, Edition edition) {
        return new Ruling<>(new Answer(facts.allowed()), facts.findings());
    }
}
