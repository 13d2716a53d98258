package org.matricula.packs.kz.grants;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Facts.AsText;
import org.matricula.law.Facts.Max;
import org.matricula.law.Facts.Min;
import org.matricula.law.Facts.NotEmpty;
import org.matricula.law.Facts.Says;
import org.matricula.packs.kz.grants.CompetitionFile.Category;

/// The award of places: applicants in the order of their merit, each to the first wish that still has a place.
///
/// One order holds for all pools, so that nobody can lose a place to somebody who stands lower. A place of the
/// general pool is taken before one that is kept for rural applicants; what is left of the rural share stays
/// empty, because it is only for them. The rural share is rounded down.
///
/// Takes O(n log n) for the order and one step a wish for the places.
public final class Competition {
    private Competition() {}

    /// Places of a specialty in a language of teaching.
    ///
    /// @param ruralPercent the share of the places kept for rural applicants
    public record Places(
            @Says("Specialty") @NotEmpty String specialty,
            @Says("Language of teaching") @NotEmpty String language,
            @Says("How many grants") @Min(0) int places,

            @Says("Share kept for rural applicants, in per cent") @Min(0) @Max(100)
            int ruralPercent) {
        int rural() {
            return Math.toIntExact((long) places * ruralPercent / 100);
        }
    }

    /// A wish; the institution is where the certificate will be handed out.
    public record Preference(
            @NotEmpty String specialty,
            @NotEmpty String language,
            @NotEmpty String institution) {}

