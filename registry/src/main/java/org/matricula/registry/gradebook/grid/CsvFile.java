package org.matricula.registry.gradebook.grid;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Comma, semicolon or tab separated text (RFC 4180) as one grid.
///
/// UTF-8 with or without a byte order mark, or UTF-16 with one. Bytes that are not valid in that encoding
/// refuse the file: to guess an older Vietnamese encoding would put wrong letters into names.
final class CsvFile {
    private static final char[] SEPARATORS = {',', ';', '\t'};

    /// Rows looked at to find the separator.
    private static final int SAMPLE = 40;

    private CsvFile() {}

    static GridFile read(byte[] file, int mostRows) throws Unreadable {
        var text = text(file);
        if (text.isBlank()) {
            throw new Unreadable(FileWords.empty());
        }
        var hint = hint(text);
        char separator = hint.isPresent() ? hint.get() : likeliest(text);
        var rest = hint.isPresent() ? text.substring(text.indexOf('\n') + 1) : text;
        return new GridFile(List.of(grid(rest, separator, mostRows)));
    }

    /// A first line `sep=;`, which Excel obeys and does not show.
    private static Optional<Character> hint(String text) {
        var line = text.lines().findFirst().orElse("").strip();
        return line.length() == 5
                        && line.startsWith("sep=")
                        && ",;|".indexOf(line.charAt(4)) >= 0
                        && text.indexOf('\n') > 0
                ? Optional.of(line.charAt(4))
                : Optional.empty();
    }

    private static String text(byte[] file) throws Unreadable {
        if (begins(file, 0xEF, 0xBB, 0xBF)) {
            return decoded(file, 3, StandardCharsets.UTF_8);
        }
        if (begins(file, 0xFF, 0xFE)) {
            return decoded(file, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(file, 0xFE, 0xFF)) {
            return decoded(file, 2, StandardCharsets.UTF_16BE);
        }
        for (byte b : file) {
            if (b == 0) {
                throw new Unreadable(FileWords.unknown());
            }
        }
        return decoded(file, 0, StandardCharsets.UTF_8);
    }

    private static boolean begins(byte[] file, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decoded(byte[] file, int from, Charset charset) throws Unreadable {
        var in = ByteBuffer.wrap(file, from, file.length - from);
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += file[i] == '\n' ? 1 : 0;
            }
            throw new Unreadable(FileWords.encoding(line));
        }
    }

    /// The separator that gives the widest rows; the first of them when none does better.
    private static char likeliest(String text) {
        char best = SEPARATORS[0];
        long widest = -1;
        for (char separator : SEPARATORS) {
            long width = width(text, separator);
            if (width > widest) {
                widest = width;
                best = separator;
            }
        }
        return best;
    }

    /// The widest row among the first ones. A file that breaks off is judged by the rows before the fault: if
    /// this is its separator, the reading proper reports the fault.
    private static long width(String text, char separator) {
        long width = 0;
        try (var parser = parser(text, separator)) {
            var records = parser.iterator();
            for (int i = 0; i < SAMPLE && records.hasNext(); i++) {
                width = Math.max(width, records.next().size());
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return width;
        }
        return width;
    }

    private static CSVParser parser(String text, char separator) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        return CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get();
    }

    private static Grid grid(String text, char separator, int mostRows) throws Unreadable {
        NavigableMap<Integer, NavigableMap<Integer, Cell>> rows = new TreeMap<>();
        int filled = 0;
        int row = 0;
        long line = 0;
        try (var parser = parser(text, separator)) {
            for (var records = parser.iterator(); records.hasNext(); ) {
                var cells = cells(records.next(), ++row);
                line = parser.getCurrentLineNumber();
                if (!cells.isEmpty() && ++filled <= mostRows) {
                    rows.put(row, cells);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new Unreadable(FileWords.quotes(line + 1));
        }
        return new Grid("", false, rows, List.of(), new BitSet(), new BitSet(), filled);
    }

    private static NavigableMap<Integer, Cell> cells(CSVRecord record, int row) throws Unreadable {
        NavigableMap<Integer, Cell> cells = new TreeMap<>();
        for (int column = 0; column < record.size(); column++) {
            var text = record.get(column);
            if (Content.isBlank(text)) {
                continue;
            }
            if (column >= Grid.MOST_COLUMNS) {
                throw new Unreadable(FileWords.tooWide(A1.address(row, column), Grid.MOST_COLUMNS));
            }
            cells.put(column, new Cell(row, column, new Content.Words(text), Optional.empty()));
        }
        return cells;
    }
}
