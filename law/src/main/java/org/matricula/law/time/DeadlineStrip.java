package org.matricula.law.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Sentence;

/// A term day by day: what a clerk is shown, and where the last day comes from.
///
/// @param start the day the term runs from
/// @param days every day after the start up to the last one, in order; up to the first day of an open pause, if
///     there
/// is one
/// @param due the last day; empty while an open pause keeps it unknown
public record DeadlineStrip(LocalDate start, List<Cell> days, Optional<LocalDate> due) {
    public DeadlineStrip {
        days = List.copyOf(days);
    }

    /// What a day does to the term.
    public enum Kind {
        /// It counts.
        COUNTED,
        /// It does not count: a day off.
        SKIPPED,
        /// It does not count: the term stands still.
        PAUSED,
        /// The count was full, and the last day moved over this day off.
        MOVED_OVER
    }

    /// One day.
    ///
    /// @param number which counted day of the term it is, from 1; 0 for a day that does not count
    /// @param reason why it does not count, or what the day is; null for an ordinary counted day
    /// @param source the instrument or clause that says so; null where there is no reason
    public record Cell(
            LocalDate date,
            Kind kind,
            int number,
            @Nullable Sentence reason,
            @Nullable String source) {}

    /// How many days count.
    public int counted() {
        return days.stream().mapToInt(Cell::number).max().orElse(0);
    }

    /// The days that did not count because they are days off.
    public List<WorkingDays.Skipped> skipped() {
        return days.stream()
                .filter(cell -> cell.kind() == Kind.SKIPPED || cell.kind() == Kind.MOVED_OVER)
                .flatMap(cell -> cell.reason() == null || cell.source() == null
                        ? Stream.<WorkingDays.Skipped>empty()
                        : Stream.of(new WorkingDays.Skipped(cell.date(), cell.reason(), cell.source())))
                .toList();
    }
}
