package org.matricula.registry.records.spi;

import java.net.URI;
import java.util.List;

/// A part of a printed form. Texts may be long and may have line feeds; they wrap. They may be empty.
public sealed interface Part {
    /// How a text is set.
    enum Tone {
        PLAIN,
        STRONG,
        /// Smaller and grey: what explains, not what says.
        QUIET,
        /// Slanted: a remark or an instruction of the form.
        REMARK
    }

    /// Where a text stands in its column.
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /// The heads of an official letter: who issues on the left, the state's lines on the right, a rule below each.
    ///
    /// @param left lines on the left, the last one is strong
    /// @param right lines on the right, all strong
    record Masthead(List<String> left, List<String> right) implements Part {
        public Masthead {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }
    }

    /// The name of the document, large and centred.
    ///
    /// @param below a line below it
    /// @param whose the person it is about
    record Title(String text, String below, String whose) implements Part {}

    /// A heading; never the last thing on a page.
    ///
    /// @param level 1 to 3
    record Heading(int level, String text) implements Part {
        public Heading {
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("a heading is of level 1 to 3: " + level);
            }
        }
    }

    /// Running text.
    record Paragraph(String text, Tone tone, Align align) implements Part {}

    /// Labelled values in equal columns, filled row by row.
    ///
    /// @param columns 1 to 4
    record Pairs(int columns, List<Pair> pairs) implements Part {
        public Pairs {
            pairs = List.copyOf(pairs);
            if (columns < 1 || columns > 4) {
                throw new IllegalArgumentException("pairs stand in 1 to 4 columns: " + columns);
            }
        }
    }

    /// A labelled value; an empty one is printed as a dash, so that nobody can add one by hand.
    ///
    /// @param span how many columns it takes; more than there are means the whole row
    record Pair(String label, String value, int span) {
        public Pair {
            if (span < 1) {
                throw new IllegalArgumentException("a pair takes at least one column: " + span);
            }
        }

        public Pair(String label, String value) {
            this(label, value, 1);
        }
    }

    /// What counts in the end: each heading with its value beside it, both set as headings are.
    record Results(List<Pair> results) implements Part {
        public Results {
            results = List.copyOf(results);
        }
    }

    /// A table. Its header is repeated on each page; no row stands alone at the end or the start of a page.
    ///
    /// @param summary what the table holds, for those who hear it
    /// @param columns their widths relative to each other, and how their cells stand
    /// @param header header rows; cells may span
    /// @param rows body rows; cells may span
    /// @param note explains its signs, below it and never apart from its last row; may be empty
    record Table(String summary, List<Column> columns, List<Row> header, List<Row> rows, String note) implements Part {
        public Table {
            columns = List.copyOf(columns);
            header = List.copyOf(header);
            rows = List.copyOf(rows);
            if (columns.isEmpty()) {
                throw new IllegalArgumentException("a table has columns");
            }
        }
    }

    /// A column of a table.
    ///
    /// @param width relative to the other columns
    record Column(int width, Align align) {
        public Column {
            if (width < 1) {
                throw new IllegalArgumentException("a column has a width: " + width);
            }
        }
    }

    /// A row of a table; a cell that spans rows leaves no place in the rows below.
    record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    /// A cell of a table.
    ///
    /// @param heads true when it names its row; every cell of a header row names its column
    record Cell(String text, Tone tone, boolean heads, int columnSpan, int rowSpan) {
        public Cell {
            if (columnSpan < 1 || rowSpan < 1) {
                throw new IllegalArgumentException(
                        "a cell spans at least one column and row: %d, %d".formatted(columnSpan, rowSpan));
            }
        }

        public static Cell of(String text) {
            return new Cell(text, Tone.PLAIN, false, 1, 1);
        }

        public static Cell strong(String text) {
            return new Cell(text, Tone.STRONG, false, 1, 1);
        }

        public static Cell heading(String text) {
            return new Cell(text, Tone.PLAIN, true, 1, 1);
        }

        public Cell spanning(int columns, int rows) {
            return new Cell(text, tone, heads, columns, rows);
        }
    }

    /// Places of signature side by side, kept on one page.
    ///
    /// @param dateline place and day above them; may be empty
    record Signatures(String dateline, List<Signature> signatures) implements Part {
        public Signatures {
            signatures = List.copyOf(signatures);
            if (signatures.isEmpty() || signatures.size() > 4) {
                throw new IllegalArgumentException("one to four signatures stand side by side: " + signatures.size());
            }
        }
    }

    /// One place of signature.
    ///
    /// @param office in what office, for example `HIỆU TRƯỞNG`
    /// @param how how it was signed, in words
    /// @param name who
    /// @param when when, in words
    /// @param seal true for the institution's seal: the sealed field of the file stands here
    record Signature(String office, String how, String name, String when, boolean seal) {}

    /// How anyone checks the document: a QR code beside the codes, kept on one page.
    ///
    /// @param heading what it is for
    /// @param explanation how to check
    /// @param address what the QR code holds; print its host among the codes, so that people can compare
    /// @param alternative what the QR code is, for those who hear it
    /// @param codes labelled codes
    record Verification(String heading, String explanation, URI address, String alternative, List<Pair> codes)
            implements Part {
        public Verification {
            codes = List.copyOf(codes);
        }
    }

    /// Parts that stay on one page as long as they fit on one.
    record Together(List<Part> parts) implements Part {
        public Together {
            parts = List.copyOf(parts);
        }
    }

    /// Parts that stand together at the foot of their page.
    record Foot(List<Part> parts) implements Part {
        public Foot {
            parts = List.copyOf(parts);
        }
    }

    /// What follows starts on a new page.
    record PageBreak() implements Part {}
}
