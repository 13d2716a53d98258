package org.matricula.law.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Entry;
import org.matricula.law.Corpus.Treatment;
import org.matricula.law.Edition;

/// The gate between the law and the code: nothing that the corpus calls a rule goes without code and proof, and nothing
/// in the code cites a clause that is not there.
public final class Gate {
    /// Digits and numbers in words; "one" is mostly no number.
    private static final Pattern FIGURE = Pattern.compile(
            "[0-9]|\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred"
                    + "|percent|half)\\b",
            Pattern.CASE_INSENSITIVE);

    private Gate() {}

    /// What is wrong.
    public enum Fault {
        /// Code cites a clause that no corpus has.
        NOT_IN_CORPUS,
        /// A test proves a clause that no corpus has.
        PROOF_OF_NOTHING,
        /// A rule without code that says `@Clause`.
        NO_CODE,
        /// A rule without a passed test of a side it needs.
        NO_PROOF,
        /// A rule with a date, a figure or a measuring method neither asks for its boundary nor says why it has none.
        BOUNDARY_UNSAID,
        /// Code applies a clause that is in force in no edition of its regulation.
        OUT_OF_FORCE,
        /// A class by which people are refused names no clause and no reason why there is none.
        REFUSAL_WITHOUT_CLAUSE
    }

    /// One fault.
    ///
    /// @param about the clause, or the class of a refusal
    /// @param says what is missing and where
    public record Violation(Fault fault, String about, String says) {
        @Override
        public String toString() {
            return "%s %s: %s".formatted(fault, about, says);
        }
    }

    /// Checks the corpora against code and traces.
    ///
    /// @param corpora every corpus
    /// @param code folders of classes, or jars
    /// @param traces files written by [TraceListener]
    /// @return every fault, in the order of the corpora
    public static List<Violation> check(Collection<Corpus> corpora, Collection<Path> code, Collection<Path> traces) {
        Set<String> regulations = corpora.stream().map(c -> c.regulation().id()).collect(Collectors.toSet());
        return check(corpora, Citations.read(code, regulations), Traces.read(traces));
    }

    /// Checks that every refusal stands on a clause, or says why on none. See [Refusals] for what that is.
    ///
    /// @param code folders of classes, or jars
    /// @param refusal the type that every refusal implements; each says `clauses()`
    /// @return a fault for each refusal that does not
    public static List<Violation> refusals(Collection<Path> code, Class<?> refusal) {
        return Refusals.read(code, refusal).unfounded();
    }

    static List<Violation> check(Collection<Corpus> corpora, Citations citations, Traces traces) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (Corpus corpus : corpora) {
            for (Entry entry : corpus.entries()) {
                entries.put(entry.id(), entry);
                checkRule(entry, citations, traces, violations);
                if (citations.applied().containsKey(entry.id()) && !everInForce(entry, corpus)) {
                    violations.add(new Violation(
                            Fault.OUT_OF_FORCE,
                            entry.id(),
                            "in force from %s to %s, and no edition of %s is; applied by %s"
                                    .formatted(
                                            entry.from(),
                                            entry.to(),
                                            corpus.regulation().id(),
                                            told(citations.applied().get(entry.id())))));
                }
            }
        }
        unknown(citations.applied(), entries.keySet(), violations);
        unknown(citations.mentioned(), entries.keySet(), violations);
        traces.proofs().stream()
                .filter(proof -> !entries.containsKey(proof.clause()))
                .map(proof -> new Violation(Fault.PROOF_OF_NOTHING, proof.clause(), "proven by " + proof.test()))
                .forEach(violations::add);
        return violations;
    }

    private static void checkRule(Entry entry, Citations citations, Traces traces, List<Violation> violations) {
        if (entry.treatment() != Treatment.RULE) {
            return;
        }
        if (!citations.applied().containsKey(entry.id())) {
            violations.add(new Violation(Fault.NO_CODE, entry.id(), "no class or method says @Clause of it"));
        }
        String measures = measures(entry, citations);
        if (!measures.isEmpty() && !entry.boundary() && entry.withoutBoundary() == null) {
            violations.add(new Violation(
                    Fault.BOUNDARY_UNSAID,
                    entry.id(),
                    measures + "; say 'boundary: true', or 'boundary: none (reason)' when there is none to show"));
        }
        Set<Proves.Kind> missing =
                entry.boundary() ? EnumSet.allOf(Proves.Kind.class) : EnumSet.of(Proves.Kind.MET, Proves.Kind.NOT_MET);
        missing.removeAll(traces.kinds(entry.id()));
        if (!missing.isEmpty()) {
            violations.add(new Violation(Fault.NO_PROOF, entry.id(), "no passed test shows " + missing));
        }
    }

    /// What makes one expect a boundary of a rule; empty when nothing does.
    private static String measures(Entry entry, Citations citations) {
        if (!entry.values().isEmpty()) {
            return "sets a number";
        }
        if (FIGURE.matcher(entry.text().en()).find()) {
            return "has a figure in its words";
        }
        Set<Citations.Place> places = citations.measured().getOrDefault(entry.id(), Set.of());
        return places.isEmpty() ? "" : "is measured by " + told(places);
    }

    private static boolean everInForce(Entry entry, Corpus corpus) {
        return corpus.regulation().editions().stream().anyMatch(edition -> overlap(entry, edition));
    }

    private static boolean overlap(Entry entry, Edition edition) {
        boolean endsBefore =
                entry.to() != null && edition.from() != null && entry.to().isBefore(edition.from());
        boolean startsAfter =
                entry.from() != null && edition.to() != null && entry.from().isAfter(edition.to());
        return !endsBefore && !startsAfter;
    }

    private static void unknown(
            Map<String, Set<Citations.Place>> cited, Set<String> known, List<Violation> violations) {
        cited.forEach((clause, places) -> {
            if (!known.contains(clause)) {
                violations.add(new Violation(Fault.NOT_IN_CORPUS, clause, "cited by " + told(places)));
            }
        });
    }

    private static String told(Set<Citations.Place> places) {
        return places.stream().map(Citations.Place::told).collect(Collectors.joining(", "));
    }
}
