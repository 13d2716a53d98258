package org.matricula.packs.ru.diploma;

import java.util.ArrayList;
import java.util.List;
import org.matricula.law.Facts;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.facts.PersonName;

/// What an applicant has put together.
///
/// @param surnameNow the surname in the application and the passport
/// @param surnameInDiploma the surname that the diploma was given under
/// @param fee the fee that is due, in whole roubles; 0 where none is taken
/// @param paid how much of it was received, in whole roubles
/// @param items what is attached; a code given twice counts once
/// @param consent whether the applicant agreed to the processing of the data
record Dossier(
        @Facts.Says("PORTAL, INSTITUTION or ARCHIVE: where the package goes")
        Route route,

        InstitutionStatus institutionStatus,

        @Facts.NotEmpty @Facts.Says("surname in the passport")
        String surnameNow,

        @Facts.NotEmpty @Facts.Says("surname on the diploma")
        String surnameInDiploma,

        @Facts.Min(0) @Facts.Says("fee due in whole roubles, 0 if none")
        long fee,

        @Facts.Min(0) @Facts.Says("roubles received so far") long paid,
        @Facts.Says("codes of what is attached") List<Item> items,

        @Facts.Says("whether the consent to data processing is given")
        boolean consent) {
    Dossier {
        items = List.copyOf(items);
    }

    /// The three roads to a duplicate; the portal is the usual one.
    enum Route {
        PORTAL("portal", "портал"),
        INSTITUTION("institution", "учебное заведение"),
        ARCHIVE("archive", "архив");

        private final Sentence label;

        Route(String en, String ru) {
            label = new Sentence(en, ru);
        }

        Sentence label() {
            return label;
        }
    }

    boolean has(Item item) {
        return items.contains(item);
    }

    boolean liquidated() {
        return institutionStatus == InstitutionStatus.LIQUIDATED;
    }

    boolean surnameChanged() {
        return !PersonName.same(surnameNow, surnameInDiploma);
    }

    /// The archive keeps the papers that would prove the study, so it does not ask for a proof.
    boolean studyProofRequired() {
        return route != Route.ARCHIVE;
    }

    boolean studyProved() {
        return has(Item.STUDY_PROOF) || has(Item.SUBSTITUTE_CERTIFICATE);
    }

    /// What is lacking, in the order of the typical set. SNILS, INN and the scan of the diploma are never lacking.
    List<Item> missing() {
        List<Item> missing = new ArrayList<>();
        need(missing, Item.APPLICATION, has(Item.APPLICATION));
        need(missing, Item.PASSPORT, has(Item.PASSPORT));
        need(missing, Item.PASSPORT_REGISTRATION_PAGE, has(Item.PASSPORT_REGISTRATION_PAGE));
        need(missing, Item.STUDY_PROOF, !studyProofRequired() || studyProved());
        need(missing, Item.PAYMENT_PROOF, paid >= fee);
        need(missing, Item.CONSENT, consent);
        need(missing, Item.NAME_CHANGE, !surnameChanged() || has(Item.NAME_CHANGE));
        need(missing, Item.ARCHIVE_EXTRACT, !liquidated() || has(Item.ARCHIVE_EXTRACT));
        return List.copyOf(missing);
    }

    private static void need(List<Item> missing, Item item, boolean satisfied) {
        if (!satisfied) {
            missing.add(item);
        }
    }
}
