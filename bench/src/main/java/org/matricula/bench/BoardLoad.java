package org.matricula.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.matricula.bench.Contest.Outcome;
import org.matricula.bench.Turns.Spent;

/// The board of classes in a register of 250 schools: fifty people who work with it against one alone.
final class BoardLoad implements NodeContest.OnNode {
    private static final String ALONE = "one alone";
    private static final String FIFTY = "fifty people";
    private static final int USERS = 50;

    /// On the average; performance goals of pages are stated for people who think ten seconds.
    private static final double THINKING_SECONDS = 2;

    @Override
    public String about() {
        return """
                A register of 250 schools with 25 classes of 32 pupils each, 200,000 pupils in all, with their records
                and signatures. Principals open the board of their school, 25 classes at a glance. Alone: one after
                the other without a pause, each time of another school. Fifty people: each of a school of his or her
                own, two seconds between an answer and the next question on the average (exponential). Compared is the
                time below which 95 of 100 answers come.""";
    }

    @Override
    public Outcome hold(BenchNode node, Effort effort) throws Exception {
        Province province = new Province(node, effort.quick() ? USERS : 250);
        province.fill();
        double alone = effort.quick() ? 2 : 4;
        double fifty = effort.quick() ? 6 : 12;
        List<double[]> times = new ArrayList<>();
        Turns.Results results = new Turns(effort.rounds(), 2)
                .with(ALONE, () -> p95(node, times, () -> load(node, province, 1, 0, alone)))
                .with(FIFTY, () -> p95(node, times, () -> load(node, province, USERS, THINKING_SECONDS, fifty)))
                .run();
        double[] hurried = load(node, province, USERS, 0, fifty);
        List<String> remarks = new ArrayList<>(node.readWhole());
        Race.Result one = results.onTheWall(ALONE);
        Race.Result many = results.onTheWall(FIFTY);
        remarks.addFirst("Fifty who never pause get %.0f boards a second, the 95th percentile is then %.0f ms."
                .formatted(hurried.length / fifty, 1e3 * percentile(hurried, 0.95)));
        remarks.addFirst(
                "95th percentile alone %.0f ms, at fifty people %.0f ms (%.0f boards a second); a board costs %.0f ms of processor time, the readers' included."
                        .formatted(
                                1e3 / one.median(),
                                1e3 / many.median(),
                                times.getLast().length / fifty,
                                1e3 / results.byProcessor(FIFTY).median()));
        remarks.addFirst("%,d schools, %,d pupils, made in %.0f s."
                .formatted(province.schools(), province.pupils(), province.seconds()));
        return new Outcome(
                "boards",
                List.of(),
                List.of(Goal.cost("class board, 95th percentile at fifty people against one alone", many, one, 5)),
                remarks);
    }

    private static Spent p95(BenchNode node, List<double[]> times, Callable<double[]> load) throws Exception {
        long processor = node.processor();
        double[] seconds = load.call();
        times.add(seconds);
        double each = (node.processor() - processor) / 1e9 / seconds.length;
        return new Spent(1, percentile(seconds, 0.95), each);
    }

    private static double percentile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)];
    }

    /// The times of all answers, in seconds.
    private static double[] load(BenchNode node, Province province, int users, double thinking, double seconds)
            throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (ExecutorService people = Executors.newFixedThreadPool(users)) {
            List<Future<List<Double>>> working = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                int first = user;
                working.add(people.submit(() -> work(node, province, first, users, thinking, end)));
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> each : working) {
                all.addAll(each.get());
            }
            return all.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static List<Double> work(BenchNode node, Province province, int user, int users, double thinking, long end)
            throws Exception {
        SplittableRandom random = new SplittableRandom(user);
        List<Double> times = new ArrayList<>();
        pause(random, thinking, end);
        while (System.nanoTime() < end) {
            int school = users == 1 ? random.nextInt(province.schools()) : user % province.schools();
            try (Wire wire = new Wire(
                    node.port(),
                    "127.0.0.1",
                    "Accept-Language: vi\r\nCookie: matricula=" + Province.secret(school) + "\r\n")) {
                long begin = System.nanoTime();
                byte[] page = wire.get("/board").good().body();
                times.add((System.nanoTime() - begin) / 1e9);
                province.require(page);
            }
            pause(random, thinking, end);
        }
        return times;
    }

    private static void pause(SplittableRandom random, double thinking, long end) {
        long until = Math.min(end, System.nanoTime() + (long) (-Math.log(1 - random.nextDouble()) * thinking * 1e9));
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
