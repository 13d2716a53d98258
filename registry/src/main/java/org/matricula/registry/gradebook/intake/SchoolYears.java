package org.matricula.registry.gradebook.intake;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// School years, written `2025-2026`.
public final class SchoolYears {
    private static final Pattern YEARS = Pattern.compile("(\\d{4})-(\\d{4})");

    /// Offices prepare the next year when the old one is closed in summer.
    private static final Month NEXT_YEAR_FROM = Month.JULY;

    private SchoolYears() {}

    /// The school year that an office most likely means on a day.
    public static String on(LocalDate day) {
        int begins = day.getMonth().compareTo(NEXT_YEAR_FROM) >= 0 ? day.getYear() : day.getYear() - 1;
        return name(begins);
    }

    /// The years to choose from on a day, the likeliest in the middle.
    public static List<String> around(LocalDate day) {
        int begins = Integer.parseInt(on(day).substring(0, 4));
        return IntStream.rangeClosed(-1, 1).mapToObj(i -> name(begins + i)).toList();
    }

    /// Whether a text names a school year.
    public static boolean valid(String text) {
        Matcher years = YEARS.matcher(text);
        return years.matches() && Integer.parseInt(years.group(2)) == Integer.parseInt(years.group(1)) + 1;
    }

    private static String name(int begins) {
        return begins + "-" + (begins + 1);
    }
}
