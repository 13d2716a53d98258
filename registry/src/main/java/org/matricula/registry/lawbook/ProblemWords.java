package org.matricula.registry.lawbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Facts.Problem;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.Result;
import org.matricula.registry.lawbook.view.Told;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;

/// What is wrong with the facts, in words for somebody who fills in a form and knows nothing of JSON.
final class ProblemWords {
    private ProblemWords() {}

    /// A problem in the reader's language where there is one, else in English.
    ///
    /// @param path the path into the facts
    record Worded(String path, Told text) {}

    /// Every problem of the facts. A problem told by the desk is in the reader's language. One told by a pack is in
    /// English and the language of its regulation: it stays the same whatever language the desk is asked in.
    static List<Worded> of(DecisionDesk desk, String id, byte[] facts, Result.BadFacts bad, Language reader) {
        String regulation = desk.decision(id).orElseThrow().regulation().language();
        List<Problem> known = desk.decide(id, facts, "en") instanceof Result.BadFacts(List<Problem> problems)
                ? problems
                : bad.problems();
        List<Worded> worded = new ArrayList<>();
        for (int i = 0; i < bad.problems().size(); i++) {
            Problem problem = bad.problems().get(i);
            boolean own = reader == Language.EN
                    || reader.code().equals(regulation)
                    || i >= known.size()
                    || !problem.problem().local().equals(known.get(i).problem().local());
            worded.add(new Worded(
                    problem.path(),
                    own
                            ? Told.own(problem.problem().in(reader.code()))
                            : new Told(problem.problem().en(), "en")));
        }
        return worded;
    }

    /// The first problem of each field, in the words of the form where they are plainer than the desk's.
    static Map<String, Told> byField(
            List<Worded> problems, FilledForm form, List<Question> questions, Entered entered, Page page) {
        Map<String, Question.Kind> kinds = new LinkedHashMap<>();
        collect(questions, "", entered, kinds);
        Map<String, Told> errors = new LinkedHashMap<>();
        for (Worded problem : problems) {
            String field = form.field(problem.path());
            if (field != null) {
                String key = plainer(kinds.get(field), entered, field);
                errors.putIfAbsent(field, key.isEmpty() ? problem.text() : Told.own(page.say(key)));
            }
        }
        return errors;
    }

    private static void collect(
            List<Question> questions, String prefix, Entered entered, Map<String, Question.Kind> kinds) {
        for (Question question : questions) {
            String name = prefix + question.name();
            kinds.put(name, question.kind());
            if (question.kind() instanceof Question.Kind.Group group) {
                collect(group.questions(), name + ".", entered, kinds);
            } else if (question.kind() instanceof Question.Kind.Rows rows) {
                entered.filledRows(name)
                        .forEach(row -> collect(rows.questions(), name + "." + row + ".", entered, kinds));
            }
        }
    }

    /// The key of plainer words; empty when the desk's are best.
    private static String plainer(Question.@Nullable Kind kind, Entered entered, String field) {
        String value = entered.value(field).strip();
        boolean blank = entered.blank(field);
        return switch (kind) {
            case Question.Kind.Choice _, Question.Kind.Flag _ -> blank ? "problem.choose" : "";
            case Question.Kind.Rows _ -> blank ? "problem.row" : "";
            case Question.Kind.Choices _ -> blank ? "problem.choose-some" : "";
            case Question.Kind.Lines _, Question.Kind.Words _ -> blank ? "problem.missing" : "";
            case Question.Kind.Pairs _ -> "problem.pairs";
            case Question.Kind.Whole _ -> odd(value, "[+-]?[0-9]{1,40}", "problem.whole");
            case Question.Kind.Decimal _ -> odd(value, "[+-]?[0-9]{1,30}([.,][0-9]{1,30})?", "problem.decimal");
            case Question.Kind.Day _ -> odd(value, "[0-9]{4}-[0-9]{2}-[0-9]{2}", "problem.day");
            case Question.Kind.Time _ -> odd(value, "[0-9]{2}:[0-9]{2}.*", "problem.time");
            case Question.Kind.Moment _ -> odd(value, "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:.*", "problem.moment");
            case Question.Kind.Group _ -> "";
            case null -> "";
        };
    }

    private static String odd(String value, String pattern, String key) {
        return value.isEmpty() ? "problem.missing" : value.matches(pattern) ? "" : key;
    }
}
