package org.matricula.packs.ru.diploma;

import static org.matricula.law.Finding.doesNotApply;
import static org.matricula.law.Finding.met;
import static org.matricula.packs.ru.diploma.Item.APPLICATION;
import static org.matricula.packs.ru.diploma.Item.ARCHIVE_EXTRACT;
import static org.matricula.packs.ru.diploma.Item.NAME_CHANGE;
import static org.matricula.packs.ru.diploma.Item.PASSPORT;
import static org.matricula.packs.ru.diploma.Item.PASSPORT_REGISTRATION_PAGE;
import static org.matricula.packs.ru.diploma.Item.STUDY_PROOF;
import static org.matricula.packs.ru.diploma.Item.SUBSTITUTE_CERTIFICATE;

import java.util.List;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUD;

/// Whether the package of an applicant is whole, and what the system would do with it.
///
/// The sections of the guide list different packages. The typical set governs, because it alone says what
/// follows from a gap: application, passport with registration page, one proof of study, payment if a fee is
/// due, consent. Beside it stand the certificate of a changed surname and, for a liquidated institution, the
/// extract from the archive.
final class DossierDecision extends CatalogueDecision<Dossier, DossierDecision.Answer> {
    DossierDecision() {
        super(
                "ru.diploma.dossier",
                new Sentence(
                        "Is the package for a duplicate whole, and what happens if it is sent?",
                        "Полон ли пакет на дубликат и что будет, если его отправить?"),
                RUD::regulation,
                Dossier.class,
                Answer.class);
    }

    /// What happens to the package if it is sent as it is.
    enum Outcome {
        ACCEPT,
        /// Sent back for rework; the number stays.
        RETURN,
        /// Final; only a new application helps.
        REFUSE
    }

    /// @param missing what is lacking, in the order of the typical set
    record Answer(boolean complete, List<Item> missing, Outcome outcomeIfSent) {}

    @Override
    public Ruling<Answer> decide(Dossier dossier, Edition edition) {
        List<Item> missing = dossier.missing();
        return new Ruling<>(
                new Answer(missing.isEmpty(), missing, outcome(missing)),
                List.of(
                        passportProvesTheHolder(RUD.DOCS_1, dossier),
                        studyIsProved(RUD.DOCS_3, dossier),
                        portalFormIsTheApplication(dossier),
                        feeIsPaid(RUD.DOCS_5, dossier, true),
                        consentIsGiven(RUD.DOCS_6, dossier),
                        passportProvesTheHolder(RUD.PASS_1, dossier),
                        nothingIsLacking(RUD.STUDY_9, dossier, missing),
                        changedSurnameIsProved(RUD.NAME_1, dossier),
                        changedSurnameIsProved(RUD.NAME_2, dossier),
                        sameSurnameNeedsThePassportOnly(dossier),
                        changedSurnameIsProved(RUD.NAME_10, dossier),
                        feeIsPaid(RUD.FIND_6, dossier, dossier.route() == Dossier.Route.PORTAL),
                        consentIsGiven(RUD.FORM_7, dossier),
                        nothingIsLacking(RUD.INCOMPL_0, dossier, missing),
                        applicationIsThere(dossier),
                        passportShowsBothPages(dossier),
                        studyIsProved(RUD.INCOMPL_3, dossier),
                        feeIsPaid(RUD.INCOMPL_4, dossier, true),
                        consentIsGiven(RUD.INCOMPL_5, dossier),
                        gapReturnsThePackage(missing),
                        studyIsProved(RUD.INCOMPL_7, dossier),
                        registrationPageIsThere(dossier),
                        feeIsPaid(RUD.INCOMPL_9, dossier, true),
                        substituteStandsInForTheExtract(dossier),
                        archiveWantsThePassport(dossier),
                        archiveDoesWithoutProofOfStudy(dossier),
                        feeIsPaid(RUD.ARCHIVE_5, dossier, dossier.route() == Dossier.Route.ARCHIVE),
                        liquidationWantsTheExtract(dossier),
                        feeIsPaid(RUD.LIQ_6, dossier, dossier.liquidated())));
    }

    /// A refusal for want of the name certificate outranks a return.
    private static Outcome outcome(List<Item> missing) {
        if (missing.contains(NAME_CHANGE)) {
            return Outcome.REFUSE;
        }
        return missing.isEmpty() ? Outcome.ACCEPT : Outcome.RETURN;
    }

    @Clause({RUD.DOCS_1, RUD.PASS_1})
    private static Finding passportProvesTheHolder(String clause, Dossier dossier) {
        return thereOrNot(clause, dossier, PASSPORT);
    }

    @Clause(RUD.ARCHIVE_3)
    private static Finding archiveWantsThePassport(Dossier dossier) {
        return dossier.route() == Dossier.Route.ARCHIVE
                ? thereOrNot(RUD.ARCHIVE_3, dossier, PASSPORT)
                : otherRoute(RUD.ARCHIVE_3, dossier);
    }

