package org.matricula.registry.records.pdf;

import java.util.Arrays;
import java.util.List;

/// Some text has characters that our fonts cannot print. Thrown before any key is used; who takes text from people asks
/// [#in] first, and can then say where it stands.
public final class UnprintableCharacters extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String recordId;
    private final List<Integer> codePoints;

    UnprintableCharacters(String recordId, List<Integer> codePoints) {
        super("record %s cannot be printed: no font has %s; replace these characters"
                .formatted(
                        recordId,
                        String.join(
                                ", ",
                                codePoints.stream()
                                        .map(UnprintableCharacters::named)
                                        .toList())));
        this.recordId = recordId;
        this.codePoints = List.copyOf(codePoints);
    }

    /// The characters of a text that some face of ours lacks, each once, in the order of Unicode; empty when all of it
    /// can be printed, in whatever face.
    public static List<Integer> in(String text) {
        return Lines.clean(text)
                .codePoints()
                .filter(c -> c != '\n')
                .filter(c -> Arrays.stream(Face.values()).anyMatch(face -> !face.has(c)))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    /// The record that has them.
    public String recordId() {
        return recordId;
    }

    /// The characters, each once, in the order of Unicode.
    public List<Integer> codePoints() {
        return codePoints;
    }

    private static String named(int codePoint) {
        String name = Character.getName(codePoint);
        return "U+%04X (%s)".formatted(codePoint, name == null ? "unassigned" : name);
    }
}
