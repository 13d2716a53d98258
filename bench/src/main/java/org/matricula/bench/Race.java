package org.matricula.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Runs alternatives in turns, round by round in one JVM, so that a noisy machine disturbs them alike.
///
/// A round gives each contestant the same time, in slices that alternate; the order turns around from slice to slice.
/// The rate of a round is units a second of processor time of the racing thread, so that work beside it on the same
/// cores counts as little as it can; what the collector of garbage does on its own threads is not counted against
/// anybody. Contestants that use several threads are timed by the clock on the wall. The result is the median over the
/// rounds with its spread.
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

    private static final int SLICES = 4;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Entered> contestants = new ArrayList<>();
    private final Effort effort;
    private final LongSupplier clock;

    private Race(Effort effort, LongSupplier clock) {
        this.effort = effort;
        this.clock = clock;
    }

    /// A race of contestants that work on the racing thread alone.
    Race(Effort effort) {
        this(effort, THREADS::getCurrentThreadCpuTime);
    }

    /// A race by the clock on the wall, for contestants with threads of their own.
    static Race byTheWall(Effort effort) {
        return new Race(effort, System::nanoTime);
    }

    /// A race by the processor time of all threads, for contestants that hand their work to another one and wait for
    /// it.
    static Race byTheProcess(Effort effort) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Race(effort, system::getProcessCpuTime);
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

    /// One uncounted round of triple length warms up, then the counted rounds follow.
    Results run() throws Exception {
        Map<String, double[]> rates = new LinkedHashMap<>();
        for (Entered entered : contestants) {
            rates.put(entered.name(), new double[effort.rounds()]);
        }
        round(effort.seconds() * 3);
        for (int round = 0; round < effort.rounds(); round++) {
            Map<Entered, Double> measured = round(effort.seconds());
            for (Entered entered : contestants) {
                rates.get(entered.name())[round] = measured.get(entered);
            }
        }
        Map<String, Result> results = new LinkedHashMap<>();
        rates.forEach((name, each) -> results.put(name, new Result(name, each)));
        return new Results(results);
    }

    private Map<Entered, Double> round(double seconds) throws Exception {
        long[] units = new long[contestants.size()];
        long[] nanos = new long[contestants.size()];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < contestants.size(); i++) {
            order.add(i);
        }
        for (int slice = 0; slice < SLICES; slice++) {
            for (int i : order) {
                Entered entered = contestants.get(i);
                long start = clock.getAsLong();
                long end = start + (long) (seconds * 1e9 / SLICES);
                long now;
                do {
                    sink += entered.contestant().once();
                    units[i] += entered.units();
                    now = clock.getAsLong();
                } while (now < end);
                nanos[i] += now - start;
            }
            Collections.reverse(order);
        }
        Map<Entered, Double> rates = new IdentityHashMap<>();
        for (int i = 0; i < contestants.size(); i++) {
            rates.put(contestants.get(i), units[i] * 1e9 / nanos[i]);
        }
        return rates;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static volatile int sink;
}
