package org.matricula.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs alternatives in turns, round by round in one JVM, so that a noisy machine disturbs them alike.
///
/// Each round gives each contestant the same time; the rate of a round is units a second. The order turns around from
/// round to round. The result is the median over the rounds with its spread.
final class Race {
    /// Some units of work; returns something of the result, so that no compiler can leave the work out.
    @FunctionalInterface
    interface Contestant {
        int once() throws Exception;
    }

    private record Entered(String name, int units, Contestant contestant) {}

    /// Rates of one contestant, units a second.
    ///
    /// @param rates one a round
    record Result(String name, double[] rates) {
        double median() {
            return Race.median(rates);
        }

        double least() {
            return Arrays.stream(rates).min().orElseThrow();
        }

        double most() {
            return Arrays.stream(rates).max().orElseThrow();
        }
    }

    /// What came of a race, by the contestants' names.
    record Results(Map<String, Result> byName) {
        Result of(String name) {
            Result result = byName.get(name);
            if (result == null) {
                throw new IllegalArgumentException("nobody ran as '" + name + "': " + byName.keySet());
            }
            return result;
        }

        List<Result> all() {
            return List.copyOf(byName.values());
        }
    }

    private final List<Entered> contestants = new ArrayList<>();
    private final Effort effort;

    Race(Effort effort) {
        this.effort = effort;
    }

    /// Enters a contestant that does one unit of work a call.
    Race with(String name, Contestant contestant) {
        return with(name, 1, contestant);
    }

    /// Enters a contestant that does several units of work a call.
    Race with(String name, int units, Contestant contestant) {
        contestants.add(new Entered(name, units, contestant));
        return this;
    }

    /// One uncounted round of double length warms up, then the counted rounds follow.
    Results run() throws Exception {
        Map<String, double[]> rates = new LinkedHashMap<>();
        for (Entered entered : contestants) {
            rates.put(entered.name(), new double[effort.rounds()]);
            rate(entered, effort.seconds() * 2);
        }
        List<Entered> order = new ArrayList<>(contestants);
        for (int round = 0; round < effort.rounds(); round++) {
            for (Entered entered : order) {
                rates.get(entered.name())[round] = rate(entered, effort.seconds());
            }
            Collections.reverse(order);
        }
        Map<String, Result> results = new LinkedHashMap<>();
        rates.forEach((name, each) -> results.put(name, new Result(name, each)));
        return new Results(results);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static volatile int sink;

    private static double rate(Entered entered, double seconds) throws Exception {
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long units = 0;
        do {
            sink += entered.contestant().once();
            units += entered.units();
        } while (System.nanoTime() < end);
        return units * 1e9 / (System.nanoTime() - start);
    }
}
