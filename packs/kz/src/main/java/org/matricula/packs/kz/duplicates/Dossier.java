package org.matricula.packs.kz.duplicates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts.Says;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZD;
import org.matricula.packs.kz.office.Signature;

/// Whether everything is there for a duplicate to be asked for.
final class Dossier extends CatalogueDecision<Dossier.Request, Dossier.Answer> {
    Dossier() {
        super(
                "kz.duplicates.dossier",
                new Sentence("Is the request for a duplicate complete?", "Телнұсқа сұраған өтініш толық па?"),
                KZD::regulation,
                Request.class,
                Answer.class);
    }

    /// Why a duplicate is needed. There is no other reason.
    enum Reason {
        LOSS("loss", "жоғалту"),
        NAME_CHANGE("changed name", "аты-жөннің өзгеруі"),
        UNFIT("unfit for use", "жарамсыздық"),
        ERRORS("mistakes in the document", "құжаттағы қате");

        private final Sentence name;

        Reason(String en, String kk) {
            name = new Sentence(en, kk);
        }
    }

    /// What is handed in.
    enum Document {
        APPLICATION,
        ID_COPY
    }

    /// What may be missing: a document, the words of the reason, the look at the original, the signature.
    enum Item {
        APPLICATION,
        REASON_TEXT,
        ID_COPY,
        ORIGINAL_SEEN,
        SIGNATURE
    }

    /// A request with its papers.
    record Request(
            @Says("Where it is handed in") Channel channel,
            @Says("Why a duplicate is needed") Reason reason,

            @Says("Circumstances of the loss, what changed, what is wrong: in words")
            String reasonText,

            @Says("What was handed in") List<Document> documents,

            @Says("On paper: the clerk has seen the original of the identity document")
            Optional<Boolean> originalSeen,

            @Says("On the portal: the e-signature on the application")
            Optional<Signature> signature,

            @Says("Individual identification number of the applicant")
            String applicantIin) {
        private boolean has(Document document) {
            return documents.contains(document);
        }

        private boolean givesReason() {
            return !reasonText.isBlank();
        }

        private boolean onPaper() {
            return channel != Channel.PORTAL;
        }

        private boolean originalWasSeen() {
            return originalSeen.orElse(false);
        }

        private boolean isSignedByApplicant() {
            return signature.filter(s -> s.valid() && s.isBy(applicantIin)).isPresent();
        }
    }

    /// The answer.
    ///
    /// @param missing what is missing, in the order of the list; empty when complete
    record Answer(boolean complete, List<Item> missing) {}

    @Override
    public Ruling<Answer> decide(Request request, Edition edition) {
        List<Item> missing = missing(request);
        return new Ruling<>(
                new Answer(missing.isEmpty(), missing),
                List.of(
                        reason(KZD.ART_9_REASON_LOSS, Reason.LOSS, request),
                        reason(KZD.ART_9_REASON_NAME, Reason.NAME_CHANGE, request),
                        reason(KZD.ART_9_REASON_UNFIT, Reason.UNFIT, request),
                        reason(KZD.ART_9_REASON_ERRORS, Reason.ERRORS, request),
                        applicationToTheInstitution(request),
                        identityAtTheInstitution(request),
                        applicationToTheCentre(request),
                        reasonAtTheCentre(request),
                        identityAtTheCentre(request),
                        applicationOnThePortal(request),
                        reasonOnThePortal(request),
                        signatureOnThePortal(request),
                        portalNeedsASignature(request),
                        formStatesTheReason(request)));
    }

    private static List<Item> missing(Request request) {
        List<Item> missing = new ArrayList<>();
        if (!request.has(Document.APPLICATION)) {
            missing.add(Item.APPLICATION);
        }
        if (!request.givesReason()) {
            missing.add(Item.REASON_TEXT);
        }
        if (request.onPaper() && !request.has(Document.ID_COPY)) {
            missing.add(Item.ID_COPY);
        }
        if (request.onPaper() && !request.originalWasSeen()) {
            missing.add(Item.ORIGINAL_SEEN);
        }
        if (!request.onPaper() && !request.isSignedByApplicant()) {
            missing.add(Item.SIGNATURE);
        }
        return List.copyOf(missing);
    }

    @Clause({KZD.ART_9_REASON_LOSS, KZD.ART_9_REASON_NAME, KZD.ART_9_REASON_UNFIT, KZD.ART_9_REASON_ERRORS})
    private static Finding reason(String clause, Reason reason, Request request) {
        return request.reason() == reason
                ? wordsFor(clause, request)
                : Finding.doesNotApply(
                        clause,
                        new Sentence(
                                "The reason given is: " + request.reason().name.en(),
                                "Көрсетілген себеп: " + request.reason().name.local()));
    }

    @Clause(KZD.ART_9_PROVIDER_1)
    private static Finding applicationToTheInstitution(Request request) {
        return request.channel() == Channel.PROVIDER
                ? application(KZD.ART_9_PROVIDER_1, request)
                : request.channel().hasNoPartIn(KZD.ART_9_PROVIDER_1);
    }

    @Clause(KZD.ART_9_PROVIDER_2)
    private static Finding identityAtTheInstitution(Request request) {
        return request.channel() == Channel.PROVIDER
                ? identity(KZD.ART_9_PROVIDER_2, request)
                : request.channel().hasNoPartIn(KZD.ART_9_PROVIDER_2);
    }

