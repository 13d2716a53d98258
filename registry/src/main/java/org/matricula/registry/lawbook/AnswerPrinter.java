package org.matricula.registry.lawbook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.matricula.law.Finding;
import org.matricula.law.desk.Result;
import org.matricula.law.desk.ResultJson;
import org.matricula.law.json.Json;
import org.matricula.law.json.JsonText;
import org.matricula.registry.lawbook.view.Answer;
import org.matricula.registry.lawbook.view.Strip;
import org.matricula.registry.lawbook.view.Told;
import org.matricula.registry.lawbook.view.Value;
import org.matricula.registry.page.Page;

/// Puts an answer of the desk into the reader's words. It reads the very JSON that a program gets, so that the page
/// can show neither more nor less.
final class AnswerPrinter {
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final String MOMENT = DATE + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?";
    private static final String CODES = "[A-Z][A-Z0-9_]*(:[A-Z0-9_]+)*";

    private final Page page;
    private final Words words;
    private final Book book;
    private final String decision;
    private final String spoken;

    /// @param spoken the language of the sentences: the reader's where the regulation has it, else English
    AnswerPrinter(Page page, Words words, Book book, String decision, String spoken) {
        this.page = page;
        this.words = words;
        this.book = book;
        this.decision = decision;
        this.spoken = spoken;
    }

    /// @param regulation the language of the regulation
    Answer answer(Result.Answered answered, List<Strip> strips, String regulation) {
        Json json = read(ResultJson.line(answered, spoken));
        Json answer = json instanceof Json.Obj object ? object.fields().get("answer") : json;
        List<Value.Entry> entries =
                answer instanceof Json.Obj object && answered.answer() != null ? entries(object) : List.of();
        return new Answer(
                entries,
                answered.edition() == null ? "" : page.say("answer.edition", answered.edition()),
                findings(answered, f -> f.result() != Finding.Result.DOES_NOT_APPLY),
                findings(answered, f -> f.result() == Finding.Result.DOES_NOT_APPLY),
                strips,
                LawPage.foreign(page, regulation),
                ResultJson.pretty(answered, spoken));
    }

    private static Json read(String text) {
        try {
            return JsonText.read(text).value();
        } catch (JsonText.Malformed e) {
            throw new IllegalStateException("an answer of the desk is not JSON", e);
        }
    }

    private List<Answer.Found> findings(Result.Answered answered, Predicate<Finding> which) {
        return answered.findings().stream().filter(which).map(this::found).toList();
    }

    private Answer.Found found(Finding finding) {
        String tone = switch (finding.result()) {
            case MET -> "good";
            case NOT_MET -> "bad";
            case NEEDS_PERSON -> "warn";
            case DOES_NOT_APPLY -> "calm";
        };
        return new Answer.Found(
                tone,
                page.say("result." + finding.result()),
                finding.clause(),
                book.address(finding.clause()),
                told(finding.because().in(spoken)),
                told(book.clause(finding.clause())
                        .map(clause -> clause.text().in(spoken))
                        .orElse("")));
    }

    private List<Value.Entry> entries(Json.Obj object) {
        List<Value.Entry> entries = new ArrayList<>();
        object.fields()
                .forEach((name, value) -> entries.add(
                        new Value.Entry(words.label(page.language(), decision, name, ""), value(name, value))));
        return entries;
    }

    private Value value(String name, Json json) {
        return switch (json) {
            case Json.Null _ -> new Value.None(page.say("answer.none"));
            case Json.Flag flag -> new Value.Text(Told.own(page.say(flag.value() ? "yes" : "no")));
            case Json.Num num -> new Value.Text(Told.own(num.value().toPlainString()));
            case Json.Text text -> text(name, text.value());
            case Json.Arr list -> list(name, list.items());
            case Json.Obj object -> new Value.Named(entries(object));
        };
    }

    private Value list(String name, List<Json> items) {
        if (items.isEmpty()) {
            return new Value.None(page.say("answer.empty"));
        }
        if (!items.stream().allMatch(Json.Obj.class::isInstance)) {
            return new Value.Several(
                    items.stream().map(item -> value(name, item)).toList());
        }
        Set<String> names = items.stream()
                .flatMap(item -> ((Json.Obj) item).fields().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Value.Table(
                names.stream()
                        .map(column -> words.label(page.language(), decision, column, ""))
                        .toList(),
                items.stream()
                        .map(item -> row(names, ((Json.Obj) item).fields()))
                        .toList());
    }

    private List<Value> row(Set<String> names, Map<String, Json> fields) {
        return names.stream()
                .map(name -> value(name, fields.getOrDefault(name, new Json.Null())))
                .toList();
    }

    private Value text(String name, String text) {
        if (text.matches(DATE)) {
            return new Value.Time(text, day(page, LocalDate.parse(text)));
        }
        if (text.matches(MOMENT)) {
            return new Value.Time(text, moment(page, LocalDateTime.parse(text)));
        }
        if (book.clause(text).isPresent()) {
            return new Value.Clause(text, book.address(text));
        }
        return new Value.Text(text.matches(CODES) ? code(name, text) : told(text));
    }

    /// `SUBJECT:MATHEMATICS` is read part by part.
    private Told code(String name, String text) {
        List<Told> parts = List.of(text.split(":")).stream()
                .map(part -> words.code(page.language(), decision, name, part))
                .toList();
        return new Told(
                parts.stream().map(Told::text).collect(Collectors.joining(": ")),
                parts.getFirst().lang());
    }

    private Told told(String text) {
        return new Told(text, spoken.equals(page.language().code()) ? null : spoken);
    }

    /// A date as people write it in the reader's language.
    static String day(Page page, LocalDate day) {
        return switch (page.language()) {
            case EN -> DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).format(day);
            case VI -> DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT).format(day);
            case KK, RU ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(page.language().locale())
                        .format(day);
        };
    }

    /// A date with a time of day.
    static String moment(Page page, LocalDateTime moment) {
        return day(page, moment.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern(
                                moment.getSecond() == 0 ? "HH:mm" : "HH:mm:ss",
                                page.language().locale())
                        .format(moment);
    }
}
