package org.matricula.bench;

/// A ratio that the project promises, and what was measured.
///
/// @param claim what is compared, in words
/// @param measured the median of the ratios of the rounds
/// @param least the lowest ratio over the rounds
/// @param most the highest ratio over the rounds
/// @param wanted the goal
/// @param bound whether the goal is a lower bound or an upper one
/// @param unit how the numbers are written
record Goal(String claim, double measured, double least, double most, double wanted, Bound bound, Unit unit) {
    /// On which side of the goal the ratio has to be.
    enum Bound {
        AT_LEAST,
        AT_MOST
    }

    /// How a ratio is written.
    enum Unit {
        TIMES,
        PER_CENT,
        COUNT
    }

    /// Ours against theirs, round by round: how many times as fast.
    static Goal times(String claim, Race.Result ours, Race.Result theirs, double wanted) {
        return ratio(claim, ours, theirs, wanted, Bound.AT_LEAST, Unit.TIMES);
    }

    /// Ours as a share of a bound, in per cent.
    static Goal share(String claim, Race.Result ours, Race.Result bound, double wanted) {
        return ratio(claim, ours, bound, wanted, Bound.AT_LEAST, Unit.PER_CENT);
    }

    /// What something adds to the cost of something, in per cent.
    static Goal added(String claim, Race.Result without, Race.Result with, double wanted) {
        Goal ratio = ratio(claim, without, with, wanted, Bound.AT_MOST, Unit.PER_CENT);
        return new Goal(
                claim, ratio.measured - 100, ratio.least - 100, ratio.most - 100, wanted, Bound.AT_MOST, Unit.PER_CENT);
    }

    /// How many times what theirs costs ours may cost.
    static Goal cost(String claim, Race.Result ours, Race.Result theirs, double wanted) {
        return ratio(claim, theirs, ours, wanted, Bound.AT_MOST, Unit.TIMES);
    }

    /// One number, measured once.
    static Goal single(String claim, double measured, double wanted, Bound bound, Unit unit) {
        return new Goal(claim, measured, measured, measured, wanted, bound, unit);
    }

    private static Goal ratio(
            String claim, Race.Result ours, Race.Result theirs, double wanted, Bound bound, Unit unit) {
        double scale = unit == Unit.PER_CENT ? 100 : 1;
        double[] ratios = new double[ours.rates().length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = scale * ours.rates()[i] / theirs.rates()[i];
        }
        Race.Result spread = new Race.Result(claim, ratios);
        return new Goal(claim, spread.median(), spread.least(), spread.most(), wanted, bound, unit);
    }

    boolean met() {
        return bound == Bound.AT_LEAST ? measured >= wanted : measured <= wanted;
    }

    /// Whether the ratio is worse than the goal by more than the allowance for noise: below 80 % of a lower bound,
    /// above 125 % of an upper one. A count has no noise.
    boolean failed() {
        double allowance = unit == Unit.COUNT && wanted == 0 ? 1 : 0.8;
        return bound == Bound.AT_LEAST ? measured < wanted * allowance : measured > wanted / allowance;
    }
}
