package org.matricula.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.foreign.XmlEngines;

/// `./matricula bench [--check] [--quick] [--write FILE] [NAME...]`: the races, side by side in one JVM.
public final class Bench {
    private static final Map<String, Function<School, Contest>> CONTESTS = new LinkedHashMap<>();

    static {
        CONTESTS.put("sealing", Sealing::new);
        CONTESTS.put("verification", Verification::new);
        CONTESTS.put("agreement", Agreement::new);
        CONTESTS.put("foreign", Foreign::new);
        CONTESTS.put("printing", Printing::new);
        CONTESTS.put("scale", Scale::new);
        CONTESTS.put("workers", Workers::new);
        CONTESTS.put("decisions", Decisions::new);
        CONTESTS.put("ranking", Ranking::new);
        for (String name : List.of("look-up", "grid-save", "board", "closing", "log", "whole-record")) {
            CONTESTS.put(name, _ -> new NodeContest(name));
        }
        CONTESTS.put("start-up", StartUp::new);
    }

    private Bench() {}

    /// Runs the races named, or all.
    ///
    /// Ends with 0; with 1 when `--check` found a ratio below 80 % of its goal twice in a row; with 2 when it was
    /// not understood.
    public static void main(String[] arguments) throws Exception {
        Order order = Order.of(arguments);
        if (order.problem() != null) {
            System.err.println(order.problem());
            System.exit(2);
        }
        XmlEngines.pin();
        ForeignApart.keepStock();
        System.exit(run(order) ? 0 : 1);
    }

    /// What was asked for.
    ///
    /// @param problem what could not be understood; null when everything was
    private record Order(
            boolean check,
            Effort effort,
            @Nullable Path write,
            List<String> names,
            @Nullable String problem) {
        static Order of(String[] arguments) {
            boolean check = false;
            Effort effort = Effort.WHOLE;
            Path write = null;
            String problem = null;
            List<String> names = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                String each = arguments[i];
                if (each.equals("--check")) {
                    check = true;
                } else if (each.equals("--quick")) {
                    effort = Effort.QUICK;
                } else if (each.equals("--write") && i + 1 < arguments.length) {
                    write = Path.of(arguments[++i]);
                } else if (CONTESTS.containsKey(each)) {
                    names.add(each);
                } else {
                    problem =
                            "There is no race '%s'. Usage: ./matricula bench [--check] [--quick] [--write] [NAME...] with %s"
                                    .formatted(each, String.join(", ", CONTESTS.keySet()));
                }
            }
            return new Order(check, effort, write, names.isEmpty() ? List.copyOf(CONTESTS.keySet()) : names, problem);
        }
    }

    private static boolean run(Order order) throws Exception {
        School school = School.open();
        Report report = new Report(order.effort());
        boolean good = true;
        for (String name : order.names()) {
            System.err.println("Racing: " + name + " ...");
            Contest contest = CONTESTS.get(name).apply(school);
            Contest.Outcome outcome = contest.hold(order.effort());
            System.out.println(Report.plain(contest, outcome));
            if (order.check() && Check.doubted(outcome.goals())) {
                System.err.println("A ratio is below 80 % of its goal; racing once more: " + name + " ...");
                Contest.Outcome again = contest.hold(order.effort());
                System.out.println(Report.plain(contest, again));
                for (Goal failed : Check.failedTwice(outcome.goals(), again.goals())) {
                    System.out.println("Below 80 % of its goal twice in a row: " + failed.claim());
                    good = false;
                }
                outcome = again;
            }
            report.add(contest, outcome);
        }
        if (order.write() != null) {
            Files.writeString(order.write(), report.markdown(), StandardCharsets.UTF_8);
            System.err.println("Written: " + order.write());
        }
        if (order.check()) {
            System.out.println(good ? "Every ratio holds." : "A ratio fell below 80 % of its goal twice in a row.");
        }
        return good;
    }
}
