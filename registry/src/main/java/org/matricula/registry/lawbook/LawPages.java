package org.matricula.registry.lawbook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matricula.law.Corpus;
import org.matricula.registry.lawbook.view.RegulationView;
import org.matricula.registry.page.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The regulations: what there is, article by article, clause by clause. Anyone may read them.
@Controller
final class LawPages {
    /// What the generated page says when it does not name every test.
    private static final Pattern MORE = Pattern.compile("(.*) \\(and ([0-9]{1,6}) more\\)");

    private final LawPage lawPage;
    private final Book book;
    private final Citations citations;
    private final Proofs proofs = new Proofs();
    private final Words words = Words.load();

    LawPages(LawPage lawPage, Book book, Citations citations) {
        this.lawPage = lawPage;
        this.book = book;
        this.citations = citations;
    }

    @GetMapping({"/law", "/law/"})
    ResponseEntity<byte[]> index(HttpServletRequest request) {
        Page page = lawPage.page(request);
        RegulationPrinter printer = new RegulationPrinter(page, book, words);
        List<RegulationView> regulations =
                book.corpora().stream().map(printer::brief).toList();
        return lawPage.show(
                HttpStatus.OK,
                "index",
                page,
                Map.of(
                        "regulations",
                        regulations,
                        "calendars",
                        CalendarPages.all(page, book),
                        "decisions",
                        book.desk().list().size()));
    }

    @GetMapping("/law/{regulation}")
    ResponseEntity<byte[]> regulation(HttpServletRequest request, @PathVariable String regulation) {
        Page page = lawPage.page(request);
        Optional<Corpus> corpus = book.corpus(regulation);
        if (corpus.isEmpty()) {
            return lawPage.missing(page, page.say("missing.regulation", regulation), everyRegulation(page));
        }
        return lawPage.show(
                HttpStatus.OK,
                "regulation",
                page,
                Map.of("regulation", new RegulationPrinter(page, book, words).whole(corpus.get())));
    }

    private Map<String, String> everyRegulation(Page page) {
        RegulationPrinter printer = new RegulationPrinter(page, book, words);
        Map<String, String> links = new LinkedHashMap<>();
        book.corpora().stream()
                .map(Corpus::regulation)
                .forEach(r -> links.put(
                        "/law/" + r.id(),
                        r.id() + ": "
                                + printer.title(r.id(), r.title(), r.language()).text()));
        return links;
    }

    @GetMapping("/law/{regulation}/{*clause}")
    ResponseEntity<byte[]> clause(
            HttpServletRequest request, @PathVariable String regulation, @PathVariable String clause) {
        Page page = lawPage.page(request);
        Optional<Corpus> corpus = book.corpus(regulation);
        if (corpus.isEmpty()) {
            return lawPage.missing(page, page.say("missing.regulation", regulation), everyRegulation(page));
        }
        String id = regulation + ":" + clause.substring(1);
        Optional<Corpus.Entry> entry = corpus.get().entry(id);
        if (entry.isEmpty()) {
            return lawPage.missing(
                    page,
                    page.say("missing.clause", id),
                    Map.of("/law/" + regulation, page.say("clause.all", regulation)));
        }
        RegulationPrinter printer = new RegulationPrinter(page, book, words);
        Neighbours around = Neighbours.of(corpus.get(), entry.get());
        return lawPage.show(
                HttpStatus.OK,
                "clause",
                page,
                Map.of(
                        "regulation", printer.brief(corpus.get()),
                        "clause", printer.clause(corpus.get(), entry.get()),
                        "before", around.before().map(book::address).orElse(""),
                        "after", around.after().map(book::address).orElse(""),
                        "decisions",
                                book.desk().list().stream()
                                        .filter(listed ->
                                                citations.of(listed.id()).contains(id))
                                        .map(printer::link)
                                        .toList(),
                        "code",
                                proofs.of(id)
                                        .map(Proofs.Row::code)
                                        .filter(code -> !code.isEmpty())
                                        .orElseGet(() -> citations.places(id)),
                        "proofs", proofs.of(id).map(row -> told(page, row)).orElse(List.of())));
    }

    /// The names of tests stay as they are; the words around them are the reader's.
    private static List<RegulationView.Proof> told(Page page, Proofs.Row row) {
        return row.tests().entrySet().stream()
                .map(proof -> {
                    Matcher more = MORE.matcher(proof.getValue());
                    String side = page.say("proof." + proof.getKey());
                    return more.matches()
                            ? new RegulationView.Proof(
                                    side, more.group(1), page.say("proof.more", Integer.parseInt(more.group(2))))
                            : new RegulationView.Proof(side, proof.getValue(), "");
                })
                .toList();
    }

    /// The clauses before and after a clause, so that one can read on.
    private record Neighbours(Optional<String> before, Optional<String> after) {
        static Neighbours of(Corpus corpus, Corpus.Entry entry) {
            List<String> ids = corpus.entries().stream().map(Corpus.Entry::id).toList();
            int at = ids.indexOf(entry.id());
            return new Neighbours(
                    at > 0 ? Optional.of(ids.get(at - 1)) : Optional.empty(),
                    at + 1 < ids.size() ? Optional.of(ids.get(at + 1)) : Optional.empty());
        }
    }
}
