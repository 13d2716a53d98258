package org.matricula.registry.gradebook.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The strings of a workbook (ECMA-376, part 1, section 18.4).
final class SharedStrings {
    /// A character that XML cannot hold is written `_x000B_`, and a literal `_x000B_` as `_x005F_x000B_`
    /// (22.9.2.19).
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final List<String> strings;

    private SharedStrings(List<String> strings) {
        this.strings = strings;
    }

    static SharedStrings read(Optional<byte[]> part) throws Unreadable {
        var strings = new ArrayList<String>();
        if (part.isPresent()) {
            var xml = new Xml(part.get(), "sharedStrings.xml");
            for (var event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
                if (event == Xml.Event.START && xml.name().equals("si")) {
                    strings.add(text(xml, "si"));
                }
            }
        }
        return new SharedStrings(strings);
    }

    Optional<String> at(int index) {
        return index < 0 || index >= strings.size() ? Optional.empty() : Optional.of(strings.get(index));
    }

    /// The text of a string item whose start was just read: plain, or runs one after another. Phonetic readings
    /// (`rPh`) stand beside the text and are no part of it.
    static String text(Xml xml, String item) throws Unreadable {
        var text = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        for (var event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
            switch (event) {
                case START -> {
                    inText = xml.name().equals("t");
                    phonetic += xml.name().equals("rPh") ? 1 : 0;
                }
                case END -> {
                    inText = false;
                    phonetic -= xml.name().equals("rPh") ? 1 : 0;
                    if (xml.name().equals(item)) {
                        return unescaped(text.toString());
                    }
                }
                case TEXT -> {
                    if (inText && phonetic == 0) {
                        text.append(xml.text());
                    }
                }
                case DONE -> throw new IllegalStateException("the loop ends at DONE");
            }
        }
        return unescaped(text.toString());
    }

    static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(
                                m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))))
                : text;
    }
}
