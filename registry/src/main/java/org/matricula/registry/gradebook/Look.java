package org.matricula.registry.gradebook;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.matricula.law.Sentence;

/// Fonts, colours and borders of the template, in one place.
final class Look {
    private static final String FACE = "Times New Roman"; // the face of Vietnamese official papers
    private static final String INK = "1F2A37";
    private static final String QUIET = "6B7280";
    private static final String LINE = "B8C0CC";

    /// Colours of the sections, one after another: strong for columns that must stay, pale for the others.
    private static final String[] STRONG = {"CFE0F3", "D5E8D4"};

    private static final String PALE = "F3F5F8";

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> styles = new HashMap<>();
    private final XSSFFont bold;
    private final XSSFFont small;
    private final XSSFFont body;

    Look(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.bold = font(11, true, false, INK);
        this.small = font(8, false, true, QUIET);
        this.body = font(11, false, false, INK);
    }

    private XSSFFont font(int size, boolean heavy, boolean slanted, String colour) {
        var font = workbook.createFont();
        font.setFontName(FACE);
        font.setFontHeightInPoints((short) size);
        font.setBold(heavy);
        font.setItalic(slanted);
        font.setColor(colour(colour));
        return font;
    }

    private static XSSFColor colour(String hex) {
        return new XSSFColor(
                new byte[] {
                    (byte) Integer.parseInt(hex.substring(0, 2), 16),
                    (byte) Integer.parseInt(hex.substring(2, 4), 16),
                    (byte) Integer.parseInt(hex.substring(4, 6), 16)
                },
                null);
    }

    private XSSFCellStyle style(String name, Consumer<XSSFCellStyle> making) {
        return styles.computeIfAbsent(name, n -> {
            var style = workbook.createCellStyle();
            style.setVerticalAlignment(VerticalAlignment.CENTER);
            style.setFont(body);
            making.accept(style);
            return style;
        });
    }

    /// The local words in bold, the English ones small below them or behind them.
    XSSFRichTextString bilingual(Sentence words, String between) {
        var text = new XSSFRichTextString(words.local() + between + words.en());
        text.applyFont(0, words.local().length(), bold);
        text.applyFont(words.local().length(), text.length(), small);
        return text;
    }

    XSSFCellStyle title() {
        return style("title", s -> s.setFont(font(16, true, false, INK)));
    }

    XSSFCellStyle subtitle() {
        return style("subtitle", s -> s.setFont(font(11, false, true, QUIET)));
    }

    /// A heading.
    ///
    /// @param section counts the sections, so that neighbours differ
    /// @param needed whether the column must stay
    XSSFCellStyle heading(int section, boolean needed) {
        var fill = needed ? STRONG[section % STRONG.length] : PALE;
        return style("heading" + fill, s -> {
            s.setFont(bold);
            s.setAlignment(HorizontalAlignment.CENTER);
            s.setWrapText(true);
            fill(s, fill);
            borders(s, BorderStyle.THIN);
        });
    }

    XSSFCellStyle label() {
        return style("label", s -> {
            fill(s, PALE);
            borders(s, BorderStyle.THIN);
        });
    }

    XSSFCellStyle input() {
        return style("input", s -> {
            borders(s, BorderStyle.THIN);
            asText(s);
        });
    }

    XSSFCellStyle paragraph() {
        return style("paragraph", s -> {
            s.setWrapText(true);
            s.setVerticalAlignment(VerticalAlignment.TOP);
            s.setAlignment(HorizontalAlignment.LEFT);
        });
    }

    /// A cell of a pupil.
    XSSFCellStyle body(Align align, Format format, boolean example) {
        return style("body" + align + format + example, s -> {
            borders(s, BorderStyle.HAIR);
            s.setAlignment(align == Align.CENTRE ? HorizontalAlignment.CENTER : HorizontalAlignment.LEFT);
            s.setWrapText(align == Align.WRAPPED);
            switch (format) {
                case TEXT -> asText(s);
                case DAY -> s.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
                case GENERAL -> s.setDataFormat((short) 0);
            }
            if (example) {
                s.setFont(font(10, false, true, QUIET));
                fill(s, "FFF8E6");
            }
        });
    }

    /// How a value lies in its cell.
    enum Align {
        LEFT,
        CENTRE,
        WRAPPED
    }

    /// How a spreadsheet treats what is typed.
    enum Format {
        GENERAL,
        TEXT,
        DAY
    }

    private void asText(XSSFCellStyle style) {
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
    }

    private static void fill(XSSFCellStyle style, String hex) {
        style.setFillForegroundColor(colour(hex));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static void borders(XSSFCellStyle style, BorderStyle border) {
        style.setBorderTop(border);
        style.setBorderBottom(border);
        style.setBorderLeft(border);
        style.setBorderRight(border);
        style.setTopBorderColor(colour(LINE));
        style.setBottomBorderColor(colour(LINE));
        style.setLeftBorderColor(colour(LINE));
        style.setRightBorderColor(colour(LINE));
    }
}
