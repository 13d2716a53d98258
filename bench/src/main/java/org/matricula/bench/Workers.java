package org.matricula.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.matricula.registry.records.flows.SealBooks;

/// One worker against two, beside what the machine itself gives to two.
final class Workers implements Contest {
    private static final int SPINS = 20_000_000;

    private final School school;

    Workers(School school) {
        this.school = school;
    }

    @Override
    public String name() {
        return "workers";
    }

    @Override
    public String about() {
        return """
                The same flow as in `scale` by one worker and by two, each with its own classes. Beside it runs
                arithmetic that touches no memory, by one thread and by two: more than that no program gets out of
                the machine at that moment.""";
    }

    @Override
    public Outcome hold(Effort effort) throws Exception {
        Scale scale = new Scale(school);
        SealBooks first = scale.flow(Providers.ACCP);
        SealBooks second = scale.flow(Providers.ACCP);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Race.Results results = Race.byTheWall(effort)
                    .with("one worker", 2 * Scale.CLASS, () -> Scale.seal(first, 0) + Scale.seal(first, 1))
                    .with(
                            "two workers",
                            2 * Scale.CLASS,
                            () -> both(two, () -> Scale.seal(first, 0), () -> Scale.seal(second, 1)))
                    .with("arithmetic, one thread", 2, () -> spin(1) + spin(2))
                    .with("arithmetic, two threads", 2, () -> both(two, () -> spin(1), () -> spin(2)))
                    .run();
            Goal workers =
                    Goal.times("two workers against one", results.of("two workers"), results.of("one worker"), 1.8);
            Goal machine = Goal.times(
                    "arithmetic by two threads against one: what the machine gave",
                    results.of("arithmetic, two threads"),
                    results.of("arithmetic, one thread"),
                    0);
            Goal share = Goal.single(
                    "two workers as a share of what the machine gave",
                    100 * workers.measured() / machine.measured(),
                    90,
                    Goal.Bound.AT_LEAST,
                    Goal.Unit.PER_CENT);
            return new Outcome(
                    "records",
                    results.all(),
                    List.of(workers, share),
                    List.of("Arithmetic by two threads against one: %.2f × (%.2f .. %.2f), when nothing but the machine"
                                    .formatted(machine.measured(), machine.least(), machine.most())
                            + " limits it. Below 2 × the cores are shared with other work, and so are ours."));
        }
    }

    @FunctionalInterface
    private interface Work {
        int once() throws Exception;
    }

    private static int both(ExecutorService two, Work a, Work b) throws InterruptedException, ExecutionException {
        List<Future<Integer>> parts = new ArrayList<>();
        parts.add(two.submit(a::once));
        parts.add(two.submit(b::once));
        return parts.get(0).get() + parts.get(1).get();
    }

    private static int spin(int seed) {
        long x = seed;
        for (int i = 0; i < SPINS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return (int) x;
    }
}
