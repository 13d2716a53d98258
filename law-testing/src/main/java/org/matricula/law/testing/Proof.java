package org.matricula.law.testing;

import java.util.Optional;

/// One line of a trace: a test that passed shows one side of a clause.
///
/// @param clause the clause id
/// @param kind the side shown
/// @param test the test: class, method and, for a golden case, its sentence
public record Proof(String clause, Proves.Kind kind, String test) implements Comparable<Proof> {
    private static final String SEPARATOR = "\t";

    @Override
    public int compareTo(Proof other) {
        int byClause = clause.compareTo(other.clause);
        int byKind = byClause != 0 ? byClause : kind.compareTo(other.kind);
        return byKind != 0 ? byKind : test.compareTo(other.test);
    }

    /// The line, without its end.
    String line() {
        return String.join(SEPARATOR, clause, kind.name(), test.replaceAll("\\s+", " "));
    }

    /// Reads a line; empty when it is not one of ours.
    static Optional<Proof> parse(String line) {
        String[] parts = line.split(SEPARATOR, 3);
        if (parts.length != 3) {
            return Optional.empty();
        }
        for (Proves.Kind kind : Proves.Kind.values()) {
            if (kind.name().equals(parts[1])) {
                return Optional.of(new Proof(parts[0], kind, parts[2]));
            }
        }
        return Optional.empty();
    }

    /// The class of the test.
    String testClass() {
        int end = test.indexOf('#');
        return end < 0 ? test : test.substring(0, end);
    }
}