    @Clause(RUD.INCOMPL_2)
    private static Finding passportShowsBothPages(Dossier dossier) {
        Sentence photo = there(dossier.has(PASSPORT));
        Sentence registration = there(dossier.has(PASSPORT_REGISTRATION_PAGE));
        return Finding.of(
                RUD.INCOMPL_2,
                dossier.has(PASSPORT) && dossier.has(PASSPORT_REGISTRATION_PAGE),
                new Sentence(
                        "the page with the photo and the page with the registration are both there",
                        "есть и страница с фотографией, и страница с регистрацией"),
                new Sentence(
                        "page with the photo: " + photo.en() + "; page with the registration: " + registration.en(),
                        "страница с фотографией: " + photo.local() + "; страница с регистрацией: "
                                + registration.local()));
    }

    @Clause(RUD.INCOMPL_8)
    private static Finding registrationPageIsThere(Dossier dossier) {
        return thereOrNot(RUD.INCOMPL_8, dossier, PASSPORT_REGISTRATION_PAGE);
    }

    @Clause(RUD.DOCS_4)
    private static Finding portalFormIsTheApplication(Dossier dossier) {
        return dossier.route() == Dossier.Route.PORTAL
                ? thereOrNot(RUD.DOCS_4, dossier, APPLICATION)
                : otherRoute(RUD.DOCS_4, dossier);
    }

    @Clause(RUD.INCOMPL_1)
    private static Finding applicationIsThere(Dossier dossier) {
        return thereOrNot(RUD.INCOMPL_1, dossier, APPLICATION);
    }

    /// An extract, a certificate of study or a substitute certificate; the archive does without.
    @Clause({RUD.DOCS_3, RUD.INCOMPL_3, RUD.INCOMPL_7})
    private static Finding studyIsProved(String clause, Dossier dossier) {
        if (!dossier.studyProofRequired()) {
            return otherRoute(clause, dossier);
        }
        Sentence proof = (dossier.has(STUDY_PROOF) ? STUDY_PROOF : SUBSTITUTE_CERTIFICATE).label();
        return Finding.of(
                clause,
                dossier.studyProved(),
                new Sentence("what proves the study: " + proof.en(), "обучение подтверждает " + proof.local()),
                new Sentence(
                        "NO_EXTRACT: neither an extract nor a certificate of study nor a substitute certificate is there",
                        "NO_EXTRACT: нет ни выписки, ни справки об обучении, ни справки-заменителя"));
    }

    @Clause(RUD.INCOMPL_15)
    private static Finding substituteStandsInForTheExtract(Dossier dossier) {
        if (dossier.has(STUDY_PROOF) || !dossier.studyProofRequired()) {
            return doesNotApply(
                    RUD.INCOMPL_15, new Sentence("no substitute certificate is needed", "справка-заменитель не нужна"));
        }
        return Finding.of(
                RUD.INCOMPL_15,
                dossier.has(SUBSTITUTE_CERTIFICATE),
                new Sentence(
                        "a substitute certificate stands in for the extract", "выписку заменяет справка-заменитель"),
                new Sentence(
                        "the extract is lacking; a substitute certificate may be asked from the institution for this purpose",
                        "выписки нет; в учебном заведении можно запросить справку-заменитель, указав цель"));
    }

    @Clause(RUD.ARCHIVE_4)
    private static Finding archiveDoesWithoutProofOfStudy(Dossier dossier) {
        if (dossier.studyProofRequired()) {
            return otherRoute(RUD.ARCHIVE_4, dossier);
        }
        Sentence certificate = there(dossier.studyProved());
        return met(
                RUD.ARCHIVE_4,
                new Sentence(
                        "certificate of completion: " + certificate.en() + "; the archive goes on either way",
                        "справка об окончании: " + certificate.local() + "; архив продолжает в любом случае"));
    }

    /// The sum that was received counts, not the picture of a receipt.
    @Clause({RUD.DOCS_5, RUD.FIND_6, RUD.INCOMPL_4, RUD.INCOMPL_9, RUD.ARCHIVE_5, RUD.LIQ_6})
    private static Finding feeIsPaid(String clause, Dossier dossier, boolean concerns) {
        if (!concerns) {
            return otherRoute(clause, dossier);
        }
        if (dossier.fee() == 0) {
            return doesNotApply(clause, new Sentence("no fee is due", "пошлина не взимается"));
        }
        return Finding.of(
                clause,
                dossier.paid() >= dossier.fee(),
                Sentence.of("%d roubles of %d are paid", "уплачено %d руб. из %d", dossier.paid(), dossier.fee()),
                Sentence.of(
                        "NO_PAYMENT: %d roubles of %d are paid, %d are lacking",
                        "NO_PAYMENT: уплачено %d руб. из %d, не хватает %d",
                        dossier.paid(),
                        dossier.fee(),
                        dossier.fee() - dossier.paid()));
    }

