package org.matricula.packs.kz.duplicates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts.NotEmpty;
import org.matricula.law.Facts.Says;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZD;

/// Whether a finished duplicate may be handed over.
///
/// The text speaks of identity, power of attorney and receipt at the service centre only; the same is asked at
/// the office of the institution.
final class HandOver extends CatalogueDecision<HandOver.Visit, HandOver.Answer> {
    HandOver() {
        super(
                "kz.duplicates.hand-over",
                new Sentence("May the duplicate be handed over?", "Телнұсқаны тапсыруға бола ма?"),
                KZD::regulation,
                Visit.class,
                Answer.class);
    }

    /// A person who comes for a duplicate.
    record Visit(
            @Says("Where the duplicate is asked for") Channel place,
            @Says("An identity card was shown") boolean identityShown,

            @Says("The receipt is the one given for this request")
            boolean receiptMatches,

            @Says("Name of the person who comes instead of the holder") @NotEmpty
            Optional<String> representative,

            @Says("The power of attorney shown") Optional<Attorney> attorney,
            @Says("Day of the visit") LocalDate on) {}

    /// A power of attorney.
    record Attorney(
            @Says("Certified by a notary") boolean notarised,
            @Says("Last day of validity") LocalDate validTo) {}

    /// The answer.
    record Answer(boolean allowed) {}

    @Override
    public Optional<LocalDate> relevantDate(Visit visit) {
        return Optional.of(visit.on());
    }

    @Override
    public Ruling<Answer> decide(Visit visit, Edition edition) {
        List<Finding> findings = List.of(
                atTheInstitution(visit),
                atTheCentreAndNotOnThePortal(visit),
                identityIsShown(visit),
                representativeHasANotarisedPower(visit),
                receiptIsOfThisRequest(visit));
        return new Ruling<>(new Answer(findings.stream().noneMatch(Finding::isNotMet)), findings);
    }

    @Clause(KZD.ART_3_RESULT_1)
    private static Finding atTheInstitution(Visit visit) {
        return switch (visit.place()) {
            case PROVIDER ->
                Finding.met(
                        KZD.ART_3_RESULT_1,
                        new Sentence(
                                "The institution's office hands duplicates out",
                                "Оқу орнының кеңсесі телнұсқа береді"));
            case CENTRE -> visit.place().hasNoPartIn(KZD.ART_3_RESULT_1);
            case PORTAL -> noHandOutOnThePortal(KZD.ART_3_RESULT_1);
        };
    }

    @Clause(KZD.ART_3_RESULT_2)
    private static Finding atTheCentreAndNotOnThePortal(Visit visit) {
        return switch (visit.place()) {
            case PROVIDER -> visit.place().hasNoPartIn(KZD.ART_3_RESULT_2);
            case CENTRE ->
                Finding.met(
                        KZD.ART_3_RESULT_2,
                        new Sentence(
                                "The service centre hands duplicates out", "Қызмет көрсету орталығы телнұсқа береді"));
            case PORTAL -> noHandOutOnThePortal(KZD.ART_3_RESULT_2);
        };
    }

    private static Finding noHandOutOnThePortal(String clause) {
        return Finding.notMet(
                clause,
                new Sentence(
                        "The duplicate is on paper; the portal hands nothing out, only the institution and the centre do",
                        "Телнұсқа қағазда; портал құжат бермейді, тек оқу орны мен орталық береді"));
    }

    @Clause(KZD.ART_9_PICKUP_ID)
    private static Finding identityIsShown(Visit visit) {
        return Finding.of(
                KZD.ART_9_PICKUP_ID,
                visit.identityShown(),
                new Sentence("An identity card was shown", "Жеке куәлік көрсетілді"),
                new Sentence("No identity card was shown", "Жеке куәлік көрсетілмеді"));
    }

    @Clause(KZD.ART_9_PICKUP_POA)
    private static Finding representativeHasANotarisedPower(Visit visit) {
        String clause = KZD.ART_9_PICKUP_POA;
        if (visit.representative().isEmpty()) {
            return Finding.doesNotApply(clause, new Sentence("The holder comes in person", "Иесінің өзі келді"));
        }
        String who = visit.representative().get();
        if (visit.attorney().isEmpty()) {
            return Finding.notMet(
                    clause,
                    new Sentence(
                            "%s shows no power of attorney".formatted(who), "%s сенімхат көрсетпеді".formatted(who)));
        }
        Attorney attorney = visit.attorney().get();
        if (!attorney.notarised()) {
            return Finding.notMet(
                    clause,
                    new Sentence(
                            "The power of attorney of %s is not certified by a notary".formatted(who),
                            "%s көрсеткен сенімхатты нотариус растамаған".formatted(who)));
        }
        return Finding.of(
                clause,
                !visit.on().isAfter(attorney.validTo()),
                Sentence.of(
                        "The notarised power of attorney is valid through %s; the visit is on %s",
                        "Нотариус растаған сенімхат %s күніне дейін жарамды; келген күні %s",
                        attorney.validTo(),
                        visit.on()),
                Sentence.of(
                        "The notarised power of attorney ended on %s; the visit is on %s",
                        "Нотариус растаған сенімхаттың мерзімі %s күні бітті; келген күні %s",
                        attorney.validTo(),
                        visit.on()));
    }

    @Clause(KZD.ART_9_PICKUP_RECEIPT)
    private static Finding receiptIsOfThisRequest(Visit visit) {
        return Finding.of(
                KZD.ART_9_PICKUP_RECEIPT,
                visit.receiptMatches(),
                new Sentence("The receipt is the one of this request", "Қолхат осы өтініштікі"),
                new Sentence("The receipt is not the one of this request", "Қолхат бұл өтініштікі емес"));
    }
}
