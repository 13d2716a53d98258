package org.matricula.law.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Day;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.DeadlineStrip.Cell;
import org.matricula.law.time.DeadlineStrip.Kind;
import org.matricula.law.time.Term.LastDay;

/// Counts terms over a working calendar. It has no hands of its own: every day is an argument.
///
/// @param calendar the calendar of the country; asked only where working days matter, so that a term in plain days
/// needs no loaded year
public record LegalClock(WorkingCalendar calendar) {
    /// Longer than any term of the law; a strip that reaches it is a fault of ours.
    private static final int LONGEST = 200 * 366;

    /// The day a duty should be done by, and the last day the law allows, which may be later.
    ///
    /// @param target our own earlier day
    /// @param legal the last day of the law
    public record Dues(LocalDate target, LocalDate legal) {}

    /// The last day of a term.
    ///
    /// @throws WorkingCalendar.YearNotLoaded when working days of a year without entries matter
    /// @throws IllegalArgumentException for a term in minutes, which ends at a moment and not on a day
    public LocalDate due(Term term, LocalDate start) {
        return due(term, start, List.of()).orElseThrow();
    }

    /// The last day of a term that stood still at times; empty while it still stands.
    public Optional<LocalDate> due(Term term, LocalDate start, List<Pause> pauses) {
        return pauses.isEmpty() && plain(term)
                ? Optional.of(unbroken(term, start))
                : strip(term, start, pauses).due();
    }

    /// Whether the last day can be had without looking at each day on the way.
    private static boolean plain(Term term) {
        return switch (term) {
            case Term.CalendarDays t -> t.lastDay() == LastDay.STAYS;
            case Term.OfWorkingDays _, Term.FixedDate _ -> true;
            case Term.Months t -> t.lastDay() == LastDay.STAYS;
            case Term.DayBefore t -> plain(t.other());
            case Term.Minutes _ -> false;
        };
    }

    /// The same last day as that of the strip, found quickly; a property test compares the two.
    private LocalDate unbroken(Term term, LocalDate start) {
        return switch (term) {
            case Term.CalendarDays t -> start.plusDays(t.days());
            case Term.OfWorkingDays t ->
                WorkingDays.after(calendar, start, t.days(), t.week()).date();
            case Term.Months t -> start.plusMonths(t.months());
            case Term.FixedDate t -> t.date();
            case Term.DayBefore t -> unbroken(t.other(), start).minusDays(1);
            case Term.Minutes _ -> throw endsAtAMoment();
        };
    }

    /// A term that runs from a day and ends in a field of an answer.
    public CountedTerm count(String field, Term term, LocalDate start) {
        return new CountedTerm(field, this, term, start, List.of());
    }

    /// A clock for terms in which every day counts; it asks no calendar and knows none.
    public static LegalClock ofPlainDays() {
        return new LegalClock(new NoCalendar());
    }

    private record NoCalendar() implements WorkingCalendar {
        @Override
        public String country() {
            return "";
        }

        @Override
        public Day on(LocalDate date, Week week) {
            throw new IllegalStateException(
                    "a clock of plain days was asked whether %s is a working day".formatted(date));
        }
    }

    /// Target and legal end of the same duty.
    public Dues dues(Term target, Term legal, LocalDate start) {
        return new Dues(due(target, start), due(legal, start));
    }

    /// The last moment of a term in minutes. Exactly that moment is still in time.
    public static LocalDateTime lastMoment(Term.Minutes term, LocalDateTime start) {
        return start.plusMinutes(term.minutes());
    }

    /// The last day of "before a date", which the law reads strictly: the day before it.
    public static LocalDate lastDayBefore(LocalDate date) {
        return ofPlainDays().due(new Term.DayBefore(new Term.FixedDate(date)), date);
    }

    /// The term day by day.
    public DeadlineStrip strip(Term term, LocalDate start, List<Pause> pauses) {
        return switch (term) {
            case Term.CalendarDays t -> counted(t.days(), start, pauses, null, t.lastDay(), t.week());
            case Term.OfWorkingDays t -> counted(t.days(), start, pauses, t.week(), LastDay.STAYS, t.week());
            case Term.Months t -> {
                long days = start.plusMonths(t.months()).toEpochDay() - start.toEpochDay();
                yield counted(Math.toIntExact(days), start, pauses, null, t.lastDay(), t.week());
            }
            case Term.FixedDate t -> fixed(t.date(), start);
            case Term.DayBefore t -> dayBefore(strip(t.other(), start, pauses));
            case Term.Minutes _ -> throw endsAtAMoment();
        };
    }

