package org.matricula.law.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import org.matricula.law.WorkingCalendar;

/// The working calendars on the class path, each read once.
public final class Calendars {
    private static final ConcurrentHashMap<Key, WorkingCalendar> READ = new ConcurrentHashMap<>();

    private Calendars() {}

    private record Key(ClassLoader loader, String country) {}

    /// The calendar of a country.
    ///
    /// @param beside a class of the pack that has the file
    /// @param country `VN`, `KZ` or `RU`; the file is `calendar/VN.yaml`
    /// @throws org.matricula.law.yaml.YamlFault when the file is not as it must be
    /// @throws IllegalStateException when there is no such file
    public static WorkingCalendar of(Class<?> beside, String country) {
        return READ.computeIfAbsent(new Key(beside.getClassLoader(), country), Calendars::load);
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
