package org.matricula.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs alternatives in turns, round by round in one JVM, so that a noisy machine disturbs them alike.
///
/// A contestant does one unit of work a call. Each round gives each contestant the same time; the rate of a round is
/// units a second. The result is the median over rounds with its spread.
final class Race {
    /// One unit of work; returns something of the result, so that no compiler can leave the work out.
    @FunctionalInterface
    interface Contestant {
        int once() throws Exception;
    }

    /// Rates of one contestant, units a second.
    ///
    /// @param rates one a round
    record Result(String name, double[] rates) {
        double median() {
            double[] sorted = rates.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        double least() {
            return Arrays.stream(rates).min().orElseThrow();
        }

        double most() {
            return Arrays.stream(rates).max().orElseThrow();
        }
    }

    private final Map<String, Contestant> contestants = new LinkedHashMap<>();
    private final int rounds;
    private final double seconds;

    /// @param rounds how many rounds are counted; one more before them warms up
    /// @param seconds how long each contestant runs in a round
    Race(int rounds, double seconds) {
        this.rounds = rounds;
        this.seconds = seconds;
    }

    Race with(String name, Contestant contestant) {
        contestants.put(name, contestant);
        return this;
    }

    List<Result> run() throws Exception {
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, Contestant> entry : contestants.entrySet()) {
                double rate = rate(entry.getValue(), round < 0 ? seconds * 2 : seconds);
                if (round >= 0) {
                    rates.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                            .add(rate);
                }
            }
        }
        return rates.entrySet().stream()
                .map(e -> new Result(
                        e.getKey(),
                        e.getValue().stream().mapToDouble(Double::doubleValue).toArray()))
                .toList();
    }

    private static volatile int sink;

    private static double rate(Contestant contestant, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long start = System.nanoTime();
        int units = 0;
        do {
            sink += contestant.once();
            units++;
        } while (System.nanoTime() < end);
        return units * 1e9 / (System.nanoTime() - start);
    }
}
