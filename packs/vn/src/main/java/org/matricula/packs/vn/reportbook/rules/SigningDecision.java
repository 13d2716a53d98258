package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Edition;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// `vn.report-book.signing`: who may sign next, whether the principal may approve, what was signed out of order.
final class SigningDecision extends CatalogueDecision<Signatures, SigningDecision.Answer> {
    SigningDecision() {
        super(
                "vn.report-book.signing",
                new Sentence("Order of signing a report book", "Thứ tự ký học bạ số"),
                VNRB::regulation,
                Signatures.class,
                Answer.class);
    }

    /// @param next who may sign now
    /// @param mayApprove whether everything the principal's approval needs is there
    /// @param disorder pairs signed out of order, each as [who ought to be first, who signed before]
    /// @param waitingFor codes of the subjects that are not complete or not signed
    public record Answer(
            List<String> next, boolean mayApprove, List<List<String>> disorder, List<Subject> waitingFor) {}

    /// The day of closing; while the book is open, the day of the latest signature.
    @Override
    public Optional<LocalDate> relevantDate(Signatures facts) {
        return facts.sealedAt().or(facts::latest).map(LocalDateTime::toLocalDate);
    }

    @Override
    public Ruling<Answer> decide(Signatures facts, Edition edition) {
        return new Ruling<>(
                new Answer(
                        SigningOrder.next(facts),
                        SigningOrder.mayApprove(facts),
                        SigningOrder.disorder(facts),
                        SigningOrder.waitingFor(facts)),
                SigningOrder.findings(facts));
    }
}
