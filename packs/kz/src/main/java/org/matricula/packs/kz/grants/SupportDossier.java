package org.matricula.packs.kz.grants;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts.Says;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZG;

/// Whether everything is there for social support of a student. One ground is enough; the papers go to the
/// institution or through the portal, the list is the same.
final class SupportDossier extends CatalogueDecision<SupportDossier.Request, SupportDossier.Answer> {
    SupportDossier() {
        super(
                "kz.grants.support-dossier",
                new Sentence(
                        "Is the request for social support complete?", "Әлеуметтік қолдау сұраған өтініш толық па?"),
                KZG::regulation,
                Request.class,
                Answer.class);
    }

    /// Why support is asked for.
    enum Ground {
        HEALTH("health", "денсаулық"),
        ORPHAN("loss of parents", "жетімдік"),
        WAR_EQUATED("being equated to war participants", "соғыс қатысушысына теңестірілу");

        private final Sentence name;

        Ground(String en, String kk) {
            name = new Sentence(en, kk);
        }
    }

    /// A paper of the list.
    enum Document {
        FREE_APPLICATION("application in free words", "еркін жазылған өтініш"),
        MCC_CONCLUSION("conclusion of the medical commission", "дәрігерлік комиссия қорытындысы"),
        PARENT_LOSS_PROOF("proof of the loss of parents", "ата-анадан айырылғанын растайтын қағаз"),
        WAR_EQUATED_PROOF(
                "proof of being equated to war participants", "соғыс қатысушысына теңестірілгенін растайтын қағаз"),
        ID_COPY("copy of an identity document", "жеке куәлік көшірмесі");

        private final Sentence name;

        Document(String en, String kk) {
            name = new Sentence(en, kk);
        }
    }

    /// A request with its papers.
    record Request(
            @Says("Where it is handed in") Channel channel,
            @Says("Why support is asked for") Ground ground,
            @Says("What was handed in") List<Document> documents,

            @Says("What the paper on the loss of parents shows")
            Optional<ParentLoss> parentLossProof) {
        private boolean has(Document document) {
            return documents.contains(document);
        }
    }

    /// The answer.
    ///
    /// @param missing what is missing, in the order of the list; empty when complete
    record Answer(boolean complete, List<Document> missing) {}

    @Override
    public Ruling<Answer> decide(Request request, Edition edition) {
        List<Document> missing = Stream.of(Document.FREE_APPLICATION, paperFor(request.ground()), Document.ID_COPY)
                .filter(document -> !request.has(document))
                .toList();
        return new Ruling<>(
                new Answer(missing.isEmpty(), missing),
                List.of(
                        eitherWayWillDo(request),
                        applicationIsThere(request),
                        healthIsShown(request),
                        lossOfParentsIsShown(request),
                        kindOfLossIsInTheList(request),
                        incapacityCounts(request),
                        limitedCapacityCounts(request),
                        equationIsShown(request),
                        identityCopyIsThere(request)));
    }

    private static Document paperFor(Ground ground) {
        return switch (ground) {
            case HEALTH -> Document.MCC_CONCLUSION;
            case ORPHAN -> Document.PARENT_LOSS_PROOF;
            case WAR_EQUATED -> Document.WAR_EQUATED_PROOF;
        };
    }

    /// The text says "and"; nobody can mean that the same papers are handed in twice.
    @Clause(KZG.ART_9_SOC_CHANNEL)
    private static Finding eitherWayWillDo(Request request) {
        return Finding.met(
                KZG.ART_9_SOC_CHANNEL,
                new Sentence(
                        "Handed in " + request.channel().inWords().en() + "; one of the two ways is enough",
                        "Өтініш " + request.channel().inWords().local() + " берілді; екі жолдың бірі жеткілікті"));
    }

    @Clause(KZG.ART_9_SOC_1)
    private static Finding applicationIsThere(Request request) {
        return there(KZG.ART_9_SOC_1, request, Document.FREE_APPLICATION);
    }

    @Clause(KZG.ART_9_SOC_2)
    private static Finding healthIsShown(Request request) {
        return onGround(KZG.ART_9_SOC_2, request, Ground.HEALTH);
    }

    @Clause(KZG.ART_9_SOC_3)
    private static Finding lossOfParentsIsShown(Request request) {
        return onGround(KZG.ART_9_SOC_3, request, Ground.ORPHAN);
    }

    @Clause(KZG.ART_9_SOC_3_FORMS)
    private static Finding kindOfLossIsInTheList(Request request) {
        String clause = KZG.ART_9_SOC_3_FORMS;
        if (request.ground() != Ground.ORPHAN) {
            return otherGround(clause, request);
        }
        if (!request.has(Document.PARENT_LOSS_PROOF)) {
            return there(clause, request, Document.PARENT_LOSS_PROOF);
        }
        return request.parentLossProof()
                .map(kind -> Finding.met(
                        clause,
                        new Sentence(
                                "The paper shows that " + kind.inWords().en(),
                                "Қағазда: " + kind.inWords().local())))
                .orElseGet(() -> Finding.needsPerson(
                        clause,
                        new Sentence(
                                "Which loss of parents does the paper show?",
                                "Қағаз ата-анадан айырылудың қай түрін көрсетеді?")));
    }

    @Clause(KZG.ART_9_SOC_3_INCAPABLE)
    private static Finding incapacityCounts(Request request) {
        return courtDecision(KZG.ART_9_SOC_3_INCAPABLE, request, ParentLoss.INCAPABLE);
    }

    @Clause(KZG.ART_9_SOC_3_LIMITED)
    private static Finding limitedCapacityCounts(Request request) {
        return courtDecision(KZG.ART_9_SOC_3_LIMITED, request, ParentLoss.LIMITED_CAPACITY);
    }

    @Clause(KZG.ART_9_SOC_4)
    private static Finding equationIsShown(Request request) {
        return onGround(KZG.ART_9_SOC_4, request, Ground.WAR_EQUATED);
    }

    @Clause(KZG.ART_9_SOC_5)
    private static Finding identityCopyIsThere(Request request) {
        return there(KZG.ART_9_SOC_5, request, Document.ID_COPY);
    }

    private static Finding courtDecision(String clause, Request request, ParentLoss kind) {
        return request.ground() == Ground.ORPHAN
                        && request.parentLossProof().filter(k -> k == kind).isPresent()
                ? there(clause, request, Document.PARENT_LOSS_PROOF)
                : Finding.doesNotApply(
                        clause,
                        new Sentence(
                                "Nobody claims that " + kind.inWords().en(),
                                "Мынадай мән-жай айтылмаған: " + kind.inWords().local()));
    }

    private static Finding onGround(String clause, Request request, Ground ground) {
        return request.ground() == ground ? there(clause, request, paperFor(ground)) : otherGround(clause, request);
    }

    private static Finding otherGround(String clause, Request request) {
        return Finding.doesNotApply(
                clause,
                new Sentence(
                        "The ground given is: " + request.ground().name.en(),
                        "Көрсетілген негіз: " + request.ground().name.local()));
    }

    private static Finding there(String clause, Request request, Document document) {
        return Finding.of(
                clause,
                request.has(document),
                new Sentence("Handed in: " + document.name.en(), "Тапсырылды: " + document.name.local()),
                new Sentence("Missing: " + document.name.en(), "Жетіспейді: " + document.name.local()));
    }
}
