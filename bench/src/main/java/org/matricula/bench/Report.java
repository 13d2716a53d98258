package org.matricula.bench;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The races as tables: for the terminal, and as a page with the ratios first.
final class Report {
    private final Effort effort;
    private final List<Contest> contests = new ArrayList<>();
    private final List<Contest.Outcome> outcomes = new ArrayList<>();

    Report(Effort effort) {
        this.effort = effort;
    }

    void add(Contest contest, Contest.Outcome outcome) {
        contests.add(contest);
        outcomes.add(outcome);
    }

    static String plain(Contest contest, Contest.Outcome outcome) {
        StringBuilder out = new StringBuilder("\n" + contest.name() + "\n");
        for (Goal goal : outcome.goals()) {
            out.append("  %-78s %10s  (%s .. %s)  goal %s%s: %s%n"
                    .formatted(
                            goal.claim(),
                            said(goal, goal.measured()),
                            said(goal, goal.least()),
                            said(goal, goal.most()),
                            goal.bound() == Goal.Bound.AT_LEAST ? ">= " : "<= ",
                            said(goal, goal.wanted()),
                            goal.met() ? "met" : "MISSED"));
        }
        for (Race.Result result : outcome.results()) {
            out.append("    %-50s %12s  (%s .. %s) %s/s%n"
                    .formatted(
                            result.name(),
                            rate(result.median()),
                            rate(result.least()),
                            rate(result.most()),
                            outcome.unit()));
        }
        outcome.remarks().forEach(remark -> out.append("  * ").append(remark).append('\n'));
        return out.toString();
    }

    String markdown() {
        LocalDate day = InstantSource.system().instant().atZone(ZoneOffset.UTC).toLocalDate();
        StringBuilder out = new StringBuilder("# Benchmarks\n\n");
        out.append("Written by `./matricula bench --write` on ").append(day).append("; do not edit. ");
        out.append("Use the ratios, not the rates: the alternatives run in turns in one JVM, so a busy machine")
                .append(" disturbs them alike, and rates are per second of processor time of the one thread that races")
                .append(" (`workers` goes by the clock on the wall). Each number is the median of ")
                .append(effort.rounds())
                .append(" rounds, with the lowest and the highest round in brackets. `./matricula bench --check` fails")
                .append(" when a ratio falls below 80 % of its goal twice in a row; it never runs in CI.\n\n");
        out.append("Machine: ").append(Machine.described()).append(".\n\nSignature providers: JDK = ");
        out.append(Providers.JDK.described())
                .append("; ACCP = ")
                .append(Providers.ACCP.described())
                .append(".\n\n");
        out.append("## Ratios\n\n| race | what | measured | rounds | goal | |\n|---|---|---|---|---|---|\n");
        for (int i = 0; i < contests.size(); i++) {
            for (Goal goal : outcomes.get(i).goals()) {
                out.append("| %s | %s | **%s** | %s .. %s | %s %s | %s |%n"
                        .formatted(
                                contests.get(i).name(),
                                goal.claim(),
                                said(goal, goal.measured()),
                                said(goal, goal.least()),
                                said(goal, goal.most()),
                                goal.bound() == Goal.Bound.AT_LEAST ? "≥" : "≤",
                                said(goal, goal.wanted()),
                                goal.met() ? "met" : "**missed**"));
            }
        }
        for (int i = 0; i < contests.size(); i++) {
            section(contests.get(i), outcomes.get(i), out);
        }
        return out.toString();
    }

    private static void section(Contest contest, Contest.Outcome outcome, StringBuilder out) {
        out.append("\n## ")
                .append(contest.name())
                .append("\n\n")
                .append(contest.about())
                .append('\n');
        if (!outcome.results().isEmpty()) {
            out.append("\n| | %s/s | rounds |\n|---|---|---|\n".formatted(outcome.unit()));
            for (Race.Result result : outcome.results()) {
                out.append("| %s | %s | %s .. %s |%n"
                        .formatted(result.name(), rate(result.median()), rate(result.least()), rate(result.most())));
            }
        }
        if (!outcome.remarks().isEmpty()) {
            out.append('\n');
            outcome.remarks().forEach(remark -> out.append("- ").append(remark).append('\n'));
        }
    }

    private static String said(Goal goal, double value) {
        return switch (goal.unit()) {
            case TIMES -> String.format(Locale.ROOT, value < 10 ? "%.2f ×" : "%.0f ×", value);
            case PER_CENT -> String.format(Locale.ROOT, Math.abs(value) < 20 ? "%.1f %%" : "%.0f %%", value);
            case COUNT -> String.format(Locale.ROOT, "%,.0f", value);
        };
    }

    private static String rate(double rate) {
        return String.format(Locale.ROOT, rate < 100 ? "%.1f" : "%,.0f", rate);
    }
}
