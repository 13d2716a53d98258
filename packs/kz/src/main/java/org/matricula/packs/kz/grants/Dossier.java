package org.matricula.packs.kz.grants;

import java.util.ArrayList;
import java.util.List;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZG;
import org.matricula.packs.kz.grants.CompetitionFile.Category;
import org.matricula.packs.kz.grants.CompetitionFile.Document;

/// Whether the file of an applicant for the grant competition is complete, and which claimed privileges count.
///
/// Papers of a privilege concern only those who claim it. Without its paper the privilege is not counted; the
/// file itself stays complete.
final class Dossier extends CatalogueDecision<CompetitionFile, Dossier.Answer> {
    Dossier() {
        super(
                "kz.grants.dossier",
                new Sentence(
                        "Is the file for the grant competition complete?", "Грант конкурсының құжаттары толық па?"),
                KZG::regulation,
                CompetitionFile.class,
                Answer.class);
    }

    /// The answer.
    ///
    /// @param missing names of what is missing, in the order of the list; empty when complete
    /// @param counted privileges that count
    /// @param notCounted privileges claimed that do not count
    record Answer(boolean complete, List<String> missing, List<Category> counted, List<Category> notCounted) {}

    @Override
    public Ruling<Answer> decide(CompetitionFile file, Edition edition) {
        List<Category> claimed = file.categories().stream().distinct().toList();
        List<String> missing = missing(file);
        Answer answer = new Answer(
                missing.isEmpty(),
                missing,
                claimed.stream().filter(file::counts).toList(),
                claimed.stream().filter(c -> !file.counts(c)).toList());
        List<Finding> findings = new ArrayList<>();
        findings.add(paper(KZG.ART_9_1, file, Document.COMPETITION_APPLICATION));
        findings.add(paper(KZG.ART_9_2, file, Document.EDUCATION_DOCUMENT));
        findings.add(paper(KZG.ART_9_3, file, Document.TEST_CERTIFICATE));
        findings.add(twoPhotographsOnPaper(file));
        findings.add(paper(KZG.ART_9_5, file, Document.MED_086U));
        findings.add(paper(KZG.ART_9_6, file, Document.ID_COPY));
        findings.addAll(Privileges.onPaper(file));
        findings.add(signedApplicationOnThePortal(file));
        findings.add(upload(KZG.ART_9_PORTAL_2, file, Document.EDUCATION_DOCUMENT));
        findings.add(onePhotographOnThePortal(file));
        findings.add(upload(KZG.ART_9_PORTAL_4, file, Document.MED_086U));
        findings.addAll(Privileges.onThePortal(file));
        findings.add(portalAsksNothingThatTheStateKnows(file));
        findings.add(consentIsGiven(file));
        findings.add(portalNeedsASignature(file));
        return new Ruling<>(answer, findings);
    }

    private static List<String> missing(CompetitionFile file) {
        List<Document> list = file.onPaper()
                ? List.of(
                        Document.COMPETITION_APPLICATION,
                        Document.EDUCATION_DOCUMENT,
                        Document.TEST_CERTIFICATE,
                        Document.PHOTO,
                        Document.MED_086U,
                        Document.ID_COPY)
                : List.of(
                        Document.COMPETITION_APPLICATION,
                        Document.EDUCATION_DOCUMENT,
                        Document.PHOTO,
                        Document.MED_086U);
        List<String> missing = new ArrayList<>();
        for (Document document : list) {
            if (document == Document.PHOTO ? !file.hasPhotos() : !file.has(document)) {
                missing.add(document.name());
            }
        }
        if (!file.onPaper() && !file.signatureIsGood()) {
            missing.add("SIGNATURE");
        }
        if (!file.consent()) {
            missing.add("CONSENT");
        }
        return List.copyOf(missing);
    }

    @Clause({KZG.ART_9_1, KZG.ART_9_2, KZG.ART_9_3, KZG.ART_9_5, KZG.ART_9_6})
    private static Finding paper(String clause, CompetitionFile file, Document document) {
        return file.onPaper() ? there(clause, file, document) : file.channel().hasNoPartIn(clause);
    }

    @Clause({KZG.ART_9_PORTAL_2, KZG.ART_9_PORTAL_4})
    private static Finding upload(String clause, CompetitionFile file, Document document) {
        return file.onPaper() ? file.channel().hasNoPartIn(clause) : there(clause, file, document);
    }

