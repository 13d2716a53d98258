package org.matricula.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs alternatives in turns when a unit of work is more than one thread can do in a slice: whole requests, whole
/// classes, whole processes. What a turn spent is measured by itself; each round turns the order around.
final class Turns {
    /// Does some units of work.
    @FunctionalInterface
    interface Turn {
        Spent take() throws Exception;
    }

    /// What it cost.
    ///
    /// @param units how many units were done
    /// @param wall seconds on the clock
    /// @param processor seconds of processor time
    record Spent(double units, double wall, double processor) {}

    /// What came of it, by the contestants' names.
    ///
    /// @param wall units a second on the clock
    /// @param processor units a second of processor time
    record Results(Map<String, Race.Result> wall, Map<String, Race.Result> processor) {
        Race.Result onTheWall(String name) {
            return wall.get(name);
        }

        Race.Result byProcessor(String name) {
            return processor.get(name);
        }

        /// Everything for the page, one line after the other.
        List<Race.Result> all() {
            List<Race.Result> all = new ArrayList<>();
            wall.forEach((name, result) -> all.add(new Race.Result(name + ", on the wall", result.rates())));
            processor.forEach((name, result) -> all.add(new Race.Result(name + ", processor time", result.rates())));
            return all;
        }
    }

    private final Map<String, Turn> turns = new LinkedHashMap<>();
    private final int rounds;
    private final int warmUps;

    Turns(int rounds, int warmUps) {
        this.rounds = rounds;
        this.warmUps = warmUps;
    }

    Turns with(String name, Turn turn) {
        turns.put(name, turn);
        return this;
    }

    /// How often each contestant is asked in all.
    int each() {
        return rounds + warmUps;
    }

    Results run() throws Exception {
        Map<String, Race.Result> wall = new LinkedHashMap<>();
        Map<String, Race.Result> processor = new LinkedHashMap<>();
        turns.keySet().forEach(name -> {
            wall.put(name, new Race.Result(name, new double[rounds]));
            processor.put(name, new Race.Result(name, new double[rounds]));
        });
        List<String> order = new ArrayList<>(turns.keySet());
        for (int round = -warmUps; round < rounds; round++) {
            for (String name : order) {
                Spent spent = turns.get(name).take();
                if (round >= 0) {
                    wall.get(name).rates()[round] = spent.units() / spent.wall();
                    processor.get(name).rates()[round] = spent.units() / spent.processor();
                }
            }
            Collections.reverse(order);
        }
        return new Results(wall, processor);
    }
}
