package org.matricula.registry.gradebook.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which cell styles show a number as a date or a time (ECMA-376, part 1, sections 18.8.30 and 18.8.31).
final class Styles {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.");
    private static final Pattern BRACKETED = Pattern.compile("\\[(?!h+]|m+]|s+])[^\\]]*]");
    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs]");

    private final BitSet moments;

    private Styles(BitSet moments) {
        this.moments = moments;
    }

    static Styles read(Optional<byte[]> part) throws Unreadable {
        var moments = new BitSet();
        if (part.isEmpty()) {
            return new Styles(moments);
        }
        Map<Integer, String> formats = new HashMap<>();
        var cellFormats = new ArrayList<Integer>();
        boolean inCellFormats = false;
        var xml = new Xml(part.get(), "styles.xml");
        for (var event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
            if (event == Xml.Event.END && xml.name().equals("cellXfs")) {
                inCellFormats = false;
            }
            if (event != Xml.Event.START) {
                continue;
            }
            switch (xml.name()) {
                case "numFmt" ->
                    formats.putIfAbsent( // further down, conditional formats have numbers of their own
                            xml.number("numFmtId", -1),
                            Optional.ofNullable(xml.attribute("formatCode")).orElse(""));
                case "cellXfs" -> inCellFormats = true;
                case "xf" -> {
                    if (inCellFormats) {
                        cellFormats.add(xml.number("numFmtId", 0));
                    }
                }
                default -> {
                    // Fonts, fills and borders do not change what a number means.
                }
            }
        }
        for (int style = 0; style < cellFormats.size(); style++) {
            int format = cellFormats.get(style);
            moments.set(style, formats.containsKey(format) ? isMoment(formats.get(format)) : isBuiltInMoment(format));
        }
        return new Styles(moments);
    }

    boolean isMoment(int style) {
        return style >= 0 && moments.get(style);
    }

    /// The numbers that stand for date and time formats in every language edition.
    private static boolean isBuiltInMoment(int format) {
        return format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }

    static boolean isMoment(String format) {
        var bare = BRACKETED.matcher(QUOTED.matcher(format).replaceAll("")).replaceAll("");
        var first = bare.split(";", 2)[0].toLowerCase(Locale.ROOT);
        return !first.contains("general") && DATE_LETTER.matcher(first).find();
    }
}