    @Clause(KZD.ART_9_HHO_1)
    private static Finding applicationToTheCentre(Request request) {
        return request.channel() == Channel.CENTRE
                ? application(KZD.ART_9_HHO_1, request)
                : request.channel().hasNoPartIn(KZD.ART_9_HHO_1);
    }

    @Clause(KZD.ART_9_HHO_1_REASONS)
    private static Finding reasonAtTheCentre(Request request) {
        return request.channel() == Channel.CENTRE
                ? wordsFor(KZD.ART_9_HHO_1_REASONS, request)
                : request.channel().hasNoPartIn(KZD.ART_9_HHO_1_REASONS);
    }

    @Clause(KZD.ART_9_HHO_2)
    private static Finding identityAtTheCentre(Request request) {
        return request.channel() == Channel.CENTRE
                ? identity(KZD.ART_9_HHO_2, request)
                : request.channel().hasNoPartIn(KZD.ART_9_HHO_2);
    }

    @Clause(KZD.ART_9_PORTAL_1)
    private static Finding applicationOnThePortal(Request request) {
        return request.channel() == Channel.PORTAL
                ? Finding.of(
                        KZD.ART_9_PORTAL_1,
                        request.has(Document.APPLICATION),
                        new Sentence(
                                "The electronic application is there; nothing else is asked for on the portal",
                                "Электрондық өтініш бар; порталда одан басқа ештеңе сұралмайды"),
                        new Sentence("The electronic application is missing", "Электрондық өтініш жоқ"))
                : request.channel().hasNoPartIn(KZD.ART_9_PORTAL_1);
    }

    @Clause(KZD.ART_9_PORTAL_1_REASON)
    private static Finding reasonOnThePortal(Request request) {
        return request.channel() == Channel.PORTAL
                ? wordsFor(KZD.ART_9_PORTAL_1_REASON, request)
                : request.channel().hasNoPartIn(KZD.ART_9_PORTAL_1_REASON);
    }

    @Clause(KZD.ART_9_PORTAL_1_SIG)
    private static Finding signatureOnThePortal(Request request) {
        String clause = KZD.ART_9_PORTAL_1_SIG;
        if (request.onPaper()) {
            return request.channel().hasNoPartIn(clause);
        }
        if (request.signature().isEmpty()) {
            return Finding.notMet(clause, new Sentence("The application is not signed", "Өтінішке қол қойылмаған"));
        }
        Signature signature = request.signature().get();
        if (!signature.isBy(request.applicantIin())) {
            return Finding.notMet(
                    clause,
                    new Sentence(
                            "Signed by %s, but the applicant is %s"
                                    .formatted(signature.signerIin(), request.applicantIin()),
                            "Қол қойған — %s, ал өтініш беруші — %s"
                                    .formatted(signature.signerIin(), request.applicantIin())));
        }
        return Finding.of(
                clause,
                signature.valid(),
                new Sentence(
                        "Signed by the applicant with a certificate good at that time",
                        "Өтініш беруші сол сәтте жарамды куәлікпен қол қойған"),
                new Sentence(
                        "The signature does not fit or its certificate was not good at that time",
                        "Қолтаңба сәйкес емес немесе куәлігі сол сәтте жарамсыз болған"));
    }

    /// The text names the provider's signature; the sense asks for the applicant's.
    @Clause(KZD.ART_17)
    private static Finding portalNeedsASignature(Request request) {
        return request.onPaper()
                ? request.channel().hasNoPartIn(KZD.ART_17)
                : Finding.of(
                        KZD.ART_17,
                        request.signature().isPresent(),
                        new Sentence("The applicant has an e-signature", "Өтініш берушінің ЭЦҚ-сы бар"),
                        new Sentence(
                                "Without an e-signature the request goes on paper to the institution or the centre",
                                "ЭЦҚ болмаса, өтініш қағазбен оқу орнына не орталыққа беріледі"));
    }

    @Clause(KZD.A1_REASON)
    private static Finding formStatesTheReason(Request request) {
        return wordsFor(KZD.A1_REASON, request);
    }

    private static Finding application(String clause, Request request) {
        if (!request.has(Document.APPLICATION)) {
            return Finding.notMet(clause, new Sentence("The application is missing", "Өтініш жоқ"));
        }
        return wordsFor(clause, request);
    }

    private static Finding wordsFor(String clause, Request request) {
        return Finding.of(
                clause,
                request.givesReason(),
                new Sentence(
                        "The reason, %s, is told: %s"
                                .formatted(request.reason().name.en(), request.reasonText()),
                        "Себебі (%s) айтылған: %s"
                                .formatted(request.reason().name.local(), request.reasonText())),
                new Sentence(
                        "The reason is %s, but not a word is said about it"
                                .formatted(request.reason().name.en()),
                        "Себебі — %s, бірақ ол туралы бір сөз жазылмаған"
                                .formatted(request.reason().name.local())));
    }

    private static Finding identity(String clause, Request request) {
        if (!request.has(Document.ID_COPY)) {
            return Finding.notMet(
                    clause, new Sentence("The copy of an identity document is missing", "Жеке куәлік көшірмесі жоқ"));
        }
        return Finding.of(
                clause,
                request.originalWasSeen(),
                new Sentence(
                        "The copy is there and the clerk has seen the original",
                        "Көшірмесі бар, қызметкер түпнұсқасын көрді"),
                new Sentence(
                        "The copy is there, but the clerk has not seen the original",
                        "Көшірмесі бар, бірақ қызметкер түпнұсқасын көрмеген"));
    }
}
