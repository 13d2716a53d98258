package org.matricula.law.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The proofs of several modules together.
///
/// @param proofs each once, by clause, kind and test
public record Traces(Set<Proof> proofs) {
    /// Reads traces written by [TraceListener].
    public static Traces read(Collection<Path> files) {
        Set<Proof> proofs = new TreeSet<>();
        for (Path file : files) {
            try {
                Files.readAllLines(file).stream()
                        .map(Proof::parse)
                        .flatMap(Optional::stream)
                        .forEach(proofs::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the trace " + file, e);
            }
        }
        return new Traces(proofs);
    }

    /// The sides of a clause that are proven.
    public Set<Proves.Kind> kinds(String clause) {
        Set<Proves.Kind> kinds = EnumSet.noneOf(Proves.Kind.class);
        of(clause).forEach(proof -> kinds.add(proof.kind()));
        return kinds;
    }

    /// The proofs of a clause.
    public List<Proof> of(String clause) {
        return proofs.stream().filter(p -> p.clause().equals(clause)).toList();
    }
}
