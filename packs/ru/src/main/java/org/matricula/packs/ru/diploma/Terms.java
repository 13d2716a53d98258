package org.matricula.packs.ru.diploma;

import static org.matricula.law.Finding.doesNotApply;
import static org.matricula.law.Finding.met;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Term.CalendarDays;
import org.matricula.law.time.Term.OfWorkingDays;

/// Counts the terms of the guide and says how an act stands to its term.
///
/// The day a term starts from is day 0 and stays where it is, even on a day off; only the counting skips days off.
///
/// @param calendar the working days of Russia
/// @param week the working week of the office
record Terms(WorkingCalendar calendar, Week week) {
    /// The guide does not name the working week; its terms are read on the five-day calendar unless the office says
    /// six.
    Terms(WorkingCalendar calendar) {
        this(calendar, Week.FIVE);
    }

    /// The same terms in the week of the office, if it is given.
    Terms in(Optional<Week> own) {
        return own.map(other -> new Terms(calendar, other)).orElse(this);
    }

    /// So many working days from a day, ending in a field of the answer.
    CountedTerm count(String field, LocalDate from, int days) {
        return new LegalClock(calendar).count(field, new OfWorkingDays(days, week), from);
    }

    /// So many working days from a day that may not be known yet.
    Optional<CountedTerm> count(String field, Optional<LocalDate> from, int days) {
        return from.map(day -> count(field, day, days));
    }

    /// So many calendar days from a day, as an archive counts them.
    CountedTerm countCalendarDays(String field, LocalDate from, int days) {
        return new LegalClock(calendar).count(field, new CalendarDays(days), from);
    }

    /// The n-th working day after a day.
    LocalDate workingDays(LocalDate from, int days) {
        return new LegalClock(calendar).due(new OfWorkingDays(days, week), from);
    }

    /// The n-th working day after a day that may not be known yet.
    @Nullable
    LocalDate workingDays(Optional<LocalDate> from, int days) {
        return from.map(day -> workingDays(day, days)).orElse(null);
    }

    /// How an act stands to its term: not begun, still open, in time or late.
    ///
    /// @param act what has to be done, in the nominative
    /// @param start what the term counts from, in the nominative
    /// @param from the day it counts from; empty while unknown
    /// @param term the length in words
    /// @param due the last good day; null while unknown
    /// @param done the day of the act; empty while it is not done
    static Finding judge(
            String clause,
            Sentence act,
            Sentence start,
            Optional<LocalDate> from,
            Sentence term,
            @Nullable LocalDate due,
            Optional<LocalDate> done) {
        if (from.isEmpty() || due == null) {
            return doesNotApply(
                    clause,
                    new Sentence(
                            "%s: the term has not begun, %s is not known".formatted(act.en(), start.en()),
                            "%s: срок не начался, неизвестно: %s".formatted(act.local(), start.local())));
        }
        LocalDate begin = from.orElseThrow();
        String en = act.en() + ": " + term.en() + " from " + start.en() + " (" + begin + ") end on " + due;
        String ru = act.local() + ": " + term.local() + " (отсчёт: " + start.local() + ", " + dotted(begin)
                + "), последний день — " + dotted(due);
        if (done.isEmpty()) {
            return met(clause, new Sentence(en + "; nothing is late so far", ru + "; опоздания пока нет"));
        }
        LocalDate on = done.orElseThrow();
        return Finding.of(
                clause,
                !on.isAfter(due),
                new Sentence(en + "; done on " + on + ", in time", ru + "; сделано " + dotted(on) + ", в срок"),
                new Sentence(en + "; done on " + on + ", late", ru + "; сделано " + dotted(on) + ", с опозданием"));
    }

    /// A date as Russian offices write it.
    private static String dotted(LocalDate day) {
        return String.format(Locale.ROOT, "%1$td.%1$tm.%1$tY", day);
    }

    /// A number of working days in words, with the week they are counted in.
    Sentence working(int days) {
        return week == Week.FIVE
                ? Sentence.of("%d working days of the five-day week", "рабочих дней пятидневной недели: %d", days)
                : Sentence.of("%d working days of the six-day week", "рабочих дней шестидневной недели: %d", days);
    }

    /// A number of calendar days in words.
    static Sentence calendarDays(int days) {
        return Sentence.of("%d calendar days", "календарных дней: %d", days);
    }
}
