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
import org.matricula.law.time.DeadlineStrip;
import org.matricula.law.time.DeadlineStrip.Kind;
import org.matricula.registry.lawbook.view.Strip;
import org.matricula.registry.lawbook.view.Told;
import org.matricula.registry.page.Page;

/// Lays out a term as a small calendar, a week a row: the day it runs from, the days that count with their number, the
/// days that do not, and the last day.
final class StripPrinter {
    private final Page page;
    private final String spoken;

    /// @param spoken the language of the reasons: the reader's where the calendar has it, else English
    StripPrinter(Page page, String spoken) {
        this.page = page;
        this.spoken = spoken;
    }

    Strip strip(Told title, TermPictures.Drawn drawn) {
        DeadlineStrip strip = drawn.strip();
        LocalDate due = strip.due().orElseThrow();
        long skipped =
                strip.days().stream().filter(c -> c.kind() != Kind.COUNTED).count();
        String summary = page.say(
                drawn.workingDays() ? "strip.working" : "strip.calendar",
                drawn.counted(),
                AnswerPrinter.day(page, strip.start()),
                AnswerPrinter.day(page, due),
                skipped);
        return new Strip(title, summary, weekdays(page), weeks(strip, due), reasons(strip));
    }

    /// Short names of the days of the week, from Monday.
    static List<String> weekdays(Page page) {
        return Stream.of(DayOfWeek.values())
                .map(day -> day.getDisplayName(
                        TextStyle.SHORT_STANDALONE, page.language().locale()))
                .toList();
    }

    private List<List<Strip.Cell>> weeks(DeadlineStrip strip, LocalDate due) {
        Map<LocalDate, DeadlineStrip.Cell> cells = new HashMap<>();
        strip.days().forEach(cell -> cells.put(cell.date(), cell));
        List<List<Strip.Cell>> weeks = new ArrayList<>();
        LocalDate monday = strip.start().with(DayOfWeek.MONDAY);
        for (; !monday.isAfter(due); monday = monday.plusDays(7)) {
            List<Strip.Cell> week = new ArrayList<>();
            for (LocalDate date = monday; date.isBefore(monday.plusDays(7)); date = date.plusDays(1)) {
                week.add(cell(date, cells.get(date), strip.start(), due));
            }
            weeks.add(week);
        }
        return weeks;
    }

    private Strip.Cell cell(LocalDate date, DeadlineStrip.@Nullable Cell cell, LocalDate start, LocalDate due) {
        String day = date.getDayOfMonth() == 1 || date.equals(start)
                ? dayAndMonth(date)
                : String.valueOf(date.getDayOfMonth());
        if (date.equals(start)) {
            return new Strip.Cell("start", day, "", page.say("strip.start"));
        }
        if (cell == null) {
            return new Strip.Cell("blank", "", "", ""); // beside the term
        }
        String mark = cell.number() == 0 ? "" : String.valueOf(cell.number());
        if (date.equals(due)) {
            return new Strip.Cell("due", day, mark, page.say("strip.due", mark));
        }
        return switch (cell.kind()) {
            case COUNTED -> new Strip.Cell("counted", day, mark, page.say("strip.counted", mark));
            case PAUSED -> new Strip.Cell("paused", day, "", page.say("strip.paused"));
            case SKIPPED, MOVED_OVER ->
                new Strip.Cell(
                        "skipped",
                        day,
                        mark,
                        cell.reason() == null
                                ? page.say("strip.skipped")
                                : page.say("strip.skipped") + ": "
                                        + cell.reason().in(spoken));
        };
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
                        new Told(
                                day.reason().in(spoken),
                                spoken.equals(page.language().code()) ? null : spoken),
                        day.source()))
                .toList();
    }
}
