package org.matricula.packs.kz.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.matricula.packs.kz.grants.Competition.Applicant;
import org.matricula.packs.kz.grants.Competition.Award;
import org.matricula.packs.kz.grants.Competition.Breaker;
import org.matricula.packs.kz.grants.Competition.Outcome;
import org.matricula.packs.kz.grants.Competition.Places;
import org.matricula.packs.kz.grants.Competition.Pool;
import org.matricula.packs.kz.grants.Competition.Preference;
import org.matricula.packs.kz.grants.Competition.Tie;

/// What holds for every competition, whoever takes part.
class CompetitionTest {
    private record Seat(String specialty, String language, Pool pool) {}

    private record Campaign(List<Places> places, List<Applicant> applicants) {}

    @Property(tries = 400)
    void awards_never_exceed_places(@ForAll long seed) {
        Campaign campaign = campaign(seed);
        Map<Seat, Integer> taken = new HashMap<>();
        for (Award award : award(campaign).awards()) {
            taken.merge(seat(award), 1, Integer::sum);
        }
        Map<Seat, Integer> offered = capacities(campaign.places());
        taken.forEach((seat, count) ->
                assertThat(count).as(seat.toString()).isLessThanOrEqualTo(offered.getOrDefault(seat, 0)));
    }

    @Property(tries = 400)
    void everybody_is_either_placed_once_or_unplaced_once(@ForAll long seed) {
        Campaign campaign = campaign(seed);
        Outcome outcome = award(campaign);
        List<String> told = new ArrayList<>(outcome.unplaced());
        outcome.awards().forEach(a -> told.add(a.id()));
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        campaign.applicants().stream().map(Applicant::id).toList());
    }

    @Property(tries = 400)
    void nobody_loses_a_place_to_somebody_who_stands_lower(@ForAll long seed) {
        Campaign campaign = campaign(seed);
        Outcome outcome = award(campaign);
        Map<String, Applicant> byId = new HashMap<>();
        campaign.applicants().forEach(a -> byId.put(a.id(), a));
        Map<String, Award> won = new HashMap<>();
        outcome.awards().forEach(a -> won.put(a.id(), a));
        Map<Seat, List<Applicant>> holders = new HashMap<>();
        outcome.awards()
                .forEach(a ->
                        holders.computeIfAbsent(seat(a), _ -> new ArrayList<>()).add(byId.get(a.id())));
        Map<Seat, Integer> offered = capacities(campaign.places());
        for (Applicant applicant : campaign.applicants()) {
            for (Seat dearer : dearerSeats(applicant, won.get(applicant.id()))) {
                List<Applicant> there = holders.getOrDefault(dearer, List.of());
                assertThat(there)
                        .as("%s could have had %s", applicant.id(), dearer)
                        .hasSize(offered.getOrDefault(dearer, 0));
                assertThat(there)
                        .allSatisfy(h -> assertThat(Competition.MERIT.compare(h, applicant))
                                .as("%s holds %s before %s", h.id(), dearer, applicant.id())
                                .isNegative());
            }
        }
    }

    @Property(tries = 300)
    void the_order_of_the_list_changes_nothing(@ForAll long seed) {
        Campaign campaign = campaign(seed);
        List<Applicant> shuffled = new ArrayList<>(campaign.applicants());
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertThat(Competition.award(campaign.places(), shuffled)).isEqualTo(award(campaign));
    }

    @Property(tries = 300)
    void kept_places_go_to_rural_applicants_only(@ForAll long seed) {
        Campaign campaign = campaign(seed);
        Set<String> rural = new HashSet<>();
        campaign.applicants().stream().filter(Applicant::rural).forEach(a -> rural.add(a.id()));
        assertThat(award(campaign).awards())
                .filteredOn(a -> a.pool() == Pool.RURAL)
                .allSatisfy(a -> assertThat(rural).contains(a.id()));
    }

    @Property(tries = 300)
    void a_tie_is_between_equal_points_and_names_what_settled_it(@ForAll long seed) {
        Campaign campaign = campaign(seed);
        Map<String, Applicant> byId = new HashMap<>();
        campaign.applicants().forEach(a -> byId.put(a.id(), a));
        for (Tie tie : award(campaign).ties()) {
            List<Applicant> tied = tie.ids().stream().map(byId::get).toList();
            assertThat(tied).hasSizeGreaterThan(1);
            assertThat(new TreeSet<>(tied.stream().map(Applicant::score).toList()))
                    .hasSize(1);
            boolean allEqual = tied.stream().allMatch(a -> Competition.byRules(tied.getFirst(), a) == 0);
            if (allEqual) {
                assertThat(tie.brokenBy()).isEqualTo(Breaker.UNRESOLVED);
            }
        }
    }

    /// The textbook way, written apart from the code it checks: everybody proposes, every pool keeps its best.
    @Property(tries = 400)
    void the_outcome_is_the_one_of_deferred_acceptance(@ForAll long seed) {
        Campaign campaign = campaign(seed);
        Map<String, Seat> placed = new LinkedHashMap<>();
        award(campaign).awards().forEach(a -> placed.put(a.id(), seat(a)));
        assertThat(placed).containsExactlyInAnyOrderEntriesOf(deferredAcceptance(campaign));
    }

    private static Map<String, Seat> deferredAcceptance(Campaign campaign) {
        Map<Seat, Integer> offered = capacities(campaign.places());
        Map<Seat, List<Applicant>> held = new HashMap<>();
        Map<String, Deque<Seat>> toAsk = new HashMap<>();
        Deque<Applicant> free = new ArrayDeque<>(campaign.applicants());
        campaign.applicants().forEach(a -> toAsk.put(a.id(), new ArrayDeque<>(dearerSeats(a, null))));
        while (!free.isEmpty()) {
            Applicant applicant = free.poll();
            Seat seat = toAsk.get(applicant.id()).poll();
            if (seat == null) {
                continue;
            }
            List<Applicant> there = held.computeIfAbsent(seat, _ -> new ArrayList<>());
            there.add(applicant);
            there.sort(Competition.MERIT);
            if (there.size() > offered.getOrDefault(seat, 0)) {
                free.add(there.removeLast());
            }
        }
        Map<String, Seat> placed = new HashMap<>();
        held.forEach((seat, there) -> there.forEach(a -> placed.put(a.id(), seat)));
        return placed;
    }

    /// The seats an applicant would rather have than the award, dearest first; all of the wishes when there is
    /// none.
    private static List<Seat> dearerSeats(Applicant applicant, @Nullable Award award) {
        List<Seat> dearer = new ArrayList<>();
        for (Preference wish : applicant.preferences()) {
            for (Pool pool : applicant.rural() ? Pool.values() : new Pool[] {Pool.GENERAL}) {
                Seat seat = new Seat(wish.specialty(), wish.language(), pool);
                if (award != null && seat.equals(seat(award))) {
                    return dearer;
                }
                dearer.add(seat);
            }
        }
        return dearer;
    }

    private static Seat seat(Award award) {
        return new Seat(award.specialty(), award.language(), award.pool());
    }

    private static Map<Seat, Integer> capacities(List<Places> places) {
        Map<Seat, Integer> capacities = new HashMap<>();
        for (Places p : places) {
            int rural = (int) Math.floor(p.places() * p.ruralPercent() / 100.0 + 1e-9);
            capacities.put(new Seat(p.specialty(), p.language(), Pool.RURAL), rural);
            capacities.put(new Seat(p.specialty(), p.language(), Pool.GENERAL), p.places() - rural);
        }
        return capacities;
    }

    private static Outcome award(Campaign campaign) {
        return Competition.award(campaign.places(), campaign.applicants());
    }

    /// A small campaign with few different points, so that ties are common.
    private static Campaign campaign(long seed) {
        Random random = new Random(seed);
        List<Places> places = new ArrayList<>();
        for (String specialty : List.of("LAW", "HISTORY", "PHYSICS")) {
            for (String language : List.of("kk", "ru")) {
                places.add(new Places(specialty, language, random.nextInt(5), random.nextInt(11) * 10));
            }
        }
        List<Applicant> applicants = new ArrayList<>();
        int count = random.nextInt(30);
        for (int i = 0; i < count; i++) {
            applicants.add(applicant("A" + i, random, List.of("LAW", "HISTORY", "PHYSICS", "NOT_OFFERED")));
        }
        return new Campaign(places, applicants);
    }

    private static Applicant applicant(String id, Random random, List<String> specialties) {
        List<Preference> wishes = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String specialty = specialties.get(random.nextInt(specialties.size()));
            String language = random.nextBoolean() ? "kk" : "ru";
            if (seen.add(List.of(specialty, language))) {
                wishes.add(new Preference(specialty, language, "U" + random.nextInt(3)));
            }
        }
        return new Applicant(
                id,
                BigDecimal.valueOf(50 + random.nextInt(4)),
                wishes,
                random.nextBoolean(),
                random.nextInt(4) == 0 ? List.of(CompetitionFile.Category.values()[random.nextInt(4)]) : List.of(),
                random.nextInt(4) == 0,
                BigDecimal.valueOf(400 + random.nextInt(3) * 50L, 2),
                BigDecimal.valueOf(random.nextInt(3)),
                random.nextInt(8) == 0 ? Optional.of(true) : Optional.empty(),
                Optional.of(random.nextInt(8) == 0),
                random.nextInt(8) == 0 ? Optional.of(true) : Optional.empty());
    }
}