    /// An applicant.
    ///
    /// @param preferences the wishes, dearest first
    /// @param honours an education document with honours
    /// @param average the average mark of the education document
    public record Applicant(
            @AsText @NotEmpty String id,

            @Says("Points of the test, from the register") @Min(0)
            BigDecimal score,

            @Says("Wishes, dearest first") List<Preference> preferences,
            @Says("May compete for the rural share") boolean rural,
            @Says("Privileges that count") List<Category> categories,
            @Says("Education document with honours") boolean honours,

            @Says("Average mark of the education document") @Min(0)
            BigDecimal average,

            @Says("Points in the profile subject") @Min(0) BigDecimal profileScore,
            @Says("Holder of the Altyn Belgi badge") Optional<Boolean> altynBelgi,

            @Says("College graduate with a year of work in the trade")
            Optional<Boolean> collegeAndWork,

            @Says("Winner of an olympiad or contest that fits the specialty")
            Optional<Boolean> olympiad) {
        /// Orphans, people with disabilities and those equated to war participants go first among equals.
        boolean hasCategoryThatGoesFirst() {
            for (Category category : categories) {
                if (category != Category.ETHNIC_KAZAKH) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Which part of the places an award comes from.
    public enum Pool {
        GENERAL,
        RURAL
    }

    /// An award.
    public record Award(String id, String specialty, String language, String institution, Pool pool) {}

    /// What settled a tie for the last place. Categories and honours are one step: either goes before neither.
    public enum Breaker {
        ALTYN_BELGI,
        COLLEGE_AND_WORK,
        OLYMPIAD,
        CATEGORIES,
        HONOURS,
        AVERAGE,
        PROFILE_SCORE,
        /// Nothing in the rules; a person must look. Until then the lower id stands first.
        UNRESOLVED
    }

    /// Applicants with the same points of whom not all got a place.
    public record Tie(List<String> ids, Breaker brokenBy, String specialty, String language, Pool pool) {}

    /// How a pool was filled.
    ///
    /// @param lowestScore the points of the last one awarded; null when nobody was
    public record CutOff(
            String specialty,
            String language,
            Pool pool,
            int places,
            int awarded,
            @Nullable BigDecimal lowestScore) {}

    /// The outcome: awards and unplaced in the order of merit, ties and cut-offs in the order of the places.
    public record Outcome(List<Award> awards, List<String> unplaced, List<Tie> ties, List<CutOff> cutOffs) {}

    /// From first to last: points, then the preferences among equals, then the id so that the order is always
    /// the same.
    public static final Comparator<Applicant> MERIT =
            ((Comparator<Applicant>) Competition::byRules).thenComparing(Applicant::id);

    /// Awards the places.
    public static Outcome award(List<Places> places, List<Applicant> applicants) {
        Map<Offer, Shares> offers = LinkedHashMap.newLinkedHashMap(places.size());
        places.forEach(p -> offers.put(new Offer(p.specialty(), p.language()), new Shares(p)));
        Map<Offer, Shares> byWish = new HashMap<>(offers);
        Applicant[] order = applicants.toArray(Applicant[]::new);
        Arrays.parallelSort(order, MERIT);
        List<Award> awards = new ArrayList<>();
        List<String> unplaced = new ArrayList<>();
        for (Applicant applicant : order) {
            Award award = place(applicant, byWish);
            if (award == null) {
                unplaced.add(applicant.id());
            } else {
                awards.add(award);
            }
        }
        List<Tie> ties = new ArrayList<>();
        List<CutOff> cutOffs = new ArrayList<>();
        offers.forEach((offer, shares) -> {
            shares.general.report(offer, ties, cutOffs);
            shares.rural.report(offer, ties, cutOffs);
        });
        return new Outcome(List.copyOf(awards), List.copyOf(unplaced), List.copyOf(ties), List.copyOf(cutOffs));
    }

    private static @Nullable Award place(Applicant applicant, Map<Offer, Shares> offers) {
        for (Preference wish : applicant.preferences()) {
            Shares shares = offers.get(new Offer(wish.specialty(), wish.language()));
            if (shares == null) {
                continue;
            }
            Pool pool = shares.general.takes(applicant)
                    ? Pool.GENERAL
                    : applicant.rural() && shares.rural.takes(applicant) ? Pool.RURAL : null;
            if (pool != null) {
                return new Award(applicant.id(), wish.specialty(), wish.language(), wish.institution(), pool);
            }
        }
        return null;
    }

    /// The order of the rules alone; zero when they leave two applicants equal.
    static int byRules(Applicant a, Applicant b) {
        int byScore = b.score().compareTo(a.score());
        return byScore != 0 ? byScore : amongEquals(a, b).order();
    }

    private record Settled(int order, Breaker by) {}

    private static final Settled EQUAL = new Settled(0, Breaker.UNRESOLVED);

    /// Who goes first among two with the same points, and why.
    private static Settled amongEquals(Applicant a, Applicant b) {
        int order = first(a.altynBelgi(), b.altynBelgi());
        if (order != 0) {
            return new Settled(order, Breaker.ALTYN_BELGI);
        }
        order = first(a.collegeAndWork(), b.collegeAndWork());
        if (order != 0) {
            return new Settled(order, Breaker.COLLEGE_AND_WORK);
        }
        order = first(a.olympiad(), b.olympiad());
        if (order != 0) {
            return new Settled(order, Breaker.OLYMPIAD);
        }
        boolean categoryA = a.hasCategoryThatGoesFirst();
        boolean categoryB = b.hasCategoryThatGoesFirst();
        order = Boolean.compare(categoryB || b.honours(), categoryA || a.honours());
        if (order != 0) {
            return new Settled(order, categoryA || categoryB ? Breaker.CATEGORIES : Breaker.HONOURS);
        }
        order = b.average().compareTo(a.average());
        if (order != 0) {
            return new Settled(order, Breaker.AVERAGE);
        }
        order = b.profileScore().compareTo(a.profileScore());
        return order == 0 ? EQUAL : new Settled(order, Breaker.PROFILE_SCORE);
    }

    private static int first(Optional<Boolean> a, Optional<Boolean> b) {
        return Boolean.compare(b.orElse(false), a.orElse(false));
    }

    private record Offer(String specialty, String language) {}

    /// The two parts of one offer.
    private static final class Shares {
        private final Seats general;
        private final Seats rural;

        Shares(Places places) {
            rural = new Seats(Pool.RURAL, places.rural());
            general = new Seats(Pool.GENERAL, places.places() - places.rural());
        }
    }

    /// The places of one pool, filled in the order of merit; remembers who stood at the edge.
    private static final class Seats {
        private final Pool pool;
        private final int places;
        private int taken;
        private final List<Applicant> lastEquals = new ArrayList<>();
        private final List<Applicant> turnedAwayEquals = new ArrayList<>();

        Seats(Pool pool, int places) {
            this.pool = pool;
            this.places = places;
        }

        boolean takes(Applicant applicant) {
            boolean sameScore =
                    !lastEquals.isEmpty() && lastEquals.getLast().score().compareTo(applicant.score()) == 0;
            if (taken == places) {
                if (sameScore) {
                    turnedAwayEquals.add(applicant);
                }
                return false;
            }
            taken++;
            if (!sameScore) {
                lastEquals.clear();
            }
            lastEquals.add(applicant);
            return true;
        }

        void report(Offer offer, List<Tie> ties, List<CutOff> cutOffs) {
            if (places > 0 || pool == Pool.GENERAL) {
                BigDecimal lowest =
                        lastEquals.isEmpty() ? null : lastEquals.getLast().score();
                cutOffs.add(new CutOff(offer.specialty(), offer.language(), pool, places, taken, lowest));
            }
            if (!turnedAwayEquals.isEmpty()) {
                List<String> ids = new ArrayList<>();
                lastEquals.forEach(a -> ids.add(a.id()));
                turnedAwayEquals.forEach(a -> ids.add(a.id()));
                Breaker by = amongEquals(lastEquals.getLast(), turnedAwayEquals.getFirst())
                        .by();
                ties.add(new Tie(List.copyOf(ids), by, offer.specialty(), offer.language(), pool));
            }
        }
    }
}
