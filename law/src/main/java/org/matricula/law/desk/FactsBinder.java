package org.matricula.law.desk;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Sentence;
import org.matricula.law.json.Json;
import org.matricula.law.json.Pointer;

/// Reads one JSON object into a facts record and lists every problem on the way.
///
/// One binder reads one object. Nothing is guessed: a value that is not exactly of the kind asked for is a problem.
final class FactsBinder {
    /// More problems than this are no help to anyone, and an answer must stay smaller than the question.
    private static final int MOST_PROBLEMS = 500;

    /// A number with a larger exponent cannot be meant.
    private static final int WIDEST_NUMBER = 40;

    /// Stands for a value that could not be read; the problem is noted.
    private static final Object UNREAD = new Object();

    private final String language;
    private final Set<Problem> problems = new LinkedHashSet<>();

    /// @param language the language of the regulation, for the second half of each sentence
    FactsBinder(String language) {
        this.language = language;
    }

    /// Every problem found, in the order of reading.
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /// Notes a problem. Once the list is full nothing more is put into words, for a stranger may send millions.
    void problem(String path, Say what, Object... arguments) {
        if (!full()) {
            problem(new Problem(path, what.in(language, arguments)));
        }
    }

    private boolean full() {
        return problems.size() > MOST_PROBLEMS;
    }

