package org.matricula.registry.lawbook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.DeadlineStrip;
import org.matricula.law.time.DeadlineStrip.Kind;
import org.matricula.law.time.Pause;
import org.matricula.law.time.Term;
import org.matricula.registry.lawbook.view.Strip;
import org.matricula.registry.lawbook.view.Told;
import org.matricula.registry.page.Page;

/// Lays out a term as a small calendar, a week a row: the day it runs from, the days that count with their number, the
/// days that do not, those on which it stood still, and the last day where there is one.
final class StripPrinter {
    /// How many days beyond the last one known are drawn of a pause that is not over.
    private static final int OPEN_DAYS = 7;

    private final Page page;
    private final String spoken;
    private final Sources sources;

    /// @param spoken the language of the reasons: the reader's where the calendar has it, else English
    StripPrinter(Page page, String spoken, Sources sources) {
        this.page = page;
        this.spoken = spoken;
        this.sources = sources;
    }

    /// @param title which term it is
    /// @param picture the address of the same as a picture; empty when it has none
    Strip strip(Told title, CountedTerm term, String picture) {
        DeadlineStrip strip = term.strip();
        List<Strip.Skipped> aside = new ArrayList<>(reasons(strip));
        List<Pause> pauses = begun(term, strip);
        pauses.forEach(pause ->
                aside.add(new Strip.Skipped(span(pause), told(pause.ground().in(spoken)), Told.own(pause.clause()))));
        return new Strip(title, summary(term, strip), weekdays(page), weeks(strip), aside, !pauses.isEmpty(), picture);
    }

    private String summary(CountedTerm term, DeadlineStrip strip) {
        long aside = strip.days().stream().filter(c -> c.kind() != Kind.COUNTED).count();
        String start = AnswerPrinter.day(page, strip.start());
        if (strip.due().isEmpty()) {
            return page.say(
                    "strip.open",
                    strip.counted(),
                    start,
                    AnswerPrinter.day(page, strip.days().getLast().date()));
        }
        String due = AnswerPrinter.day(page, strip.due().orElseThrow());
        return switch (term.term()) {
            case Term.OfWorkingDays _ -> page.say("strip.working", strip.counted(), start, due, aside);
            case Term.Months months -> page.say("strip.months", months.months(), start, due, aside);
            case Term.CalendarDays _, Term.FixedDate _, Term.DayBefore _, Term.Minutes _ ->
                page.say("strip.calendar", strip.counted(), start, due, aside);
        };
    }

    /// The pauses that held the term back.
    private static List<Pause> begun(CountedTerm term, DeadlineStrip strip) {
        return term.pauses().stream()
                .filter(pause ->
                        strip.days().stream().anyMatch(cell -> cell.kind() == Kind.PAUSED && pause.covers(cell.date())))
                .toList();
    }

    private String span(Pause pause) {
        return pause.through() == null
                ? page.say("strip.pause.open", AnswerPrinter.day(page, pause.from()))
                : page.say(
                        "strip.pause", AnswerPrinter.day(page, pause.from()), AnswerPrinter.day(page, pause.through()));
    }

    /// Short names of the days of the week, from Monday.
    static List<String> weekdays(Page page) {
        return Stream.of(DayOfWeek.values())
                .map(day -> day.getDisplayName(
                        TextStyle.SHORT_STANDALONE, page.language().locale()))
                .toList();
    }

    private List<List<Strip.Cell>> weeks(DeadlineStrip strip) {
        Map<LocalDate, DeadlineStrip.Cell> cells = new HashMap<>();
        strip.days().forEach(cell -> cells.put(cell.date(), cell));
        if (strip.due().isEmpty()) {
            DeadlineStrip.Cell open = strip.days().getLast();
            for (int i = 1; i <= OPEN_DAYS; i++) {
                LocalDate date = open.date().plusDays(i);
                cells.put(date, new DeadlineStrip.Cell(date, Kind.PAUSED, 0, open.reason(), open.source()));
            }
        }
        LocalDate last = cells.keySet().stream().max(LocalDate::compareTo).orElse(strip.start());
        List<List<Strip.Cell>> weeks = new ArrayList<>();
        for (LocalDate monday = strip.start().with(DayOfWeek.MONDAY);
                !monday.isAfter(last);
                monday = monday.plusDays(7)) {
            List<Strip.Cell> week = new ArrayList<>();
            for (LocalDate date = monday; date.isBefore(monday.plusDays(7)); date = date.plusDays(1)) {
                week.add(cell(date, cells.get(date), strip));
            }
            weeks.add(week);
        }
        return weeks;
    }

    private Strip.Cell cell(LocalDate date, DeadlineStrip.@Nullable Cell cell, DeadlineStrip strip) {
        String day = date.getDayOfMonth() == 1 || date.equals(strip.start())
                ? dayAndMonth(date)
                : String.valueOf(date.getDayOfMonth());
        if (date.equals(strip.start())) {
            return new Strip.Cell("start", day, "", page.say("strip.start"));
        }
        if (cell == null) {
            return new Strip.Cell("blank", "", "", ""); // beside the term
        }
        String mark = cell.number() == 0 ? "" : String.valueOf(cell.number());
        if (strip.due().filter(date::equals).isPresent()) {
            return new Strip.Cell("due", day, mark, page.say("strip.due", mark));
        }
        return switch (cell.kind()) {
            case COUNTED -> new Strip.Cell("counted", day, mark, page.say("strip.counted", mark));
            case PAUSED -> new Strip.Cell("paused", day, "", with(page.say("strip.paused"), cell));
            case SKIPPED, MOVED_OVER -> new Strip.Cell("skipped", day, mark, with(page.say("strip.skipped"), cell));
        };
    }

    private String with(String what, DeadlineStrip.Cell cell) {
        return cell.reason() == null ? what : what + ": " + cell.reason().in(spoken);
    }

    private String dayAndMonth(LocalDate date) {
        return switch (page.language()) {
            case EN -> DateTimeFormatter.ofPattern("d MMM", Locale.UK).format(date);
            case VI -> DateTimeFormatter.ofPattern("d/M", Locale.ROOT).format(date);
            case KK, RU -> DateTimeFormatter.ofPattern("d.MM", Locale.ROOT).format(date);
        };
    }

    private List<Strip.Skipped> reasons(DeadlineStrip strip) {
        return strip.skipped().stream()
                .filter(day -> day.date().getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue())
                .map(day -> new Strip.Skipped(
                        AnswerPrinter.day(page, day.date()),
                        told(day.reason().in(spoken)),
                        sources.of(page, day.source())))
                .toList();
    }

    private Told told(String text) {
        return new Told(text, spoken.equals(page.language().code()) ? null : spoken);
    }
}