    @Clause({RUD.DOCS_6, RUD.FORM_7, RUD.INCOMPL_5})
    private static Finding consentIsGiven(String clause, Dossier dossier) {
        return Finding.of(
                clause,
                dossier.consent(),
                new Sentence(
                        "the applicant agreed to the processing of the data", "заявитель согласен на обработку данных"),
                new Sentence(
                        "the applicant did not agree to the processing of the data",
                        "заявитель не дал согласия на обработку данных"));
    }

    @Clause({RUD.NAME_1, RUD.NAME_2, RUD.NAME_10})
    private static Finding changedSurnameIsProved(String clause, Dossier dossier) {
        if (!dossier.surnameChanged()) {
            return doesNotApply(
                    clause,
                    Sentence.of(
                            "the surname is the same, '%s' and '%s'",
                            "фамилия та же: «%s» и «%s»", dossier.surnameNow(), dossier.surnameInDiploma()));
        }
        return Finding.of(
                clause,
                dossier.has(NAME_CHANGE),
                Sentence.of(
                        "the surname is now '%s' and was '%s'; the change is proved",
                        "фамилия теперь «%s», была «%s»; перемена подтверждена",
                        dossier.surnameNow(),
                        dossier.surnameInDiploma()),
                Sentence.of(
                        "NAME_CHANGE_MISSING: the surname is now '%s' and was '%s', and nothing proves the change",
                        "NAME_CHANGE_MISSING: фамилия теперь «%s», была «%s», и перемена ничем не подтверждена",
                        dossier.surnameNow(),
                        dossier.surnameInDiploma()));
    }

    @Clause(RUD.NAME_9)
    private static Finding sameSurnameNeedsThePassportOnly(Dossier dossier) {
        if (dossier.surnameChanged()) {
            return doesNotApply(
                    RUD.NAME_9,
                    Sentence.of(
                            "the surname differs: '%s' and '%s'",
                            "фамилии различаются: «%s» и «%s»", dossier.surnameNow(), dossier.surnameInDiploma()));
        }
        return thereOrNot(RUD.NAME_9, dossier, PASSPORT);
    }

    @Clause(RUD.LIQ_5)
    private static Finding liquidationWantsTheExtract(Dossier dossier) {
        return dossier.liquidated()
                ? thereOrNot(RUD.LIQ_5, dossier, ARCHIVE_EXTRACT)
                : doesNotApply(RUD.LIQ_5, new Sentence("the institution is active", "учебное заведение действует"));
    }

    @Clause({RUD.STUDY_9, RUD.INCOMPL_0})
    private static Finding nothingIsLacking(String clause, Dossier dossier, List<Item> missing) {
        Sentence lacking = missing.isEmpty() ? dossier.route().label() : Item.labels(missing);
        return Finding.of(
                clause,
                missing.isEmpty(),
                new Sentence("the package for the " + lacking.en() + " is whole", "пакет полон: " + lacking.local()),
                new Sentence("lacking: " + lacking.en(), "не хватает: " + lacking.local()));
    }

    /// The list that goes back with the request; a lacking name certificate is refused instead.
    @Clause(RUD.INCOMPL_6)
    private static Finding gapReturnsThePackage(List<Item> missing) {
        List<Item> returned = missing.stream().filter(i -> i != NAME_CHANGE).toList();
        if (returned.isEmpty()) {
            return met(
                    RUD.INCOMPL_6,
                    new Sentence(
                            "nothing is lacking that would be sent back for",
                            "нет пробелов, из-за которых возвращают"));
        }
        Sentence list = Item.labels(returned);
        return Finding.notMet(
                RUD.INCOMPL_6,
                new Sentence(
                        "sent back for rework, to add: " + list.en(),
                        "возврат на доработку, добавить: " + list.local()));
    }

    private static Finding thereOrNot(String clause, Dossier dossier, Item item) {
        Sentence label = item.label();
        return Finding.of(
                clause,
                dossier.has(item),
                new Sentence(label.en() + " is there", label.local() + ": есть"),
                new Sentence(label.en() + " is lacking", label.local() + ": нет"));
    }

    private static Finding otherRoute(String clause, Dossier dossier) {
        Sentence route = dossier.route().label();
        Sentence status = dossier.institutionStatus().label();
        return doesNotApply(
                clause,
                new Sentence(
                        "the clause is not about this case: route " + route.en() + ", the institution " + status.en(),
                        "пункт не об этом случае: путь — " + route.local() + ", заведение " + status.local()));
    }

    private static Sentence there(boolean there) {
        return there ? new Sentence("there", "есть") : new Sentence("lacking", "нет");
    }
}
