package org.matricula.packs.ru.diploma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.packs.ru.RUD;
import org.matricula.packs.ru.diploma.DossierDecision.Answer;
import org.matricula.packs.ru.diploma.DossierDecision.Outcome;

class DossierPropertiesTest {
    private static final Set<Item> NEVER_LACKING =
            EnumSet.of(Item.SNILS, Item.INN, Item.DIPLOMA_SCAN, Item.SUBSTITUTE_CERTIFICATE);

    private static Ruling<Answer> decide(Dossier dossier) {
        return new DossierDecision().decide(dossier, RUD.regulation().latest());
    }

    @Property(tries = 300)
    void a_package_is_whole_exactly_if_nothing_is_lacking_and_then_it_is_accepted(@ForAll("dossiers") Dossier dossier) {
        Answer answer = decide(dossier).answer();
        assertThat(answer.complete()).isEqualTo(answer.missing().isEmpty());
        assertThat(answer.outcomeIfSent() == Outcome.ACCEPT).isEqualTo(answer.complete());
        assertThat(answer.outcomeIfSent() == Outcome.REFUSE)
                .isEqualTo(answer.missing().contains(Item.NAME_CHANGE));
        assertThat(answer.missing()).doesNotContainAnyElementsOf(NEVER_LACKING);
    }

    @Property(tries = 300)
    void another_paper_never_makes_a_package_worse(@ForAll("dossiers") Dossier dossier, @ForAll Item more) {
        List<Item> items = new ArrayList<>(dossier.items());
        items.add(more);
        assertThat(dossier.missing()).containsAll(with(dossier, items).missing());
    }

    @Property(tries = 300)
    void whoever_adds_what_is_lacking_and_pays_and_agrees_is_accepted(@ForAll("dossiers") Dossier dossier) {
        List<Item> items = new ArrayList<>(dossier.items());
        items.addAll(dossier.missing());
        Dossier mended = new Dossier(
                dossier.route(),
                dossier.institutionStatus(),
                dossier.surnameNow(),
                dossier.surnameInDiploma(),
                dossier.fee(),
                Math.max(dossier.fee(), dossier.paid()),
                items,
                true);
        assertThat(decide(mended).answer().outcomeIfSent()).isEqualTo(Outcome.ACCEPT);
    }

    @Property(tries = 300)
    void every_gap_has_a_clause_against_it_and_every_reason_is_said_twice(@ForAll("dossiers") Dossier dossier) {
        Ruling<Answer> ruling = decide(dossier);
        assertThat(ruling.findings().stream().noneMatch(Finding::isNotMet))
                .isEqualTo(ruling.answer().complete());
        assertThat(ruling.findings()).allSatisfy(finding -> {
            assertThat(finding.because().en()).matches("(?s).*[a-z].*");
            assertThat(finding.because().local()).matches("(?s).*[а-я].*");
        });
        assertThat(ruling.findings().stream().map(Finding::clause)).doesNotHaveDuplicates();
    }

    private static Dossier with(Dossier dossier, List<Item> items) {
        return new Dossier(
                dossier.route(),
                dossier.institutionStatus(),
                dossier.surnameNow(),
                dossier.surnameInDiploma(),
                dossier.fee(),
                dossier.paid(),
                items,
                dossier.consent());
    }

    @Provide
    Arbitrary<Dossier> dossiers() {
        Arbitrary<String> surnames = Arbitraries.of("Петрова", "ПЕТРОВА", "Иванова", "Фёдоров", "Федоров");
        return Combinators.combine(
                        Arbitraries.of(Dossier.Route.class),
                        Arbitraries.of(InstitutionStatus.class),
                        surnames,
                        surnames,
                        Arbitraries.of(0L, 1L, 500L),
                        Arbitraries.of(0L, 499L, 500L, 600L),
                        Arbitraries.of(Item.class).list().ofMaxSize(12),
                        Arbitraries.of(true, false))
                .as(Dossier::new);
    }
}
