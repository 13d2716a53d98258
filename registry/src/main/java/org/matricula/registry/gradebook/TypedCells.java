package org.matricula.registry.gradebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.Problem.Severity;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.spi.Kind;

/// Reads what a person types into a cell, by the same rules as a sheet: a mark typed into the page and the same mark
/// in a file mean the same, or are refused in the same words.
public final class TypedCells {
    /// Longer than any column takes; more is not even looked at.
    private static final int LONGEST = 20_000;

    private final CellReader reader;

    /// @param asOf the day of typing; a later date is refused
    public TypedCells(LocalDate asOf) {
        this.reader = new CellReader(asOf);
    }

    /// What was typed, as it will be kept.
    ///
    /// @param value the canonical text; empty when the cell is emptied, none when it cannot be kept
    /// @param problem why it cannot be kept, and how to mend it
    /// @param remarks what was understood in another way than typed
    public record Typed(Optional<String> value, Optional<Sentence> problem, List<Sentence> remarks) {
        public Typed {
            remarks = List.copyOf(remarks);
        }
    }

    /// Reads what was typed into a column of this kind. Nothing but white space empties the cell.
    public Typed read(Kind kind, String typed) {
        if (Content.isBlank(typed)) {
            return new Typed(Optional.of(""), Optional.empty(), List.of());
        }
        if (typed.length() > LONGEST) {
            return new Typed(Optional.empty(), Optional.of(CellWords.tooLong(typed.length(), LONGEST)), List.of());
        }
        Outcome outcome = reader.read(kind, new Cell(1, 0, new Content.Words(typed), Optional.empty()));
        return new Typed(
                outcome.value(),
                outcome.said().stream()
                        .filter(said -> said.severity() == Severity.ERROR)
                        .map(Said::words)
                        .findFirst(),
                outcome.said().stream()
                        .filter(said -> said.severity() != Severity.ERROR)
                        .map(Said::words)
                        .toList());
    }

    /// A canonical value as a sheet shows it, for example `Đ` for the level `D`.
    public static String shown(Kind kind, String value) {
        return value.isEmpty() ? "" : Shown.text(kind, value);
    }
}
