package org.matricula.registry.gradebook.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One worksheet (ECMA-376, part 1, section 18.3) as a grid.
final class XlsxSheet {
    /// Longer digits are no number that a spreadsheet stores; the bound also keeps `1E999999999` from being
    /// spelt out.
    private static final int LONGEST_NUMBER = 40;

    private static final int MOST_REGIONS = 2_000;

    private final String name;
    private final boolean hidden;
    private final Styles styles;
    private final SharedStrings strings;
    private final boolean since1904;
    private final int mostRows;
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
    private final List<Region> merged = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private int filledRows;
    private int row;
    private int column;
    private int lastFilled;

    XlsxSheet(String name, boolean hidden, Styles styles, SharedStrings strings, boolean since1904, int mostRows) {
        this.name = name;
        this.hidden = hidden;
        this.styles = styles;
        this.strings = strings;
        this.since1904 = since1904;
        this.mostRows = mostRows;
    }

    Grid read(Xml xml) throws Unreadable {
        for (var event = xml.next(); event != Xml.Event.DONE; event = xml.next()) {
            if (event != Xml.Event.START) {
                continue;
            }
            switch (xml.name()) {
                case "col" -> column(xml);
                case "row" -> row(xml);
                case "c" -> cell(xml);
                case "mergeCell" -> merge(xml);
                default -> {
                    // Views, print settings, validations: nothing of them changes what a cell says.
                }
            }
        }
        var hiddenWithContent = new BitSet();
        hiddenRows.stream().filter(rows::containsKey).forEach(hiddenWithContent::set);
        return new Grid(name, hidden, rows, merged, hiddenWithContent, hiddenColumns, filledRows);
    }

    private void column(Xml xml) {
        int first = xml.number("min", 1) - 1;
        int last = Math.min(xml.number("max", 1), Grid.MOST_COLUMNS);
        if ((xml.flag("hidden") || isZero(xml.attribute("width"))) && first >= 0 && first < last) {
            hiddenColumns.set(first, last);
        }
    }

    private void row(Xml xml) throws Unreadable {
        int next = xml.number("r", row + 1);
        if (next <= row || next > A1.LAST_ROW) {
            throw damaged();
        }
        row = next;
        column = -1;
        if ((xml.flag("hidden") || isZero(xml.attribute("ht"))) && rows.size() < mostRows) {
            hiddenRows.set(row);
        }
    }

    private static boolean isZero(@Nullable String size) {
        return size != null && (size.equals("0") || size.equals("0.0"));
    }

    private void cell(Xml xml) throws Unreadable {
        var address = xml.attribute("r");
        if (address == null) {
            column++;
        } else {
            var place = A1.place(address).orElseThrow(this::damaged);
            if (place.row() != row || place.column() <= column) {
                throw damaged();
            }
            column = place.column();
        }
        var content = content(xml);
        if (content.content().isEmpty()) {
            return;
        }
        if (column >= Grid.MOST_COLUMNS) {
            throw new Unreadable(FileWords.tooWide(A1.address(row, column), Grid.MOST_COLUMNS));
        }
        if (row != lastFilled) {
            lastFilled = row;
            filledRows++;
        }
        if (filledRows <= mostRows) {
            rows.computeIfAbsent(row, r -> new TreeMap<>())
                    .put(column, new Cell(row, column, content.content().get(), content.formula()));
        }
    }

    private record Stored(Optional<Content> content, Optional<String> formula) {}

    private Stored content(Xml xml) throws Unreadable {
        var type = Optional.ofNullable(xml.attribute("t")).orElse("n");
        int style = xml.number("s", 0);
        @Nullable String formula = null;
        var value = new StringBuilder();
        @Nullable String inline = null;
        var within = "";
        while (true) {
            switch (xml.next()) {
                case START -> {
                    within = xml.name();
                    if (within.equals("f")) {
                        formula = "";
                    } else if (within.equals("is")) {
                        inline = SharedStrings.text(xml, "is");
                        within = "";
                    }
                }
                case TEXT -> {
                    if (within.equals("v")) {
                        value.append(xml.text());
                    } else if (within.equals("f")) {
                        formula = formula + xml.text();
                    }
                }
                case END -> {
                    within = "";
                    if (xml.name().equals("c")) {
                        var stored = inline != null ? words(inline) : content(type, style, value.toString());
                        return new Stored(
                                formula != null && stored.isEmpty() && !type.equals("str")
                                        ? Optional.of(new Content.Uncomputed())
                                        : stored,
                                Optional.ofNullable(formula));
                    }
                }
                case DONE -> throw damaged();
            }
        }
    }

    private Optional<Content> content(String type, int style, String value) throws Unreadable {
        if (type.equals("str") || type.equals("inlineStr")) {
            return words(SharedStrings.unescaped(value));
        }
        var plain = value.strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        return switch (type) {
            case "s" -> words(strings.at(figure(plain).intValue()).orElseThrow(this::damaged));
            case "b" -> Optional.of(new Content.Truth(plain.equals("1") || plain.equals("true")));
            case "e" -> Optional.of(new Content.Fault(plain.length() > 20 ? "#N/A" : plain));
            case "d" -> words(plain.endsWith("T00:00:00") ? plain.substring(0, 10) : plain);
            case "n" -> {
                var figure = figure(plain);
                yield Optional.of(
                        styles.isMoment(style)
                                ? new Content.Moment(figure, since1904)
                                : new Content.Figure(plain, figure));
            }
            default -> throw damaged();
        };
    }

    /// Text that is all white space is a blank cell.
    private static Optional<Content> words(String text) {
        return Content.isBlank(text) ? Optional.empty() : Optional.of(new Content.Words(text));
    }

    private BigDecimal figure(String digits) throws Unreadable {
        if (digits.length() > LONGEST_NUMBER) {
            throw damaged();
        }
        try {
            var figure = new BigDecimal(digits);
            if (Math.abs((long) figure.scale()) > 400) {
                throw damaged();
            }
            return figure;
        } catch (NumberFormatException e) {
            throw damaged();
        }
    }

    private void merge(Xml xml) throws Unreadable {
        var reference = xml.attribute("ref");
        var region = Region.of(reference == null ? "" : reference).orElseThrow(this::damaged);
        if (merged.size() >= MOST_REGIONS) {
            throw damaged();
        }
        if (region.top() != region.bottom() || region.left() != region.right()) {
            merged.add(region);
        }
    }

    private Unreadable damaged() {
        return new Unreadable(FileWords.damaged((name.length() > 31 ? name.substring(0, 31) : name)
                + (row > 0 ? " " + A1.address(row, Math.max(column, 0)) : "")));
    }
}