    @Clause(KZG.ART_9_4)
    private static Finding twoPhotographsOnPaper(CompetitionFile file) {
        return file.onPaper() ? photographs(KZG.ART_9_4, file) : file.channel().hasNoPartIn(KZG.ART_9_4);
    }

    @Clause(KZG.ART_9_PORTAL_3)
    private static Finding onePhotographOnThePortal(CompetitionFile file) {
        return file.onPaper() ? file.channel().hasNoPartIn(KZG.ART_9_PORTAL_3) : photographs(KZG.ART_9_PORTAL_3, file);
    }

    private static Finding photographs(String clause, CompetitionFile file) {
        int handedIn = file.has(Document.PHOTO) ? file.photos() : 0;
        return Finding.of(
                clause,
                file.hasPhotos(),
                Sentence.of("%d photographs, %d needed", "%d фотосурет, керегі %d", handedIn, file.photosNeeded()),
                Sentence.of(
                        "%d photographs, but %d needed", "%d фотосурет, ал керегі %d", handedIn, file.photosNeeded()));
    }

    @Clause(KZG.ART_9_PORTAL_1)
    private static Finding signedApplicationOnThePortal(CompetitionFile file) {
        if (file.onPaper()) {
            return file.channel().hasNoPartIn(KZG.ART_9_PORTAL_1);
        }
        return file.has(Document.COMPETITION_APPLICATION)
                ? Finding.of(
                        KZG.ART_9_PORTAL_1,
                        file.signatureIsGood(),
                        new Sentence(
                                "The electronic application is there, and nothing speaks against its signature",
                                "Электрондық өтініш бар, қолтаңбасына қарсы ештеңе жоқ"),
                        new Sentence(
                                "The electronic application is not signed by the applicant with a good certificate",
                                "Электрондық өтінішке өтініш беруші жарамды куәлікпен қол қоймаған"))
                : there(KZG.ART_9_PORTAL_1, file, Document.COMPETITION_APPLICATION);
    }

    @Clause(KZG.ART_9_PORTAL_NOTEST)
    private static Finding portalAsksNothingThatTheStateKnows(CompetitionFile file) {
        return file.onPaper()
                ? file.channel().hasNoPartIn(KZG.ART_9_PORTAL_NOTEST)
                : Finding.met(
                        KZG.ART_9_PORTAL_NOTEST,
                        new Sentence(
                                "Test certificate and identity copy are not asked for: both come from state systems",
                                "Тест сертификаты мен жеке куәлік көшірмесі сұралмайды: екеуі мемлекеттік жүйеден алынады"));
    }

    @Clause(KZG.ART_9_CONSENT)
    private static Finding consentIsGiven(CompetitionFile file) {
        return Finding.of(
                KZG.ART_9_CONSENT,
                file.consent(),
                new Sentence("Consent to the use of protected data was given", "Қорғалатын мәліметке келісім берілді"),
                new Sentence(
                        "No consent to the use of protected data: nothing may be asked of the state systems",
                        "Қорғалатын мәліметке келісім жоқ: мемлекеттік жүйеден ештеңе сұралмайды"));
    }

    /// The text names the provider's signature; the sense asks for the applicant's.
    @Clause(KZG.ART_15)
    private static Finding portalNeedsASignature(CompetitionFile file) {
        if (file.onPaper()) {
            return file.channel().hasNoPartIn(KZG.ART_15);
        }
        return file.signature().isEmpty()
                ? Finding.needsPerson(
                        KZG.ART_15,
                        new Sentence(
                                "The facts tell of no e-signature: did the portal check the applicant's?",
                                "Мәліметте ЭЦҚ айтылмаған: портал өтініш берушінікін тексерді ме?"))
                : Finding.of(
                        KZG.ART_15,
                        file.signatureIsGood(),
                        new Sentence("The applicant has a good e-signature", "Өтініш берушінің жарамды ЭЦҚ-сы бар"),
                        new Sentence(
                                "Without a good e-signature of one's own the paper way remains",
                                "Өзінің жарамды ЭЦҚ-сы болмаса, қағаз жолы қалады"));
    }

    static Finding there(String clause, CompetitionFile file, Document document) {
        return Finding.of(
                clause,
                file.has(document),
                new Sentence(
                        "Handed in: " + document.inWords().en(),
                        "Тапсырылды: " + document.inWords().local()),
                new Sentence(
                        "Missing: " + document.inWords().en(),
                        "Жетіспейді: " + document.inWords().local()));
    }
}
