package org.matricula.law.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Entry;
import org.matricula.law.Corpus.Treatment;
import org.matricula.law.Edition;
import org.matricula.law.Regulation;

/// The page of a regulation: each clause with what the software does about it, the code that applies it and the tests
/// that prove it.
final class ClausePage {
    private static final int MOST_TESTS = 3;

    private final Reactor reactor;
    private final Corpus corpus;
    private final Citations citations;
    private final Traces traces;

    ClausePage(Reactor reactor, Corpus corpus, Citations citations, Traces traces) {
        this.reactor = reactor;
        this.corpus = corpus;
        this.citations = citations;
        this.traces = traces;
    }

    String text() {
        Regulation regulation = corpus.regulation();
        StringBuilder out = new StringBuilder(1 << 14);
        out.append("# ")
                .append(regulation.id())
                .append(": ")
                .append(regulation.title().en())
                .append("\n\n");
        out.append(Markdown.GENERATED);
        out.append(regulation.title().local()).append("\n\n");
        out.append("- Source: ").append(regulation.source()).append('\n');
        for (Edition edition : regulation.editions()) {
            out.append("- Edition `%s`%s%s\n"
                    .formatted(
                            edition.id(),
                            edition.from() == null ? "" : ", in force from " + edition.from(),
                            edition.to() == null ? "" : " to " + edition.to()));
        }
        out.append("- ").append(counts()).append("\n\n");
        out.append("| clause | in our words | treatment | code | proofs |\n|---|---|---|---|---|\n");
        corpus.entries().forEach(entry -> row(entry, out));
        return out.toString();
    }

    private String counts() {
        Map<Treatment, Long> counts = corpus.entries().stream()
                .collect(Collectors.groupingBy(Entry::treatment, TreeMap::new, Collectors.counting()));
        String each = counts.entrySet().stream()
                .map(count -> told(count.getKey()) + " " + count.getValue())
                .collect(Collectors.joining(", "));
        return "%d clauses: %s".formatted(corpus.entries().size(), each);
    }

    private void row(Entry entry, StringBuilder out) {
        String treatment = told(entry.treatment());
        out.append("| <a id=\"")
                .append(anchor(entry.id()))
                .append("\"></a>`")
                .append(entry.id())
                .append("` | ")
                .append(Markdown.cell(entry.text().en()))
                .append(figures(entry))
                .append(" | ")
                .append(entry.reason() == null ? treatment : treatment + ": " + Markdown.cell(entry.reason()))
                .append(
                        entry.withoutBoundary() == null
                                ? ""
                                : "; no boundary: " + Markdown.cell(entry.withoutBoundary()))
                .append(" | ")
                .append(code(entry.id()))
                .append(" | ")
                .append(proofs(entry.id()))
                .append(" |\n");
    }

    /// The anchor of a clause on its page.
    static String anchor(String clause) {
        return clause.replaceAll("[^A-Za-z0-9]", "-").toLowerCase(Locale.ROOT);
    }

    static String told(Treatment treatment) {
        return treatment.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// The number that a clause sets, with the day from which each stands.
    private static String figures(Entry entry) {
        return entry.values().isEmpty()
                ? ""
                : entry.values().entrySet().stream()
                        .map(figure -> figure.getKey().equals(LocalDate.MIN)
                                ? "**" + figure.getValue() + "**"
                                : "**%d** from %s".formatted(figure.getValue(), figure.getKey()))
                        .collect(Collectors.joining(", ", "<br>", ""));
    }

    private String code(String clause) {
        Set<Citations.Place> places = citations.applied().getOrDefault(clause, Set.of());
        return places.stream()
                .map(place -> Markdown.source(place, reactor.root(), "../../../"))
                .collect(Collectors.joining(", "));
    }

    private String proofs(String clause) {
        List<String> kinds = new ArrayList<>();
        for (Proves.Kind kind : Proves.Kind.values()) {
            List<String> tests = traces.of(clause).stream()
                    .filter(proof -> proof.kind() == kind)
                    .map(proof -> Markdown.sentence(proof.test()))
                    .toList();
            if (!tests.isEmpty()) {
                String more = tests.size() > MOST_TESTS ? " (and %d more)".formatted(tests.size() - MOST_TESTS) : "";
                kinds.add("**%s** %s%s"
                        .formatted(kind, tests.stream().limit(MOST_TESTS).collect(Collectors.joining("; ")), more));
            }
        }
        return String.join("<br>", kinds);
    }
}
