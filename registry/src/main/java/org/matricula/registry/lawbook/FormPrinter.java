package org.matricula.registry.lawbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.matricula.registry.lawbook.view.Ask;
import org.matricula.registry.lawbook.view.Field;
import org.matricula.registry.lawbook.view.Told;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;

/// Lays out the form of a decision: each question with what was entered and what is wrong with it.
final class FormPrinter {
    /// More answers than this are a list to choose from and not a row of buttons.
    private static final int MOST_BUTTONS = 6;

    private final String decision;
    private final Words words;
    private final Page page;
    private final Entered entered;
    private final Map<String, Told> errors;

    FormPrinter(String decision, Words words, Page page, Entered entered, Map<String, Told> errors) {
        this.decision = decision;
        this.words = words;
        this.page = page;
        this.entered = entered;
        this.errors = errors;
    }

    /// The anchor of a field.
    static String anchor(String name) {
        return "f-" + name.replace('.', '-');
    }

    List<Field> fields(List<Question> questions) {
        return fields(questions, "");
    }

    private List<Field> fields(List<Question> questions, String prefix) {
        return questions.stream()
                .map(question -> field(question, prefix + question.name()))
                .toList();
    }

    /// What a field asks, for the list of problems.
    private Told label(Question question, String name) {
        return words.label(page.language(), decision, path(name), said(question, name));
    }

    /// The name of a field without the numbers of its rows.
    static String path(String name) {
        return name.replaceAll("\\.[0-9]+", "");
    }

    private Field field(Question question, String name) {
        return switch (question.kind()) {
            case Question.Kind.Words _ -> new Field.Line(ask(question, name, ""), "text", "text", value(name));
            case Question.Kind.Whole _ -> new Field.Line(ask(question, name, ""), "text", "numeric", value(name));
            case Question.Kind.Decimal _ ->
                new Field.Line(ask(question, name, page.say("form.hint.decimal")), "text", "decimal", value(name));
            case Question.Kind.Day _ -> new Field.Line(ask(question, name, ""), "date", "text", value(name));
            case Question.Kind.Time _ -> new Field.Line(ask(question, name, ""), "time", "text", value(name));
            case Question.Kind.Moment _ ->
                new Field.Line(
                        ask(question, name, page.say("form.hint.moment")), "datetime-local", "text", value(name));
            case Question.Kind.Flag _ -> new Field.Radios(ask(question, name, ""), flags(question, name));
            case Question.Kind.Choice choice -> choice(question, name, choice.codes());
            case Question.Kind.Choices choices ->
                new Field.Checks(
                        ask(question, name, page.say("form.hint.choices")),
                        options(name, choices.codes(), entered.values(name)));
            case Question.Kind.Lines _ ->
                new Field.Area(ask(question, name, page.say("form.hint.lines")), value(name), 4);
            case Question.Kind.Pairs _ ->
                new Field.Area(ask(question, name, page.say("form.hint.pairs")), value(name), 4);
            case Question.Kind.Group group ->
                new Field.Group(ask(question, name, ""), fields(group.questions(), name + "."));
            case Question.Kind.Rows rows -> rows(question, name, rows);
        };
    }

    private Field rows(Question question, String name, Question.Kind.Rows rows) {
        List<Field.Row> shown = new ArrayList<>();
        for (int row : entered.rows(name, question.required() ? 1 : 0)) {
            String of = name + "." + row;
            shown.add(new Field.Row(of, page.say("form.row", shown.size() + 1), fields(rows.questions(), of + ".")));
        }
        return new Field.Rows(ask(question, name, ""), shown);
    }

    private Field choice(Question question, String name, List<String> codes) {
        List<Field.Option> options = options(name, codes, List.of(value(name)));
        Ask ask = ask(question, name, "");
        boolean inRow = name.matches(".*\\.[0-9]+\\..*");
        return inRow || codes.size() > MOST_BUTTONS
                ? new Field.Select(ask, options)
                : new Field.Radios(ask, withUntold(question, name, options));
    }

    private List<Field.Option> flags(Question question, String name) {
        String value = value(name);
        return withUntold(
                question,
                name,
                List.of(
                        new Field.Option("true", anchor(name), Told.own(page.say("yes")), value.equals("true")),
                        new Field.Option(
                                "false", anchor(name) + "--2", Told.own(page.say("no")), value.equals("false"))));
    }

    /// A question that need not be answered has a button that takes the answer back.
    private List<Field.Option> withUntold(Question question, String name, List<Field.Option> options) {
        if (question.required()) {
            return options;
        }
        List<Field.Option> more = new ArrayList<>(options);
        more.add(new Field.Option(
                "",
                anchor(name) + "--" + (options.size() + 1),
                Told.own(page.say("untold")),
                options.stream().noneMatch(Field.Option::chosen)));
        return List.copyOf(more);
    }

    private List<Field.Option> options(String name, List<String> codes, List<String> chosen) {
        List<Field.Option> options = new ArrayList<>();
        for (String code : codes) {
            options.add(new Field.Option(
                    code,
                    options.isEmpty() ? anchor(name) : anchor(name) + "--" + (options.size() + 1),
                    words.code(page.language(), decision, path(name), code),
                    chosen.contains(code)));
        }
        return List.copyOf(options);
    }

    private Ask ask(Question question, String name, String hint) {
        return new Ask(
                name,
                anchor(name),
                label(question, name),
                hint.isEmpty() ? told(question, name) : hint,
                errors.getOrDefault(name, Told.own("")),
                question.required());
    }

    /// The hint that somebody has written, else in English what the schema says where the label says something else.
    private String told(Question question, String name) {
        String said = said(question, name);
        return words.hint(page.language(), decision, path(name))
                .orElseGet(() -> page.language() == Language.EN
                                && !label(question, name).text().equalsIgnoreCase(said)
                        ? said
                        : "");
    }

    /// What the schema says, with the codes to choose from in words.
    private String said(Question question, String name) {
        String said = question.says();
        if (question.kind() instanceof Question.Kind.Choice choice) {
            for (String code : choice.codes()) {
                String word =
                        words.code(Language.EN, decision, path(name), code).text();
                said = said.replaceAll("\\b" + code + "\\b", Matcher.quoteReplacement("“" + word + "”"));
            }
        }
        return said;
    }

    private String value(String name) {
        return entered.value(name);
    }
}
