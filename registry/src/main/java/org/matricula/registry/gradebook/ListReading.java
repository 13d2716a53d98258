package org.matricula.registry.gradebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a list says, with everything there is to say about it.
///
/// @param headings the columns of the file, left to right, each heading once
/// @param headingSet the headings that are compared, by which a file like this one is known again
/// @param lines the rows, in the order of the file; of spoilt ones what could be read
/// @param remarks in the order of the file
public record ListReading(List<Found> headings, SortedSet<String> headingSet, List<Line> lines, List<Problem> remarks) {
    public ListReading {
        headings = List.copyOf(headings);
        headingSet = Collections.unmodifiableSortedSet(new TreeSet<>(headingSet));
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /// How a column of the file was taken.
    public enum Taken {
        /// Read, since its heading is known.
        KNOWN,
        /// Read, since a person said what it is.
        BY_HAND,
        /// Not read, since a person said so.
        PASSED_OVER,
        /// Known, but of no use here: a result, a signature, a row number.
        NOT_HERE,
        /// Not known: a person may say what it is.
        UNKNOWN
    }

    /// A column of the file.
    ///
    /// @param words its heading as the file shows it
    /// @param plain the same in the form in which headings are compared
    /// @param letter where it stands, for example `D`; of the first sheet that has it
    /// @param taken how it was taken
    /// @param key the column of the list that it is, when it is read
    /// @param sample its first value
    public record Found(
            String words, String plain, String letter, Taken taken, Optional<String> key, Optional<String> sample) {}

    /// A row.
    ///
    /// @param sheet the sheet; empty when the file has none
    /// @param row counted from 1
    /// @param values canonical text by column key; several values of a cell are separated by line breaks
    /// @param letters where each column stands, by key
    /// @param about what the lines above its table say, by class key
    /// @param spoilt whether something in it has to be mended first
    public record Line(
            String sheet,
            int row,
            Map<String, String> values,
            Map<String, String> letters,
            Map<String, String> about,
            boolean spoilt) {
        public Line {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            letters = Map.copyOf(letters);
            about = Map.copyOf(about);
        }

        /// A value; empty when the cell is blank.
        public Optional<String> value(String key) {
            return Optional.ofNullable(values.get(key));
        }

        /// The values of a cell that may hold several.
        public List<String> several(String key) {
            return value(key).map(text -> List.of(text.split("\n"))).orElse(List.of());
        }

        /// A remark about one of its cells, or about the row when the file has no such column.
        public Problem problem(
                String key, Optional<String> who, Problem.Severity severity, org.matricula.law.Sentence words) {
            String letter = letters.get(key);
            return new Problem(sheet, letter == null ? row + ":" + row : letter + row, who, severity, words);
        }
    }

    /// Whether something has to be mended first.
    public boolean blocked() {
        return remarks.stream().anyMatch(Problem::blocks);
    }
}
