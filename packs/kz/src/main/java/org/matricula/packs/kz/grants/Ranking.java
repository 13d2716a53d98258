package org.matricula.packs.kz.grants;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Facts.Says;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.kz.KZG;
import org.matricula.packs.kz.grants.Competition.Applicant;
import org.matricula.packs.kz.grants.Competition.Breaker;
import org.matricula.packs.kz.grants.Competition.Outcome;
import org.matricula.packs.kz.grants.Competition.Places;
import org.matricula.packs.kz.grants.Competition.Tie;

/// Who gets which grant. The order of merit is not in the standard; see [Competition].
final class Ranking extends CatalogueDecision<Ranking.Entered, Outcome> {
    Ranking() {
        super(
                "kz.grants.ranking",
                new Sentence("Who wins a grant?", "Грантты кім жеңіп алады?"),
                KZG::regulation,
                Entered.class,
                Outcome.class);
    }

    private static final int MOST_TIES_TOLD = 10;

    /// Places and applicants of one campaign.
    record Entered(
            @Says("Places to be awarded") List<Places> places,
            @Says("Everyone who competes, of both channels") List<Applicant> applicants)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            List<Problem> problems = new ArrayList<>();
            Set<List<String>> offers = new HashSet<>();
            for (int i = 0; i < places.size(); i++) {
                Places p = places.get(i);
                if (!offers.add(List.of(p.specialty(), p.language()))) {
                    problems.add(new Problem(
                            "/places/" + i,
                            new Sentence(
                                    "%s in %s is listed twice; add the places up"
                                            .formatted(p.specialty(), p.language()),
                                    "%s (%s) екі рет аталған; орындарды қосыңыз"
                                            .formatted(p.specialty(), p.language()))));
                }
            }
            Set<String> ids = HashSet.newHashSet(applicants.size());
            for (int i = 0; i < applicants.size(); i++) {
                String id = applicants.get(i).id();
                if (!ids.add(id)) {
                    problems.add(new Problem(
                            "/applicants/" + i + "/id",
                            new Sentence(
                                    "Applicant %s is listed twice".formatted(id),
                                    "%s өтініш берушісі екі рет аталған".formatted(id))));
                }
            }
            return problems;
        }
    }

    /// A whole country competes.
    @Override
    public int largestFacts() {
        return 64 << 20;
    }

    @Override
    public Ruling<Outcome> decide(Entered entered, Edition edition) {
        Outcome outcome = Competition.award(entered.places(), entered.applicants());
        return new Ruling<>(
                outcome, List.of(ministryDecides(outcome), oneList(entered), winnersGetACertificate(entered, outcome)));
    }

    @Clause(KZG.ART_3_PROVIDER)
    private static Finding ministryDecides(Outcome outcome) {
        List<Tie> open = outcome.ties().stream()
                .filter(t -> t.brokenBy() == Breaker.UNRESOLVED)
                .toList();
        if (open.isEmpty()) {
            return Finding.doesNotApply(
                    KZG.ART_3_PROVIDER,
                    Sentence.of(
                            "The rules settle all %d ties for a last place",
                            "Соңғы орынға таласқан %d теңдіктің бәрін ереже шешеді",
                            outcome.ties().size()));
        }
        String told = String.join(
                "; ",
                open.stream()
                        .limit(MOST_TIES_TOLD)
                        .map(t -> "%s %s: %d"
                                .formatted(t.specialty(), t.language(), t.ids().size()))
                        .toList());
        return Finding.needsPerson(
                KZG.ART_3_PROVIDER,
                Sentence.of(
                        "Ties in which all is equal: %d (%s); who of them gets the last place?",
                        "Бәрі бірдей болған теңдік саны: %d (%s); соңғы орынды қайсысы алады?", open.size(), told));
    }

    @Clause(KZG.ART_5_FORM)
    private static Finding oneList(Entered entered) {
        return Finding.met(
                KZG.ART_5_FORM,
                Sentence.of(
                        "%d applicants stand in one list, whichever way they filed",
                        "%d өтініш беруші қай жолмен берсе де бір тізімде тұр",
                        entered.applicants().size()));
    }

    @Clause(KZG.ART_6_RESULT_CERT)
    private static Finding winnersGetACertificate(Entered entered, Outcome outcome) {
        long all = entered.places().stream().mapToLong(Places::places).sum();
        return Finding.of(
                KZG.ART_6_RESULT_CERT,
                !outcome.awards().isEmpty(),
                Sentence.of(
                        "%d of %d applicants win one of %d grants and get a certificate",
                        "%2$d өтініш берушінің %1$d-і %3$d гранттың бірін жеңіп, куәлік алады",
                        outcome.awards().size(),
                        entered.applicants().size(),
                        all),
                Sentence.of(
                        "None of %2$d applicants wins one of %3$d grants",
                        "%2$d өтініш берушінің ешқайсысы %3$d гранттың бірін жеңіп алмады",
                        outcome.awards().size(),
                        entered.applicants().size(),
                        all));
    }
}
