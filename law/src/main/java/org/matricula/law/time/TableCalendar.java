package org.matricula.law.time;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;

/// A calendar as it was entered: the loaded years, the rule of the week, and every day that departs from it.
final class TableCalendar implements WorkingCalendar {
    /// What an ordinary day of the week is.
    ///
    /// @param source the instrument that sets the week
    record WeekRule(Sentence workday, Sentence saturday, Sentence sunday, String source) {}

    /// A day that departs from the rule of the week, or needs a word of its own.
    record Special(boolean working, Sentence reason, String source) {}

    private final String country;
    private final Map<Integer, Map<Week, Day[]>> years = new TreeMap<>();

    TableCalendar(
            String country,
            Set<Integer> loaded,
            Map<Week, WeekRule> rules,
            Map<Week, Map<LocalDate, Special>> specials) {
        this.country = country;
        for (int year : loaded) {
            Map<Week, Day[]> weeks = new EnumMap<>(Week.class);
            for (Week week : Week.values()) {
                weeks.put(week, days(year, week, rules.get(week), specials.get(week)));
            }
            years.put(year, weeks);
        }
    }

    @Override
    public String country() {
        return country;
    }

    @Override
    public Set<Integer> loadedYears() {
        return new TreeSet<>(years.keySet());
    }

    @Override
    public Day on(LocalDate date, Week week) {
        Map<Week, Day[]> year = years.get(date.getYear());
        if (year == null) {
            throw new YearNotLoaded(country, date.getYear());
        }
        return year.get(week)[date.getDayOfYear() - 1];
    }

    private static Day[] days(int year, Week week, WeekRule rule, Map<LocalDate, Special> specials) {
        LocalDate first = LocalDate.of(year, 1, 1);
        Day[] days = new Day[first.lengthOfYear()];
        for (int i = 0; i < days.length; i++) {
            LocalDate date = first.plusDays(i);
            days[i] = day(date, week, rule, specials.get(date));
        }
        return days;
    }

    private static Day day(LocalDate date, Week week, WeekRule rule, @Nullable Special special) {
        if (special != null) {
            return new Day(date, special.working(), special.reason(), special.source());
        }
        return switch (date.getDayOfWeek()) {
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> new Day(date, true, rule.workday(), rule.source());
            case SATURDAY ->
                week == Week.SIX
                        ? new Day(date, true, rule.workday(), rule.source())
                        : new Day(date, false, rule.saturday(), rule.source());
            case SUNDAY -> new Day(date, false, rule.sunday(), rule.source());
        };
    }
}
