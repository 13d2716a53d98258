package org.matricula.registry.lawbook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Day;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.registry.lawbook.view.YearView;
import org.matricula.registry.page.Page;

/// Lays out a year of a working calendar.
final class YearPrinter {
    private final Page page;
    private final String language;
    private final Sources sources;

    /// @param language the language of the calendar's reasons beside English
    YearPrinter(Page page, String language, Sources sources) {
        this.page = page;
        this.language = language;
        this.sources = sources;
    }

    YearView year(WorkingCalendar calendar, String name, int year, Week week) {
        List<Day> days = CalendarPages.days(year).stream()
                .map(date -> calendar.on(date, week))
                .toList();
        Map<DayOfWeek, Sentence> plain = plainWords(days);
        Week other = week == Week.FIVE ? Week.SIX : Week.FIVE;
        return new YearView(
                name,
                calendar.country(),
                year,
                page.say("week." + week),
                CalendarPages.address(calendar.country(), year) + (other == Week.SIX ? "?week=SIX" : ""),
                page.say("week." + other),
                days.stream().filter(Day::working).count(),
                StripPrinter.weekdays(page),
                months(year, days, plain),
                days.stream()
                        .filter(day -> !look(day, plain).equals("work")
                                && !look(day, plain).equals("rest"))
                        .map(this::special)
                        .toList());
    }

    /// What is said of an ordinary Monday, Tuesday and so on: what most of them say.
    private static Map<DayOfWeek, Sentence> plainWords(List<Day> days) {
        return days.stream()
                .collect(Collectors.groupingBy(
                        day -> day.date().getDayOfWeek(),
                        Collectors.collectingAndThen(
                                Collectors.groupingBy(Day::reason, Collectors.counting()), YearPrinter::commonest)));
    }

    private static Sentence commonest(Map<Sentence, Long> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private static String look(Day day, Map<DayOfWeek, Sentence> plain) {
        boolean usual = day.reason().equals(plain.get(day.date().getDayOfWeek()));
        if (day.working()) {
            return usual ? "work" : "make-up";
        }
        return usual ? "rest" : "off";
    }

    private List<YearView.Month> months(int year, List<Day> days, Map<DayOfWeek, Sentence> plain) {
        Map<LocalDate, Day> byDate = days.stream().collect(Collectors.toMap(Day::date, Function.identity()));
        List<YearView.Month> months = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            YearMonth month = YearMonth.of(year, number);
            List<List<YearView.Day>> weeks = new ArrayList<>();
            for (LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
                    !monday.isAfter(month.atEndOfMonth());
                    monday = monday.plusDays(7)) {
                weeks.add(monday.datesUntil(monday.plusDays(7))
                        .map(date -> YearMonth.from(date).equals(month)
                                ? day(byDate.get(date), plain)
                                : new YearView.Day("", "blank", ""))
                        .toList());
            }
            months.add(new YearView.Month(
                    month.getMonth()
                            .getDisplayName(
                                    TextStyle.FULL_STANDALONE, page.language().locale()),
                    days.stream()
                            .filter(day ->
                                    day.working() && YearMonth.from(day.date()).equals(month))
                            .count(),
                    weeks));
        }
        return months;
    }

    private YearView.Day day(Day day, Map<DayOfWeek, Sentence> plain) {
        String look = look(day, plain);
        String said = switch (look) {
            case "off" -> page.say("day.off");
            case "make-up" -> page.say("day.worked");
            default -> "";
        };
        return new YearView.Day(String.valueOf(day.date().getDayOfMonth()), look, said);
    }

    private YearView.Special special(Day day) {
        return new YearView.Special(
                day.date().toString(),
                DateTimeFormatter.ofPattern("d MMMM", page.language().locale()).format(day.date()),
                day.date()
                        .getDayOfWeek()
                        .getDisplayName(
                                TextStyle.FULL_STANDALONE, page.language().locale()),
                day.working(),
                page.say(day.working() ? "day.worked" : "day.off"),
                LawPage.told(page, day.reason(), language),
                sources.of(page, day.source()));
    }
}
