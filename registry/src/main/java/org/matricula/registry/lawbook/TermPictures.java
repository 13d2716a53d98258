package org.matricula.registry.lawbook;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.WorkingCalendar.YearNotLoaded;
import org.matricula.law.json.Json;
import org.matricula.law.time.DeadlineStrip;
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Term;

/// The terms in the answers of decisions, day by day.
///
/// Which fields of a decision are the ends of a term is data: `lawbook-terms.properties`, one line a term, from every
/// jar on the class path, so that a pack can bring its own. A picture starts and ends where the answer says; it is
/// counted by the same calendar and shown only when the count really ends there, so that no picture can contradict an
/// answer.
final class TermPictures {
    static final String RESOURCE = "lawbook-terms.properties";

    /// A longer term is not a picture any more.
    private static final int MOST_DAYS = 130;

    /// One term of a decision; each value is a word or a path such as `/facts/week|FIVE`.
    private record Line(String name, Map<String, String> values) {}

    /// A term to draw.
    ///
    /// @param name the field of the answer that it ends in
    record Drawn(String name, DeadlineStrip strip, boolean workingDays, int counted) {}

    private final Map<String, List<Line>> lines;
    private final Map<String, WorkingCalendar> calendars;

    private TermPictures(Map<String, List<Line>> lines, Map<String, WorkingCalendar> calendars) {
        this.lines = lines;
        this.calendars = calendars;
    }

    /// Reads which decisions have terms.
    static TermPictures load(Map<String, WorkingCalendar> calendars) {
        Map<String, List<Line>> lines = new TreeMap<>();
        read().forEach((key, value) -> {
            String decision = key.substring(0, key.lastIndexOf('.'));
            Map<String, String> values = Stream.of(value.strip().split("\\s+"))
                    .map(word -> word.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            lines.computeIfAbsent(decision, _ -> new ArrayList<>())
                    .add(new Line(key.substring(key.lastIndexOf('.') + 1), values));
        });
        return new TermPictures(lines, calendars);
    }

    private static Map<String, String> read() {
        Map<String, String> all = new TreeMap<>();
        try {
            for (URL url : Collections.list(TermPictures.class.getClassLoader().getResources(RESOURCE))) {
                Properties properties = new Properties();
                try (InputStreamReader in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    properties.load(in);
                }
                properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        return all;
    }

    /// The decisions that have terms.
    Set<String> decisions() {
        return lines.keySet();
    }

    /// The terms of an answer that can be drawn.
    ///
    /// @param whole an object with the members `facts` and `answer`
    List<Drawn> of(String decision, Json whole) {
        return lines.getOrDefault(decision, List.of()).stream()
                .flatMap(line -> draw(line, whole).stream())
                .toList();
    }

    private Optional<Drawn> draw(Line line, Json whole) {
        WorkingCalendar calendar = calendars.get(value(line, "country", whole));
        String start = value(line, "start", whole);
        String end = value(line, "end", whole);
        String week = value(line, "week", whole);
        if (calendar == null || start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        try {
            return draw(
                    line.name(),
                    new LegalClock(calendar),
                    day(start),
                    day(end),
                    week.isEmpty() ? Week.FIVE : Week.valueOf(week),
                    value(line, "counting", whole).equals("WORKING"));
        } catch (YearNotLoaded _) {
            return Optional.empty(); // the answer stands without the picture
        }
    }

    private static Optional<Drawn> draw(
            String name, LegalClock clock, LocalDate start, LocalDate end, Week week, boolean workingDays) {
        long days = ChronoUnit.DAYS.between(start, end);
        if (days < 1 || days > MOST_DAYS) {
            return Optional.empty();
        }
        int count = Math.toIntExact(
                workingDays
                        ? start.plusDays(1)
                                .datesUntil(end.plusDays(1))
                                .filter(day -> clock.calendar().on(day, week).working())
                                .count()
                        : days);
        Term term = workingDays ? new Term.OfWorkingDays(count, week) : new Term.CalendarDays(count);
        DeadlineStrip strip = clock.strip(term, start, List.of());
        return strip.due().filter(end::equals).map(_ -> new Drawn(name, strip, workingDays, count));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    }

    private static String value(Line line, String name, Json whole) {
        return value(line.values().getOrDefault(name, ""), whole);
    }

    /// A word, or what stands at a path; after a bar, what holds when nothing stands there.
    private static String value(String value, Json whole) {
        if (!value.startsWith("/")) {
            return value;
        }
        int bar = value.indexOf('|');
        String found = found(whole, bar < 0 ? value : value.substring(0, bar));
        return found.isEmpty() && bar >= 0 ? value(value.substring(bar + 1), whole) : found;
    }

    private static String found(Json whole, String path) {
        Json at = whole;
        for (String name : path.substring(1).split("/")) {
            at = at instanceof Json.Obj object ? object.fields().getOrDefault(name, new Json.Null()) : new Json.Null();
        }
        return at instanceof Json.Text text ? text.value() : "";
    }
}
