package org.matricula.packs.kz.office;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Day;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.WorkingCalendar.YearNotLoaded;
import org.matricula.law.time.WorkingDays;

/// An office with its hours in a week from Monday to Saturday.
///
/// A filing after hours is not a term: nothing is counted, the day of acceptance moves to the next working day. So no
/// [org.matricula.law.time.LegalClock] is asked here.
///
/// @param calendar the Kazakh calendar
/// @param hours the hours of its working days
public record Reception(WorkingCalendar calendar, OfficeHours hours) {
    private static final Sentence SUNDAY = new Sentence("Sunday", "жексенбі");

    /// The day in the calendar of the office.
    ///
    /// @throws YearNotLoaded when the calendar has no such year
    public Day day(LocalDate date) {
        return calendar.on(date, Week.SIX);
    }

    /// Whether filing at that moment falls after working time or on a day off.
    ///
    /// @throws YearNotLoaded when the calendar has no such year
    public boolean isAfterHours(LocalDateTime filed) {
        return !day(filed.toLocalDate()).working() || hours.endedBy(filed.toLocalTime());
    }

    /// The day on which an electronic filing counts as accepted: the same day while working time has not ended,
    /// else the next working day.
    ///
    /// @throws YearNotLoaded when the calendar has no such year
    public LocalDate acceptance(LocalDateTime filed) {
        LocalDate day = filed.toLocalDate();
        return isAfterHours(filed) ? workingDayOnOrAfter(day.plusDays(1)) : day;
    }

    /// The first working day on or after the date.
    ///
    /// @throws YearNotLoaded when the calendar has no such year
    public LocalDate workingDayOnOrAfter(LocalDate date) {
        return WorkingDays.onOrAfter(calendar, date, Week.SIX).date();
    }

    /// As [#workingDayOnOrAfter], or empty when the calendar of that year is not loaded; for dates far ahead
    /// that are only shown.
    public Optional<LocalDate> workingDayIfKnown(LocalDate date) {
        try {
            return Optional.of(workingDayOnOrAfter(date));
        } catch (YearNotLoaded _) {
            return Optional.empty();
        }
    }

    /// Whether the day is off for another reason than being a Sunday; a holiday that falls on a Sunday is one.
    public boolean isHoliday(LocalDate date) {
        Day day = day(date);
        return !day.working() && !day.reason().equals(SUNDAY);
    }

    /// Examines whether the office is open on the day; asks a person when the calendar of the year is not
    /// loaded.
    public Finding openOn(String clause, LocalDate date) {
        if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return closed(clause, date, SUNDAY);
        }
        try {
            Day day = day(date);
            return day.working()
                    ? Finding.met(
                            clause,
                            Sentence.of(
                                    "%s is a working day of the Monday to Saturday week",
                                    "%s — дүйсенбі мен сенбі аралығындағы жұмыс күні", date))
                    : closed(clause, date, day.reason());
        } catch (YearNotLoaded e) {
            return Finding.needsPerson(
                    clause,
                    Sentence.of(
                            "The calendar of %d is not loaded: was the office open on %s?",
                            "%d жылдың күнтізбесі жүктелмеген: %s күні кеңсе ашық па еді?", e.year(), date));
        }
    }

    /// Examines whether the office receives at that time of day.
    public Finding openAt(String clause, LocalDateTime moment) {
        return Finding.of(
                clause,
                hours.receivesAt(moment.toLocalTime()),
                Sentence.of("At %s the office is open (%s)", "%s кезінде кеңсе ашық (%s)", moment.toLocalTime(), hours),
                Sentence.of(
                        "At %s the office is closed (%s)", "%s кезінде кеңсе жабық (%s)", moment.toLocalTime(), hours));
    }

    private static Finding closed(String clause, LocalDate date, Sentence reason) {
        return Finding.notMet(
                clause,
                new Sentence(
                        "The office is closed on %s: %s".formatted(date, reason.en()),
                        "%s күні кеңсе жабық: %s".formatted(date, reason.local())));
    }
}
