package org.matricula.packs.vn.reportbook.print;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days and moments as Vietnamese documents write them.
final class Dates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);

    private Dates() {}

    /// A day written `2016-03-01`; any other text is a value that the record says so, and stays as it is.
    static String day(String iso) {
        Matcher day = ISO.matcher(iso);
        return day.matches() ? day.group(3) + "/" + day.group(2) + "/" + day.group(1) : iso;
    }

    static String day(OffsetDateTime at) {
        return DAY.format(at);
    }

    static String moment(OffsetDateTime at) {
        return MOMENT.format(at);
    }

    /// The line above the signatures of an official document.
    static String inWords(OffsetDateTime at) {
        return "ngày %02d tháng %02d năm %d".formatted(at.getDayOfMonth(), at.getMonthValue(), at.getYear());
    }
}
