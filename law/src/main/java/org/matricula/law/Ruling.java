package org.matricula.law;

import java.util.List;

/// The outcome of a decision under one edition: the answer and every finding that led there.
///
/// @param answer a record whose component names are the answer's field names
/// @param findings every clause examined, in the order of the text
public record Ruling<A extends Record>(A answer, List<Finding> findings) {
    public Ruling {
        findings = List.copyOf(findings);
    }
}