    private void problem(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        } else if (problems.size() == MOST_PROBLEMS) {
            problems.add(new Problem("", Say.MORE.in(language, MOST_PROBLEMS)));
        }
    }

    /// The record, or empty when there are problems.
    ///
    /// @param asOfAllowed whether a field `asOf` may stand beside those of the record
    Optional<Record> record(Shape.Whose shape, Json json, boolean asOfAllowed) {
        Object value = whose(shape, json, "", asOfAllowed);
        return value instanceof Record record && problems.isEmpty() ? Optional.of(record) : Optional.empty();
    }

    /// A date at the path, or null when it is absent, null or not a date (then the problem is noted).
    @Nullable
    LocalDate day(@Nullable Json json, String path) {
        return json == null || json instanceof Json.Null || !(day(path, json) instanceof LocalDate day) ? null : day;
    }

    private Object read(Shape shape, Json json, String path) {
        if (json instanceof Json.Null) {
            return fault(path, Say.NULL);
        }
        return switch (shape) {
            case Shape.Text text -> text(text, path, json);
            case Shape.Whole whole -> whole(whole, path, json);
            case Shape.Decimal decimal -> decimal(decimal, path, json);
            case Shape.Flag _ -> json instanceof Json.Flag flag ? flag.value() : fault(path, Say.NOT_FLAG, told(json));
            case Shape.Choice choice -> choice(choice, path, json);
            case Shape.Day _ -> day(path, json);
            case Shape.Time _ -> time(path, json);
            case Shape.Moment moment -> moment(moment, path, json);
            case Shape.Many many -> many(many, path, json);
            case Shape.Named named -> named(named, path, json);
            case Shape.Whose whose -> whose(whose, json, path, false);
        };
    }

    private Object text(Shape.Text shape, String path, Json json) {
        Json taken = shape.loose() ? asText(json) : json;
        if (!(taken instanceof Json.Text text)) {
            return fault(path, Say.NOT_TEXT, told(json));
        }
        return shape.visible() && text.value().isBlank() ? fault(path, Say.BLANK) : text.value();
    }

    /// A number or a flag as the text it would be in quotation marks; anything else as it is.
    private static Json asText(Json json) {
        return switch (json) {
            case Json.Num num ->
                tooWide(num.value()) ? num : new Json.Text(num.value().toPlainString());
            case Json.Flag flag -> new Json.Text(String.valueOf(flag.value()));
            case Json.Text _, Json.Null _, Json.Arr _, Json.Obj _ -> json;
        };
    }

    private Object whole(Shape.Whole shape, String path, Json json) {
        if (!(json instanceof Json.Num num) || tooWide(num.value())) {
            return fault(path, Say.NOT_WHOLE, told(json));
        }
        BigInteger value;
        try {
            value = num.value().toBigIntegerExact();
        } catch (ArithmeticException _) {
            return fault(path, Say.NOT_WHOLE, told(json));
        }
        if (value.compareTo(BigInteger.valueOf(shape.min())) < 0) {
            return fault(path, Say.TOO_SMALL, shape.min(), value);
        }
        if (value.compareTo(BigInteger.valueOf(shape.max())) > 0) {
            return fault(path, Say.TOO_LARGE, shape.max(), value);
        }
        return shape.wide() ? (Object) value.longValueExact() : (Object) value.intValueExact();
    }

    private Object decimal(Shape.Decimal shape, String path, Json json) {
        if (!(json instanceof Json.Num num) || tooWide(num.value())) {
            return fault(path, Say.NOT_NUMBER, told(json));
        }
        if (num.value().compareTo(BigDecimal.valueOf(shape.min())) < 0) {
            return fault(path, Say.TOO_SMALL, shape.min(), num.value().toPlainString());
        }
        if (num.value().compareTo(BigDecimal.valueOf(shape.max())) > 0) {
            return fault(path, Say.TOO_LARGE, shape.max(), num.value().toPlainString());
        }
        return num.value();
    }

    private static boolean tooWide(BigDecimal value) {
        return Math.abs((long) value.scale()) > WIDEST_NUMBER || value.precision() > WIDEST_NUMBER;
    }

    private Object choice(Shape.Choice shape, String path, Json json) {
        Enum<?> value = json instanceof Json.Text text ? shape.values().get(text.value()) : null;
        return value != null
                ? value
                : fault(
                        path,
                        Say.NOT_CHOICE,
                        told(json),
                        String.join(", ", shape.values().keySet()));
    }

    private Object day(String path, Json json) {
        if (!(json instanceof Json.Text text) || !Iso.looksLikeDay(text.value())) {
            return fault(path, Say.NOT_DAY, told(json));
        }
        return Iso.day(text.value())
                .<Object>map(day -> day)
                .orElseGet(() -> fault(path, Say.NO_SUCH_DAY, text.value()));
    }

    private Object time(String path, Json json) {
        return json instanceof Json.Text text
                ? Iso.time(text.value())
                        .<Object>map(time -> time)
                        .orElseGet(() -> fault(path, Say.NOT_TIME, told(json)))
                : fault(path, Say.NOT_TIME, told(json));
    }

    private Object moment(Shape.Moment shape, String path, Json json) {
        Optional<LocalDateTime> moment =
                json instanceof Json.Text text ? Iso.moment(text.value(), shape.zone()) : Optional.empty();
        return moment.<Object>map(m -> m).orElseGet(() -> fault(path, Say.NOT_MOMENT, told(json)));
    }

    private Object many(Shape.Many shape, String path, Json json) {
        if (!(json instanceof Json.Arr array)) {
            return fault(path, Say.NOT_LIST, told(json));
        }
        if (shape.filled() && array.items().isEmpty()) {
            return fault(path, Say.EMPTY_LIST);
        }
        List<Object> items = new ArrayList<>(array.items().size());
        boolean whole = true;
        for (int i = 0; i < array.items().size() && !full(); i++) {
            Object item = read(shape.item(), array.items().get(i), Pointer.item(path, i));
            whole &= item != UNREAD;
            items.add(item);
        }
        return whole ? Collections.unmodifiableList(items) : UNREAD;
    }

    private Object named(Shape.Named shape, String path, Json json) {
        if (!(json instanceof Json.Obj object)) {
            return fault(path, Say.NOT_OBJECT, told(json));
        }
        if (shape.filled() && object.fields().isEmpty()) {
            return fault(path, Say.EMPTY_LIST);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        boolean whole = true;
        for (Map.Entry<String, Json> entry : object.fields().entrySet()) {
            Object value = read(shape.value(), entry.getValue(), Pointer.member(path, entry.getKey()));
            whole &= value != UNREAD;
            values.put(entry.getKey(), value);
        }
        return whole ? Collections.unmodifiableMap(values) : UNREAD;
    }

    private Object whose(Shape.Whose shape, Json json, String path, boolean asOfAllowed) {
        if (!(json instanceof Json.Obj object)) {
            return fault(path, Say.NOT_OBJECT, told(json));
        }
        Object[] values = new Object[shape.fields().size()];
        boolean whole = true;
        for (Shape.Field field : shape.fields()) {
            Object value = field(field, object.fields().get(field.name()), Pointer.member(path, field.name()));
            whole &= value != UNREAD;
            values[field.index()] = value;
        }
        for (String name : object.fields().keySet()) {
            if (!shape.byName().containsKey(name) && !(asOfAllowed && name.equals("asOf"))) {
                unknown(shape, Pointer.member(path, name), name);
            }
        }
        return whole ? make(shape, values, path) : UNREAD;
    }

    private Object field(Shape.Field field, @Nullable Json json, String path) {
        if (field.optional()) {
            if (json == null || json instanceof Json.Null) {
                return Optional.empty();
            }
            Object value = read(field.shape(), json, path);
            return value == UNREAD ? UNREAD : Optional.of(value);
        }
        return json == null ? fault(path, Say.MISSING) : read(field.shape(), json, path);
    }

    private void unknown(Shape.Whose shape, String path, String name) {
        Optional<String> near = Near.nearest(name, shape.byName().keySet());
        Object hint = near.<Object>map(n -> Say.MEANT.in(language, n)).orElse("");
        problem(path, Say.UNKNOWN, hint);
    }

    private Object make(Shape.Whose shape, Object[] values, String path) {
        Object made;
        try {
            made = shape.maker().invoke(values);
        } catch (IllegalArgumentException e) {
            // The guard in a constructor speaks English only; better than to hide it.
            String message = String.valueOf(e.getMessage());
            problem(new Problem(path, new Sentence(message, message)));
            return UNREAD;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot make " + shape.type().getName(), e);
        }
        if (made instanceof Facts.Checked checked) {
            for (Problem impossible : checked.impossible()) {
                problem(new Problem(path + impossible.path(), impossible.problem()));
            }
        }
        return made;
    }

    private Object fault(String path, Say what, Object... arguments) {
        problem(path, what, arguments);
        return UNREAD;
    }

    /// What was given, short enough to be shown.
    static String told(Json json) {
        return switch (json) {
            case Json.Obj _ -> "{...}";
            case Json.Arr _ -> "[...]";
            case Json.Text text -> '"' + shortened(text.value()) + '"';
            case Json.Num num -> shortened(num.value().toString());
            case Json.Flag flag -> String.valueOf(flag.value());
            case Json.Null _ -> "null";
        };
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 50 - surrogates(text))) + "…";
    }

    /// A pair of surrogates is one code point, so fewer of them are safely inside the first fifty characters.
    private static int surrogates(String text) {
        return (int) text.substring(0, 50)
                .chars()
                .filter(c -> Character.isLowSurrogate((char) c))
                .count();
    }
}
