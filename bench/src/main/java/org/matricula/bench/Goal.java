package org.matricula.bench;

/// A ratio that the project promises, and what was measured.
///
/// @param id for example `P1`
/// @param claim what is compared, in words
/// @param measured the ratio of medians, ours to theirs (or as the claim says)
/// @param least the lowest ratio over the rounds
/// @param most the highest ratio over the rounds
/// @param wanted the goal
/// @param atLeast whether the goal is a lower bound; otherwise an upper one
record Goal(String id, String claim, double measured, double least, double most, double wanted, boolean atLeast) {
    /// Ours against theirs, round by round.
    static Goal ratio(String id, String claim, Race.Result ours, Race.Result theirs, double wanted) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < ours.rates().length; i++) {
            double r = ours.rates()[i] / theirs.rates()[i];
            least = Math.min(least, r);
            most = Math.max(most, r);
        }
        return new Goal(id, claim, ours.median() / theirs.median(), least, most, wanted, true);
    }

    boolean met() {
        return atLeast ? measured >= wanted : measured <= wanted;
    }

    /// Whether the ratio is worse than the goal by more than the noise allowance of 20 %.
    boolean failed() {
        return atLeast ? measured < wanted * 0.8 : measured > wanted * 1.25;
    }
}