    private static IllegalArgumentException endsAtAMoment() {
        return new IllegalArgumentException("a term in minutes ends at a moment; use lastMoment");
    }

    /// @param working the week whose days off are not counted; null when every day counts
    private DeadlineStrip counted(
            int count, LocalDate start, List<Pause> pauses, @Nullable Week working, LastDay lastDay, Week lastDayWeek) {
        List<Cell> cells = new ArrayList<>();
        LocalDate date = start;
        for (int number = 0; number < count; ) {
            date = date.plusDays(1);
            Pause pause = pauseOn(date, pauses);
            if (pause != null && pause.through() == null) {
                cells.add(paused(date, pause)); // where it stands still; nobody knows for how long
                return new DeadlineStrip(start, cells, Optional.empty());
            }
            Cell cell = pause != null ? paused(date, pause) : cell(date, number + 1, working);
            number = Math.max(number, cell.number());
            cells.add(cell);
            if (cells.size() > LONGEST) {
                throw new IllegalStateException("a term of %d days from %s does not end".formatted(count, start));
            }
        }
        if (count > 0 && lastDay == LastDay.MOVES_FORWARD) {
            return new DeadlineStrip(start, cells, moved(date, pauses, lastDayWeek, cells));
        }
        return new DeadlineStrip(start, cells, Optional.of(date));
    }

    private Cell cell(LocalDate date, int number, @Nullable Week working) {
        if (working == null) {
            return new Cell(date, Kind.COUNTED, number, null, null);
        }
        Day day = calendar.on(date, working);
        return day.working()
                ? new Cell(date, Kind.COUNTED, number, null, null)
                : new Cell(date, Kind.SKIPPED, 0, day.reason(), day.source());
    }

    private static Cell paused(LocalDate date, Pause pause) {
        return new Cell(date, Kind.PAUSED, 0, pause.ground(), pause.clause());
    }

    /// The last day counts even when it is a day off; only then the term moves over it to the next working day. A pause
    /// that has begun by then holds it back; an open one leaves the end unknown.
    private Optional<LocalDate> moved(LocalDate last, List<Pause> pauses, Week week, List<Cell> cells) {
        LocalDate date = last;
        Day day = calendar.on(date, week);
        if (day.working()) {
            return Optional.of(date);
        }
        cells.add(movedOver(day, cells.removeLast().number()));
        while (true) {
            date = date.plusDays(1);
            Pause pause = pauseOn(date, pauses);
            if (pause != null && pause.through() == null) {
                cells.add(paused(date, pause));
                return Optional.empty();
            }
            if (pause != null) {
                cells.add(paused(date, pause));
                continue;
            }
            day = calendar.on(date, week);
            if (day.working()) {
                cells.add(new Cell(date, Kind.COUNTED, 0, null, null));
                return Optional.of(date);
            }
            cells.add(movedOver(day, 0));
        }
    }

    private static Cell movedOver(Day day, int number) {
        return new Cell(day.date(), Kind.MOVED_OVER, number, day.reason(), day.source());
    }

    private static DeadlineStrip fixed(LocalDate date, LocalDate start) {
        List<Cell> cells = new ArrayList<>();
        int number = 0;
        for (LocalDate d = start.plusDays(1); !d.isAfter(date) && number < LONGEST; d = d.plusDays(1)) {
            number++;
            cells.add(new Cell(d, Kind.COUNTED, number, null, null));
        }
        return new DeadlineStrip(start, cells, Optional.of(date));
    }

    private static DeadlineStrip dayBefore(DeadlineStrip other) {
        if (other.due().isEmpty()) {
            return other;
        }
        LocalDate due = other.due().get().minusDays(1);
        List<Cell> cells =
                other.days().stream().filter(cell -> !cell.date().isAfter(due)).toList();
        return new DeadlineStrip(other.start(), cells, Optional.of(due));
    }

    private static @Nullable Pause pauseOn(LocalDate date, List<Pause> pauses) {
        return pauses.stream().filter(pause -> pause.covers(date)).findFirst().orElse(null);
    }
}
