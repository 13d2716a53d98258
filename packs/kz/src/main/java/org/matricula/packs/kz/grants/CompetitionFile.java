package org.matricula.packs.kz.grants;

import java.util.List;
import java.util.Optional;
import org.matricula.law.Facts.Min;
import org.matricula.law.Facts.Says;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.office.Signature;

/// The file of one applicant for the grant competition.
///
/// @param photos how many photographs, digital ones on the portal
/// @param citizenOfKazakhstan citizens cannot claim the category of ethnic Kazakhs from abroad
record CompetitionFile(
        @Says("Where it is handed in") Channel channel,
        @Says("Privileges claimed") List<Category> categories,
        @Says("The applicant is a citizen of Kazakhstan") boolean citizenOfKazakhstan,
        @Says("What was handed in") List<Document> documents,
        @Says("How many photographs of 3 by 4") @Min(0) int photos,
        @Says("What the paper on the loss of parents shows") Optional<ParentLoss> parentLossProof,

        @Says("The applicant consents in writing to the use of protected data")
        boolean consent,

        @Says("On the portal: the e-signature on the application")
        Optional<Signature> signature,

        @Says("Individual identification number of the applicant")
        Optional<String> applicantIin) {
    /// A privilege.
    enum Category {
        DISABILITY("disability", "мүгедектік"),
        ORPHAN("orphan", "жетімдік"),
        WAR_EQUATED("equated to war participants", "соғыс қатысушысына теңестірілу"),
        ETHNIC_KAZAKH("ethnic Kazakh without citizenship", "азаматтығы жоқ ұлты қазақ");

        private final Sentence name;

        Category(String en, String kk) {
            name = new Sentence(en, kk);
        }

        Sentence inWords() {
            return name;
        }
    }

    /// A paper of the lists; the portal has one item for any priority but health.
    enum Document {
        COMPETITION_APPLICATION("application for the competition", "конкурсқа өтініш"),
        EDUCATION_DOCUMENT("education document", "білім туралы құжат"),
        TEST_CERTIFICATE("test certificate", "тест сертификаты"),
        PHOTO("photographs", "фотосурет"),
        MED_086U("medical certificate of form 086-У", "086-У медициналық анықтамасы"),
        ID_COPY("copy of an identity document", "жеке куәлік көшірмесі"),
        MCC_CONCLUSION("conclusion of the medical commission", "дәрігерлік комиссия қорытындысы"),
        PARENT_LOSS_PROOF("proof of the loss of parents", "ата-анадан айырылғанын растайтын қағаз"),
        WAR_EQUATED_PROOF(
                "proof of being equated to war participants", "соғыс қатысушысына теңестірілгенін растайтын қағаз"),
        ETHNIC_KAZAKH_PROOF("papers of an ethnic Kazakh from abroad", "шетелдегі ұлты қазақ адамның құжаттары"),
        PRIORITY_PROOF("paper that shows the priority", "басымдықты растайтын қағаз");

        private final Sentence name;

        Document(String en, String kk) {
            name = new Sentence(en, kk);
        }

        Sentence inWords() {
            return name;
        }
    }

    boolean onPaper() {
        return channel == Channel.OFFICE;
    }

    boolean has(Document document) {
        return documents.contains(document);
    }

    boolean claims(Category category) {
        return categories.contains(category);
    }

    /// Two on paper, one on the portal.
    int photosNeeded() {
        return onPaper() ? 2 : 1;
    }

    boolean hasPhotos() {
        return has(Document.PHOTO) && photos >= photosNeeded();
    }

    /// Whether the e-signature, as far as the facts tell of one, is the applicant's and good.
    boolean signatureIsGood() {
        return signature
                .filter(s ->
                        !s.valid() || applicantIin.filter(iin -> !s.isBy(iin)).isPresent())
                .isEmpty();
    }

    /// The paper that shows a privilege on the channel of this file.
    Document paperFor(Category category) {
        return switch (category) {
            case DISABILITY -> Document.MCC_CONCLUSION;
            case ORPHAN -> onPaper() ? Document.PARENT_LOSS_PROOF : Document.PRIORITY_PROOF;
            case WAR_EQUATED -> onPaper() ? Document.WAR_EQUATED_PROOF : Document.PRIORITY_PROOF;
            case ETHNIC_KAZAKH -> onPaper() ? Document.ETHNIC_KAZAKH_PROOF : Document.PRIORITY_PROOF;
        };
    }

    /// Whether a claimed privilege counts: its paper is there and shows what the law asks for. On paper the
    /// kind of loss must be told; on the portal guardianship data come from the state register, so that an
    /// untold kind is no bar.
    boolean counts(Category category) {
        return claims(category)
                && has(paperFor(category))
                && switch (category) {
                    case DISABILITY, WAR_EQUATED -> true;
                    case ORPHAN ->
                        parentLossProof.map(ParentLoss::countsInCompetition).orElse(!onPaper());
                    case ETHNIC_KAZAKH -> !citizenOfKazakhstan;
                };
    }
}
