package org.matricula.law.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.matricula.law.Corpus;
import org.matricula.law.desk.DecisionDesk;

/// Writes the pages under `docs/generated` from the corpus, the code and the proofs, or compares them with what is
/// there. The same input gives the same bytes.
public final class GeneratePages {
    private GeneratePages() {}

    /// Arguments: the root folder, and `--check` to compare instead of writing. Ends with 1 when a page differs.
    public static void main(String[] arguments) {
        Reactor reactor = new Reactor(Path.of(arguments[0]).toAbsolutePath().normalize());
        DecisionDesk desk = DecisionDesk.ofServices();
        if (!reactor.missing().isEmpty()) {
            throw new IllegalStateException(String.join("\n", reactor.missing()));
        }
        if (arguments.length > 1 && arguments[1].equals("--check")) {
            List<String> differing = compare(reactor, desk);
            differing.forEach(System.err::println);
            System.exit(differing.isEmpty() ? 0 : 1);
        }
        write(reactor, desk);
    }

    /// Writes every page and removes those that are no longer generated.
    public static void write(Reactor reactor, DecisionDesk desk) {
        PageFiles files = PageFiles.of(reactor);
        Map<String, String> pages = pages(reactor, desk);
        try {
            for (String stale : stale(files.folder(), pages.keySet())) {
                Files.delete(files.folder().resolve(stale));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the pages under " + files.folder(), e);
        }
        files.write(pages);
    }

    /// The pages that are missing, differ or are no longer generated; empty when all is well.
    public static List<String> compare(Reactor reactor, DecisionDesk desk) {
        PageFiles files = PageFiles.of(reactor);
        Map<String, String> pages = pages(reactor, desk);
        List<String> differing = new ArrayList<>(files.compare(pages));
        try {
            stale(files.folder(), pages.keySet()).forEach(page -> differing.add(page + " is no longer generated"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the pages under " + files.folder(), e);
        }
        return differing;
    }

    private static Map<String, String> pages(Reactor reactor, DecisionDesk desk) {
        List<Corpus> corpora = desk.corpora();
        Set<String> ids = corpora.stream().map(c -> c.regulation().id()).collect(Collectors.toSet());
        Citations citations = Citations.read(reactor.code(), ids);
        Traces traces = Traces.read(reactor.traces());
        Map<String, String> pages = new LinkedHashMap<>();
        for (Corpus corpus : corpora) {
            ClausePage page = new ClausePage(reactor, corpus, citations, traces);
            pages.put("clauses/" + corpus.regulation().id() + ".md", page.text());
        }
        pages.put("decisions.md", new DecisionPage(desk).text());
        pages.put("articles.md", ArticlePage.text(corpora, citations));
        return pages;
    }

    /// Only the clause pages are listed one by one; other generators own the rest of the folder.
    private static List<String> stale(Path folder, Set<String> pages) throws IOException {
        Path clauses = folder.resolve("clauses");
        if (!Files.isDirectory(clauses)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(clauses)) {
            return files.map(f -> "clauses/" + f.getFileName())
                    .filter(f -> f.endsWith(".md") && !pages.contains(f))
                    .sorted()
                    .toList();
        }
    }
}
