package org.matricula.registry.gradebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.spi.Kind;

/// Reads one cell as what its column holds.
///
/// A value is taken only when it is what a person sees in the cell; nothing is repaired by guessing.
final class CellReader {
    /// `[1]Sheet1!A1`, `'[1]My sheet'!A1`. A column of a table (`Table1[2024]`) has brackets too.
    private static final Pattern OTHER_FILE =
            Pattern.compile("\\[\\d+][^\\[\\](),;+*/=&<>^ -]*!|'[^']*\\[\\d+](?:[^']|'')*'!");
    private final LocalDate asOf;
    private final Map<Kind.Choice, Choices> choices = new IdentityHashMap<>();

    /// @param asOf the day of reading; a later date is refused
    CellReader(LocalDate asOf) {
        this.asOf = asOf;
    }

    Outcome read(Kind kind, Cell cell) {
        if (cell.formula().filter(f -> OTHER_FILE.matcher(f).find()).isPresent()) {
            return Outcome.bad(CellWords.otherFile());
        }
        if (cell.formula().isPresent() && kind instanceof Kind.Digits) {
            return Outcome.bad(CellWords.digitsFormula());
        }
        if (kind instanceof Kind.Unused(var why)) {
            return Outcome.bad(why);
        }
        return switch (cell.content()) {
            case Content.Fault(var code) -> Outcome.bad(CellWords.fault(code));
            case Content.Uncomputed() -> Outcome.bad(CellWords.uncomputed());
            case Content.Truth(var value) -> truth(kind, value);
            case Content.Words(var text) -> words(kind, text);
            case Content.Figure(var _, var value) -> figure(kind, value);
            case Content.Moment(var serial, var since1904) -> moment(kind, serial, since1904);
        };
    }

    private Choices choices(Kind.Choice kind) {
        return choices.computeIfAbsent(kind, Choices::new);
    }

    private Outcome truth(Kind kind, boolean value) {
        return kind instanceof Kind.Choice choice
                ? choices(choice).words(value ? "true" : "false")
                : Outcome.bad(CellWords.truth());
    }

    private Outcome words(Kind kind, String typed) {
        var cleaned = Texts.clean(typed, kind instanceof Kind.Text(var _, var lines) && lines);
        if (cleaned.fault().isPresent()) {
            return Outcome.bad(cleaned.fault().get());
        }
        var text = cleaned.text();
        if (text.isEmpty()) {
            return Outcome.good(""); // invisible characters only: as good as blank
        }
        Outcome outcome = switch (kind) {
            case Kind.Name() -> Names.read(text);
            case Kind.Text(var longest, var _) -> limited(text, longest);
            case Kind.Digits(var digits) -> DigitTexts.words(text, digits);
            case Kind.Day() -> Days.words(text, asOf);
            case Kind.Whole whole -> Numbers.words(whole, text);
            case Kind.Measure measure -> Numbers.words(measure, text);
            case Kind.Choice choice -> choices(choice).words(text);
            case Kind.Unused(var why) -> Outcome.bad(why);
        };
        if (outcome.value().isPresent() && (kind instanceof Kind.Name || kind instanceof Kind.Text)) {
            outcome = Texts.oldFont(text).map(outcome::with).orElse(outcome);
        }
        // White space around a level or a number says nothing, so taking it out is not worth a note.
        return outcome.after(kind instanceof Kind.Choice || kind instanceof Kind.Whole ? List.of() : cleaned.said());
    }

    private Outcome figure(Kind kind, BigDecimal value) {
        return switch (kind) {
            case Kind.Name() -> Outcome.bad(CellWords.nameLetter(NumberWords.plain(value)));
            case Kind.Text(var longest, var _) -> limited(NumberWords.plain(value), longest);
            case Kind.Digits(var digits) -> DigitTexts.figure(value, digits);
            case Kind.Day() -> Days.figure(value);
            case Kind.Whole whole -> Numbers.figure(whole, value);
            case Kind.Measure measure -> Numbers.figure(measure, value);
            case Kind.Choice choice -> choices(choice).figure(value);
            case Kind.Unused(var why) -> Outcome.bad(why);
        };
    }

    private Outcome moment(Kind kind, BigDecimal serial, boolean since1904) {
        return switch (kind) {
            case Kind.Day() -> Days.moment(serial, since1904, asOf);
            case Kind.Unused(var why) -> Outcome.bad(why);
            case Kind.Name _, Kind.Text _, Kind.Digits _, Kind.Whole _, Kind.Measure _, Kind.Choice _ ->
                Outcome.bad(CellWords.turnedIntoDate(Days.shown(serial, since1904)));
        };
    }

    private static Outcome limited(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length > longest ? Outcome.bad(CellWords.tooLong(length, longest)) : Outcome.good(text);
    }
}
