package org.matricula.bench;

import java.util.ArrayList;
import java.util.List;

/// What `./matricula bench --check` decides. A noisy machine makes one ratio fall once; it does not make the same one
/// fall twice in a row.
final class Check {
    private Check() {}

    /// Whether a race has to be held once more: a ratio is below 80 % of its goal.
    static boolean doubted(List<Goal> goals) {
        return goals.stream().anyMatch(Goal::failed);
    }

    /// The ratios that are below 80 % of their goals in two races in a row.
    ///
    /// @param first the goals of a race
    /// @param second those of the same race, held again
    static List<Goal> failedTwice(List<Goal> first, List<Goal> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "not the same race: %d ratios and %d".formatted(first.size(), second.size()));
        }
        List<Goal> failed = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i).failed() && second.get(i).failed()) {
                failed.add(second.get(i));
            }
        }
        return failed;
    }
}
