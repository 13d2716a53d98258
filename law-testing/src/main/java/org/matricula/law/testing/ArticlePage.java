package org.matricula.law.testing;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.matricula.law.Corpus;
import org.matricula.law.Corpus.Entry;

/// The index by article: which clauses an article has, and which code applies them.
final class ArticlePage {
    private ArticlePage() {}

    static String text(List<Corpus> corpora, Citations citations) {
        StringBuilder out = new StringBuilder(1 << 14);
        out.append("# Articles\n\n").append(Markdown.GENERATED);
        out.append("Every article that is modelled, its clauses, and the code that applies them.\n");
        for (Corpus corpus : corpora) {
            String id = corpus.regulation().id();
            out.append("\n## [").append(id).append("](clauses/").append(id).append(".md)\n\n");
            out.append("| article | clauses | code |\n|---|---|---|\n");
            byArticle(corpus).forEach((article, entries) -> row(id, article, entries, citations, out));
        }
        return out.toString();
    }

    private static Map<String, List<Entry>> byArticle(Corpus corpus) {
        return corpus.entries().stream()
                .collect(Collectors.groupingBy(Entry::article, LinkedHashMap::new, Collectors.toList()));
    }

    private static void row(
            String regulation, String article, List<Entry> entries, Citations citations, StringBuilder out) {
        String clauses = entries.stream()
                .map(e -> "[%s](clauses/%s.md#%s)".formatted(e.id(), regulation, ClausePage.anchor(e.id())))
                .collect(Collectors.joining(", "));
        Set<String> code = new LinkedHashSet<>();
        entries.forEach(e -> citations
                .applied()
                .getOrDefault(e.id(), Set.of())
                .forEach(place -> code.add("`" + place.told() + "`")));
        out.append("| %s | %s | %s |\n".formatted(Markdown.cell(article), clauses, String.join(", ", code)));
    }
}
