package org.matricula.registry.lawbook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.Result;
import org.matricula.law.time.CountedTerm;
import org.matricula.registry.lawbook.view.Answer;
import org.matricula.registry.lawbook.view.DecisionView;
import org.matricula.registry.lawbook.view.Fault;
import org.matricula.registry.lawbook.view.Strip;
import org.matricula.registry.lawbook.view.Told;
import org.matricula.registry.page.Page;

/// Puts a decision into the reader's words: the form, the problems at their fields, the answer.
final class DecisionPrinter {
    /// The anchor of the field that takes all facts at once.
    static final String JSON_ANCHOR = "facts-json";

    /// A longer term is not a picture any more.
    private static final int MOST_DAYS = 130;

    private final Page page;
    private final Book book;
    private final DecisionDesk desk;
    private final Words words;
    private final String id;
    private final List<Question> questions;

    DecisionPrinter(Page page, Book book, Words words, String id, List<Question> questions) {
        this.page = page;
        this.book = book;
        this.desk = book.desk();
        this.words = words;
        this.id = id;
        this.questions = questions;
    }

    /// The form alone.
    DecisionView blank(Entered entered) {
        FilledForm form = FilledForm.of(questions, entered);
        return view(
                entered, Map.of(), List.of(), Optional.empty(), "", form.facts().isEmpty() ? "" : form.json());
    }

    /// The form with what came of it.
    DecisionView asked(Entered entered, FilledForm form, String facts, Result result, String address) {
        return switch (result) {
            case Result.Answered answered -> answered(entered, facts, answered, address);
            case Result.BadFacts bad -> refused(entered, form, facts, bad);
            case Result.UnknownDecision unknown ->
                throw new IllegalStateException("a decision that has a page is unknown: " + unknown.id());
        };
    }

    private DecisionView answered(Entered entered, String facts, Result.Answered answered, String address) {
        String language = desk.decision(id).orElseThrow().regulation().language();
        String spoken = LawPage.spoken(page.language(), language);
        AnswerPrinter printer = new AnswerPrinter(page, words, book, id, spoken);
        return view(
                entered,
                Map.of(),
                List.of(),
                Optional.of(printer.answer(answered, strips(answered, spoken, address), language)),
                address,
                facts);
    }

    private List<Strip> strips(Result.Answered answered, String spoken, String address) {
        return answered.terms().stream()
                .filter(term -> days(term) > 0 && days(term) <= MOST_DAYS)
                .map(term -> strip(term, spoken, DecisionAddress.strip(id, address, term.field())))
                .toList();
    }

    /// A term of the answer, drawn.
    Strip strip(CountedTerm term, String spoken, String picture) {
        String name = term.field().split("\\.")[0];
        return new StripPrinter(page, spoken, book.sources())
                .strip(words.label(page.language(), id, name, ""), term, picture);
    }

    private static int days(CountedTerm term) {
        return term.strip().days().size();
    }

    private DecisionView refused(Entered entered, FilledForm form, String facts, Result.BadFacts bad) {
        List<ProblemWords.Worded> problems =
                ProblemWords.of(desk, id, facts.getBytes(StandardCharsets.UTF_8), bad, page.language());
        Map<String, Told> errors = ProblemWords.byField(problems, form, questions, entered, page);
        List<Fault> faults = new ArrayList<>();
        errors.forEach((field, problem) -> faults.add(new Fault(FormPrinter.anchor(field), label(field), problem)));
        problems.stream()
                .filter(problem -> form.field(problem.path()) == null)
                .forEach(problem -> faults.add(new Fault(
                        JSON_ANCHOR, Told.own(problem.path().isEmpty() ? "" : problem.path()), problem.text())));
        return view(entered, errors, faults, Optional.empty(), "", facts);
    }

    /// What a field asks, with the number of its row: `subjects.2.name` is "Subjects, row 3: Name".
    private Told label(String field) {
        List<String> parts = new ArrayList<>();
        List<Question> among = questions;
        String lang = null;
        String path = "";
        for (String part : field.split("\\.")) {
            if (part.matches("[0-9]+")) {
                parts.add(page.say("form.row", Integer.parseInt(part) + 1));
                continue;
            }
            Question question = among.stream()
                    .filter(q -> q.name().equals(part))
                    .findFirst()
                    .orElseThrow();
            path = path.isEmpty() ? part : path + "." + part;
            Told label = words.label(page.language(), id, path, question.says());
            parts.add(label.text());
            lang = label.lang();
            among = switch (question.kind()) {
                case Question.Kind.Group group -> group.questions();
                case Question.Kind.Rows rows -> rows.questions();
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
                        Question.Kind.Pairs _ -> List.of();
            };
        }
        return new Told(String.join(" – ", parts), lang);
    }

    private DecisionView view(
            Entered entered,
            Map<String, Told> errors,
            List<Fault> faults,
            Optional<Answer> answer,
            String address,
            String json) {
        FormPrinter printer = new FormPrinter(id, words, page, entered, errors);
        return new DecisionView(printer.fields(questions), faults, answer, address, json);
    }
}
