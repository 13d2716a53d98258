package org.matricula.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.bench.Goal.Bound;
import org.matricula.bench.Goal.Unit;

/// When the check of the benchmarks fails: a decision over ratios, whatever made them.
class CheckTest {
    private static Goal atLeast100(double measured) {
        return Goal.single("a ratio", measured, 100, Bound.AT_LEAST, Unit.TIMES);
    }

    private static Goal none(double measured) {
        return Goal.single("disagreements", measured, 0, Bound.AT_MOST, Unit.COUNT);
    }

    @Nested
    class A_ratio {
        @ParameterizedTest
        @CsvSource({"100, true, false", "99, false, false", "80, false, false", "79.9, false, true"})
        void is_missed_below_its_goal_and_fails_below_four_fifths_of_it(double measured, boolean met, boolean failed) {
            assertThat(atLeast100(measured).met()).isEqualTo(met);
            assertThat(atLeast100(measured).failed()).isEqualTo(failed);
        }

        @ParameterizedTest
        @CsvSource({"10, true, false", "12.5, false, false", "12.6, false, true"})
        void with_an_upper_bound_fails_above_five_quarters_of_it(double measured, boolean met, boolean failed) {
            Goal goal = Goal.single("what a seal adds", measured, 10, Bound.AT_MOST, Unit.PER_CENT);
            assertThat(goal.met()).isEqualTo(met);
            assertThat(goal.failed()).isEqualTo(failed);
        }

        @Test
        void is_the_median_of_the_rounds_with_its_spread() {
            Race.Result ours = new Race.Result("ours", new double[] {20, 90, 40, 10, 50});
            Race.Result theirs = new Race.Result("theirs", new double[] {10, 10, 10, 10, 10});
            Goal goal = Goal.times("faster", ours, theirs, 4);
            assertThat(List.of(goal.measured(), goal.least(), goal.most())).containsExactly(4.0, 1.0, 9.0);
            assertThat(goal.met()).isTrue();
        }
    }

    @Nested
    class A_count_that_must_be_none {
        @Test
        void has_no_allowance_for_noise() {
            assertThat(none(0).failed()).isFalse();
            assertThat(none(1).failed()).isTrue();
        }
    }

    @Nested
    class The_check {
        @Test
        void holds_a_race_once_more_when_a_ratio_fell() {
            assertThat(Check.doubted(List.of(atLeast100(90), none(0)))).isFalse();
            assertThat(Check.doubted(List.of(atLeast100(90), none(1)))).isTrue();
        }

        @Test
        void fails_when_the_same_ratio_fell_twice_in_a_row() {
            assertThat(Check.failedTwice(List.of(atLeast100(70), none(0)), List.of(atLeast100(60), none(0))))
                    .containsExactly(atLeast100(60));
        }

        @Test
        void does_not_fail_when_a_ratio_recovers() {
            assertThat(Check.failedTwice(List.of(atLeast100(70)), List.of(atLeast100(90))))
                    .isEmpty();
        }

        @Test
        void does_not_fail_when_another_ratio_fell_the_second_time() {
            assertThat(Check.failedTwice(
                            List.of(atLeast100(70), atLeast100(100)), List.of(atLeast100(100), atLeast100(70))))
                    .isEmpty();
        }

        @Test
        void compares_nothing_but_two_runs_of_one_race() {
            assertThatThrownBy(() -> Check.failedTwice(List.of(none(0)), List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
