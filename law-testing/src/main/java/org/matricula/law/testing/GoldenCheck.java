package org.matricula.law.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.Result;
import org.matricula.law.desk.ResultJson;
import org.matricula.law.json.Json;
import org.matricula.law.json.JsonText;
import org.matricula.law.json.Pointer;
import org.matricula.law.time.CountedTerm;
import tools.jackson.databind.json.JsonMapper;

/// Puts one golden case to the desk and compares; every difference is reported at once.
final class GoldenCheck {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DecisionDesk desk;
    private final GoldenCase golden;
    private final String owner;
    private final Consumer<Proof> proofs;
    private final List<String> differences = new ArrayList<>();

    /// @param proofs takes what the case proves, after it has passed
    GoldenCheck(DecisionDesk desk, GoldenCase golden, String owner, Consumer<Proof> proofs) {
        this.desk = desk;
        this.golden = golden;
        this.owner = owner;
        this.proofs = proofs;
    }

    void run() {
        Result result = desk.decide(golden.decision(), MAPPER.writeValueAsString(golden.facts()), golden.language());
        switch (result) {
            case Result.Answered answered -> answered(answered);
            case Result.BadFacts bad -> bad(bad);
            case Result.UnknownDecision unknown -> differ("there is no decision '%s'".formatted(unknown.id()));
        }
        if (!differences.isEmpty()) {
            throw new AssertionError("%s: %s%n  %s%n%s"
                    .formatted(
                            golden.place(),
                            golden.sentence(),
                            String.join("\n  ", differences),
                            ResultJson.pretty(result, golden.language())));
        }
        golden.findings().forEach((clause, found) -> {
            if (found.equals("MET") || found.equals("NOT_MET")) {
                prove(clause, Proves.Kind.valueOf(found));
            }
        });
        if (result instanceof Result.Answered answered && answered.edition() == null) {
            // The one finding cites the clause that says from when the regulation applies, and here it does not.
            answered.findings().forEach(finding -> prove(finding.clause(), Proves.Kind.NOT_MET));
        }
        golden.boundary().forEach(clause -> prove(clause, Proves.Kind.BOUNDARY));
    }

    private void prove(String clause, Proves.Kind kind) {
        proofs.accept(new Proof(clause, kind, owner + ": " + golden.sentence()));
    }

    private void bad(Result.BadFacts bad) {
        List<String> expected = golden.problems().orElse(null);
        if (expected == null) {
            differ("the facts were not taken");
            return;
        }
        var paths = new TreeSet<>(bad.problems().stream().map(Problem::path).toList());
        if (!paths.equals(new TreeSet<>(expected))) {
            differ("problems were expected at %s, not at %s".formatted(new TreeSet<>(expected), paths));
        }
    }

    private void answered(Result.Answered answered) {
        if (golden.problems().isPresent()) {
            differ("problems were expected at " + golden.problems().get());
        }
        golden.edition().ifPresent(edition -> {
            if (!edition.equals(String.valueOf(answered.edition()))) {
                differ("edition %s was expected, not %s".formatted(edition, answered.edition()));
            }
        });
        if (golden.answered()) {
            compare("/answer", golden.answer(), answer(answered));
        }
        answered.terms().forEach(term -> drawn(answered, term));
        golden.findings().forEach((clause, found) -> finding(answered, clause, found));
        golden.because().forEach((clause, part) -> because(answered, clause, part));
        for (String clause : golden.boundary()) {
            if (answered.findings().stream().noneMatch(f -> f.clause().equals(clause))) {
                differ("boundary clause %s is not among the findings".formatted(clause));
            }
        }
    }

    /// The picture of a term ends on the very day that the answer gives.
    private void drawn(Result.Answered answered, CountedTerm term) {
        @Nullable Json at = answer(answered);
        for (String name : term.field().split("\\.")) {
            at = at instanceof Json.Obj object ? object.fields().get(name) : null;
        }
        String due = term.strip().due().map(LocalDate::toString).orElse("null");
        if (!shown(at).equals(due)) {
            differ("the strip of %s ends on %s, the answer says %s".formatted(term.field(), due, shown(at)));
        }
    }

    private Json answer(Result.Answered answered) {
        try {
            Json whole =
                    JsonText.read(ResultJson.line(answered, golden.language())).value();
            return whole instanceof Json.Obj object ? object.fields().get("answer") : whole;
        } catch (JsonText.Malformed e) {
            throw new AssertionError("the answer is not JSON", e);
        }
    }

    private void finding(Result.Answered answered, String clause, String expected) {
        List<String> found = answered.findings().stream()
                .filter(f -> f.clause().equals(clause))
                .map(f -> f.result().name())
                .toList();
        if (!found.contains(expected)) {
            differ("%s was expected to be %s, not %s".formatted(clause, expected, found));
        }
    }

    private void because(Result.Answered answered, String clause, String part) {
        List<String> told = answered.findings().stream()
                .filter(f -> f.clause().equals(clause))
                .map(Finding::because)
                .map(because -> because.in(golden.language()))
                .toList();
        if (told.stream().noneMatch(sentence -> sentence.contains(part))) {
            differ("%s was expected to say '%s', not %s".formatted(clause, part, told));
        }
    }

    private void compare(String path, @Nullable Object expected, @Nullable Json actual) {
        switch (expected) {
            case Map<?, ?> fields
            when actual instanceof Json.Obj object ->
                fields.forEach((key, value) -> {
                    String name = String.valueOf(key);
                    Json there = object.fields().get(name);
                    if (there == null) {
                        differ(Pointer.member(path, name) + " is not in the answer");
                    } else {
                        compare(Pointer.member(path, name), value, there);
                    }
                });
            case List<?> items
            when actual instanceof Json.Arr array -> {
                if (items.size() != array.items().size()) {
                    differ("%s: %d items were expected, not %d"
                            .formatted(path, items.size(), array.items().size()));
                } else {
                    for (int i = 0; i < items.size(); i++) {
                        compare(
                                Pointer.item(path, i),
                                items.get(i),
                                array.items().get(i));
                    }
                }
            }
            case null, default -> {
                if (!same(expected, actual)) {
                    differ("%s: %s was expected, not %s".formatted(path, expected, shown(actual)));
                }
            }
        }
    }

    private static boolean same(@Nullable Object expected, @Nullable Json actual) {
        return switch (actual) {
            case Json.Null _ -> expected == null;
            case Json.Text text -> text.value().equals(expected);
            case Json.Flag flag -> Boolean.valueOf(flag.value()).equals(expected);
            case Json.Num num -> expected instanceof BigDecimal number && number.compareTo(num.value()) == 0;
            case null, default -> false;
        };
    }

    private static String shown(@Nullable Json actual) {
        return switch (actual) {
            case Json.Null _ -> "null";
            case Json.Text text -> text.value();
            case Json.Flag flag -> String.valueOf(flag.value());
            case Json.Num num -> num.value().toPlainString();
            case Json.Obj _ -> "an object";
            case Json.Arr _ -> "a list";
            case null -> "nothing";
        };
    }

    private void differ(String difference) {
        differences.add(difference);
    }
}
