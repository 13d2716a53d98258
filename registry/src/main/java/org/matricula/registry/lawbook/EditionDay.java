package org.matricula.registry.lawbook;

import java.util.ArrayList;
import java.util.List;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.Result;
import org.matricula.law.json.Json;
import org.matricula.law.json.JsonText;

/// Whether the form of a decision should ask for `asOf`, the day that picks the edition where the facts have none.
///
/// It would be a question without effect where another date of the facts always decides, or where the regulation has no
/// dates. So the desk itself is asked, on the examples and on as little of them as it takes: when not even a day long
/// past changes anything, the form does not ask. Programs may send `asOf` to every decision all the same.
final class EditionDay {
    private static final String FACT = "asOf";

    /// Before any edition of any regulation.
    private static final String LONG_PAST = "0001-01-01";

    private final DecisionDesk desk;
    private final Examples examples;

    EditionDay(DecisionDesk desk, Examples examples) {
        this.desk = desk;
        this.examples = examples;
    }

    /// The questions of a decision without `asOf` where it can have no effect.
    List<Question> asked(String decision, List<Question> questions) {
        boolean required = questions.stream().anyMatch(q -> q.name().equals(FACT) && q.required());
        return required || matters(decision, questions) ? questions : other(questions);
    }

    private static List<Question> other(List<Question> questions) {
        return questions.stream().filter(q -> !q.name().equals(FACT)).toList();
    }

    private boolean matters(String decision, List<Question> questions) {
        List<FilledForm> tries = new ArrayList<>();
        List<Question> needed = needed(other(questions));
        List<Question> simple = needed.stream().filter(q -> !isList(q.kind())).toList();
        for (String example : examples.of(decision)) {
            Json facts = read(example);
            tries.add(FilledForm.of(other(questions), Entered.of(questions, facts)));
            tries.add(FilledForm.of(needed, Entered.of(needed, facts)));
            tries.add(FilledForm.of(needed, Entered.of(simple, facts)));
        }
        boolean answered = false;
        for (FilledForm form : tries) {
            Result without = desk.decide(decision, form.json(), "en");
            form.facts().put(FACT, LONG_PAST);
            if (!desk.decide(decision, form.json(), "en").equals(without)) {
                return true;
            }
            answered |= without instanceof Result.Answered;
        }
        return !answered;
    }

    /// What the facts cannot be without.
    private static List<Question> needed(List<Question> questions) {
        return questions.stream()
                .filter(Question::required)
                .map(question -> new Question(question.name(), needed(question.kind()), true, question.says()))
                .toList();
    }

    private static Question.Kind needed(Question.Kind kind) {
        return switch (kind) {
            case Question.Kind.Group group -> new Question.Kind.Group(needed(group.questions()));
            case Question.Kind.Rows rows -> new Question.Kind.Rows(needed(rows.questions()));
            case Question.Kind.Words _,
                    Question.Kind.Whole _,
                    Question.Kind.Decimal _,
                    Question.Kind.Flag _,
                    Question.Kind.Choice _,
                    Question.Kind.Day _,
                    Question.Kind.Time _,
                    Question.Kind.Moment _,
                    Question.Kind.Choices _,
                    Question.Kind.Lines _,
                    Question.Kind.Pairs _ -> kind;
        };
    }

    private static boolean isList(Question.Kind kind) {
        return kind instanceof Question.Kind.Rows
                || kind instanceof Question.Kind.Lines
                || kind instanceof Question.Kind.Choices;
    }

    private static Json read(String facts) {
        try {
            return JsonText.read(facts).value();
        } catch (JsonText.Malformed e) {
            throw new IllegalStateException("not an example: " + facts, e);
        }
    }
}
