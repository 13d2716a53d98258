package org.matricula.law.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.matricula.law.WorkingCalendar;

/// The working calendars on the class path, each read once.
public final class Calendars {
    private static final ConcurrentHashMap<Key, WorkingCalendar> READ = new ConcurrentHashMap<>();

    private Calendars() {}

    private record Key(ClassLoader loader, String country) {}

    /// The calendar of a country. The file is read when the first day is asked for.
    ///
    /// @param beside a class of the pack that has the file
    /// @param country `VN`, `KZ` or `RU`; the file is `calendar/VN.yaml`
    public static WorkingCalendar of(Class<?> beside, String country) {
        return new WhenAsked(new Key(beside.getClassLoader(), country));
    }

    /// Stands for a calendar until a day is asked for, so that a question without days reads no calendar.
    private record WhenAsked(Key key) implements WorkingCalendar {
        @Override
        public String country() {
            return key.country();
        }

        @Override
        public Set<Integer> loadedYears() {
            return read().loadedYears();
        }

        @Override
        public Day on(LocalDate date, Week week) {
            return read().on(date, week);
        }

        private WorkingCalendar read() {
            WorkingCalendar calendar = READ.get(key);
            return calendar != null ? calendar : READ.computeIfAbsent(key, Calendars::load);
        }
    }

    /// Reads a calendar from text.
    ///
    /// @param file the name used in complaints
    public static WorkingCalendar parse(String file, String text) {
        return CalendarReader.read(file, text);
    }

    private static WorkingCalendar load(Key key) {
        String file = "calendar/" + key.country() + ".yaml";
        try (InputStream in = key.loader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " on the class path");
            }
            WorkingCalendar calendar = CalendarReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!calendar.country().equals(key.country())) {
                throw new IllegalStateException(file + " is the calendar of " + calendar.country());
            }
            return calendar;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
