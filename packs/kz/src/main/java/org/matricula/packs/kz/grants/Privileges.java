package org.matricula.packs.kz.grants;

import java.util.List;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZG;
import org.matricula.packs.kz.grants.CompetitionFile.Category;
import org.matricula.packs.kz.grants.CompetitionFile.Document;

/// The clauses on privileges in the competition: what each claim must be shown by.
final class Privileges {
    private Privileges() {}

    /// Examines the clauses on privileges claimed on paper, in the order of the text.
    static List<Finding> onPaper(CompetitionFile file) {
        return List.of(
                claimedOnPaper(KZG.ART_9_7, file, Category.DISABILITY),
                claimedOnPaper(KZG.ART_9_8, file, Category.ORPHAN),
                kindOfLossIsInTheList(file),
                kind(KZG.ART_9_8_DEPRIVED, file, ParentLoss.RIGHTS_DEPRIVED),
                kind(KZG.ART_9_8_RESTRICTED, file, ParentLoss.RIGHTS_RESTRICTED),
                kind(KZG.ART_9_8_MISSING, file, ParentLoss.MISSING),
                kind(KZG.ART_9_8_DEAD, file, ParentLoss.DECLARED_DEAD),
                claimedOnPaper(KZG.ART_9_9, file, Category.WAR_EQUATED),
                ethnicKazakhIsNoCitizen(file));
    }

    /// Examines the clauses on privileges claimed on the portal, in the order of the text.
    static List<Finding> onThePortal(CompetitionFile file) {
        return List.of(healthOnThePortal(file), priorityOnThePortal(file));
    }

    @Clause({KZG.ART_9_7, KZG.ART_9_8, KZG.ART_9_9})
    private static Finding claimedOnPaper(String clause, CompetitionFile file, Category category) {
        if (!file.onPaper()) {
            return file.channel().hasNoPartIn(clause);
        }
        return file.claims(category) ? shown(clause, file, category) : notClaimed(clause, category);
    }

    @Clause(KZG.ART_9_8_FORMS)
    private static Finding kindOfLossIsInTheList(CompetitionFile file) {
        String clause = KZG.ART_9_8_FORMS;
        if (!file.claims(Category.ORPHAN)) {
            return notClaimed(clause, Category.ORPHAN);
        }
        if (file.parentLossProof().isEmpty()) {
            return Finding.needsPerson(
                    clause,
                    new Sentence(
                            "Which loss of parents does the paper show? Until it is told, a paper file does not count it",
                            "Қағаз ата-анадан айырылудың қай түрін көрсетеді? Айтылмайынша, қағаз құжатта есепке алынбайды"));
        }
        ParentLoss kind = file.parentLossProof().get();
        if (kind.isDeathCertificate()) {
            return Finding.doesNotApply(
                    clause,
                    new Sentence(
                            "A death certificate: " + kind.inWords().en(),
                            "Қайтыс болу куәлігі: " + kind.inWords().local()));
        }
        return Finding.of(
                clause,
                kind.countsInCompetition(),
                new Sentence(
                        "The list of the competition has it: " + kind.inWords().en(),
                        "Конкурс тізімінде бар: " + kind.inWords().local()),
                new Sentence(
                        "Good for social support only, not in the list of the competition: "
                                + kind.inWords().en(),
                        "Тек әлеуметтік қолдауға жарайды, конкурс тізімінде жоқ: "
                                + kind.inWords().local()));
    }

    @Clause({KZG.ART_9_8_DEPRIVED, KZG.ART_9_8_RESTRICTED, KZG.ART_9_8_MISSING, KZG.ART_9_8_DEAD})
    private static Finding kind(String clause, CompetitionFile file, ParentLoss kind) {
        return file.claims(Category.ORPHAN)
                        && file.parentLossProof().filter(k -> k == kind).isPresent()
                ? Dossier.there(clause, file, file.paperFor(Category.ORPHAN))
                : Finding.doesNotApply(
                        clause,
                        new Sentence(
                                "Nobody claims that " + kind.inWords().en(),
                                "Мынадай мән-жай айтылмаған: " + kind.inWords().local()));
    }

    @Clause(KZG.ART_9_10)
    private static Finding ethnicKazakhIsNoCitizen(CompetitionFile file) {
        String clause = KZG.ART_9_10;
        if (!file.claims(Category.ETHNIC_KAZAKH)) {
            return notClaimed(clause, Category.ETHNIC_KAZAKH);
        }
        return file.citizenOfKazakhstan()
                ? Finding.notMet(
                        clause,
                        new Sentence(
                                "A citizen of Kazakhstan cannot claim the category of those who are none",
                                "Қазақстан азаматы азаматтығы жоқтардың санатын сұрай алмайды"))
                : shown(clause, file, Category.ETHNIC_KAZAKH);
    }

    @Clause(KZG.ART_9_PORTAL_5)
    private static Finding healthOnThePortal(CompetitionFile file) {
        if (file.onPaper()) {
            return file.channel().hasNoPartIn(KZG.ART_9_PORTAL_5);
        }
        return file.claims(Category.DISABILITY)
                ? shown(KZG.ART_9_PORTAL_5, file, Category.DISABILITY)
                : notClaimed(KZG.ART_9_PORTAL_5, Category.DISABILITY);
    }

    @Clause(KZG.ART_9_PORTAL_6)
    private static Finding priorityOnThePortal(CompetitionFile file) {
        String clause = KZG.ART_9_PORTAL_6;
        if (file.onPaper()) {
            return file.channel().hasNoPartIn(clause);
        }
        boolean claimed = file.categories().stream().anyMatch(c -> c != Category.DISABILITY);
        return claimed
                ? Dossier.there(clause, file, Document.PRIORITY_PROOF)
                : Finding.doesNotApply(
                        clause,
                        new Sentence("No priority beside health is claimed", "Денсаулықтан басқа басымдық сұралмаған"));
    }

    private static Finding shown(String clause, CompetitionFile file, Category category) {
        String en = category.inWords().en() + ": ";
        String kk = category.inWords().local() + ": ";
        Document paper = file.paperFor(category);
        return Finding.of(
                clause,
                file.has(paper),
                new Sentence(
                        "Claimed, " + en + paper.inWords().en() + " is there",
                        "Сұралды, " + kk + paper.inWords().local() + " бар"),
                new Sentence(
                        "Claimed, " + en + paper.inWords().en() + " is missing, so the privilege is not counted",
                        "Сұралды, " + kk + paper.inWords().local() + " жоқ, сондықтан жеңілдік есепке алынбайды"));
    }

    private static Finding notClaimed(String clause, Category category) {
        return Finding.doesNotApply(
                clause,
                new Sentence(
                        "Not claimed: " + category.inWords().en(),
                        "Сұралмаған: " + category.inWords().local()));
    }
}
