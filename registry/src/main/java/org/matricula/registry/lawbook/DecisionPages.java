package org.matricula.registry.lawbook;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.Result;
import org.matricula.law.json.Json;
import org.matricula.law.json.JsonText;
import org.matricula.registry.lawbook.view.DecisionView;
import org.matricula.registry.lawbook.view.RegulationView;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The decisions: the catalogue, and for each a form to ask it. The facts stand in the address, so that an answer can
/// be shared; nothing is kept on the server.
@Controller
final class DecisionPages {
    /// Facts longer than this are shown with their answer, but not put into an address.
    private static final int LONGEST_IN_ADDRESS = 5000;

    /// The name of a list in a form; no other is taken for one.
    private static final String LIST = "[A-Za-z][A-Za-z0-9.]*";

    private final LawPage lawPage;
    private final Book book;
    private final DecisionDesk desk;
    private final Words words = Words.load();
    private final Examples examples = Examples.load();
    private final EditionDay editionDay;
    private final Map<String, List<Question>> questions = new ConcurrentHashMap<>();

    DecisionPages(LawPage lawPage, Book book) {
        this.lawPage = lawPage;
        this.book = book;
        this.desk = book.desk();
        this.editionDay = new EditionDay(desk, examples);
    }

    @GetMapping({"/law/decisions", "/law/decisions/"})
    ResponseEntity<byte[]> catalogue(HttpServletRequest request) {
        Page page = lawPage.page(request);
        RegulationPrinter printer = new RegulationPrinter(page, book, words);
        List<RegulationView> regulations = book.corpora().stream()
                .map(printer::brief)
                .filter(regulation -> !regulation.decisions().isEmpty())
                .toList();
        return lawPage.show(HttpStatus.OK, "decisions", page, Map.of("regulations", regulations));
    }

    @GetMapping("/law/decisions/{id}")
    ResponseEntity<byte[]> decision(HttpServletRequest request, @PathVariable String id) {
        if (desk.decision(id).isEmpty()) {
            return unknown(request, id);
        }
        Page page = lawPage.page(request);
        String facts = request.getParameter(DecisionAddress.FACTS);
        if (facts != null) {
            return asked(page, id, facts);
        }
        Entered entered = Entered.of(request.getParameterMap());
        String more = request.getParameter(DecisionAddress.MORE);
        String drop = request.getParameter(DecisionAddress.DROP);
        if (more != null && more.matches(LIST)) {
            int rows = entered.rows(more, least(id, more)).size();
            return elsewhere(
                    request, DecisionAddress.showing(id, entered.showing(more, rows + 1)) + anchor(more, rows));
        }
        if (drop != null && drop.matches(LIST + "\\.[0-9]{1,6}")) {
            String list = drop.substring(0, drop.lastIndexOf('.'));
            int row = Integer.parseInt(drop.substring(list.length() + 1));
            int rows = entered.rows(list, least(id, list)).size();
            return elsewhere(
                    request,
                    DecisionAddress.showing(id, entered.without(list, row).showing(list, rows - 1)) + "#"
                            + FormPrinter.anchor(list));
        }
        boolean asks = request.getParameter(DecisionAddress.ASK) != null;
        if (asks && !entered.tidy()) {
            return elsewhere(request, DecisionAddress.asking(id, entered));
        }
        return asks ? asked(page, id, entered) : show(page, id, entered, Optional.empty());
    }

    /// All facts at once. When they are short they go into the address, which can then be shared.
    @PostMapping("/law/decisions/{id}")
    ResponseEntity<byte[]> decide(HttpServletRequest request, @PathVariable String id) {
        if (desk.decision(id).isEmpty()) {
            return unknown(request, id);
        }
        String facts =
                Optional.ofNullable(request.getParameter(DecisionAddress.FACTS)).orElse("");
        String address = DecisionAddress.asking(id, facts);
        return address.length() <= LONGEST_IN_ADDRESS
                ? elsewhere(request, address)
                : asked(lawPage.page(request), id, facts);
    }

    private ResponseEntity<byte[]> unknown(HttpServletRequest request, String id) {
        Page page = lawPage.page(request);
        RegulationPrinter printer = new RegulationPrinter(page, book, words);
        List<String> near =
                desk.decide(id, "", "en") instanceof Result.UnknownDecision unknown ? unknown.near() : List.of();
        Map<String, String> instead = new LinkedHashMap<>();
        desk.list().stream()
                .filter(listed -> near.contains(listed.id()))
                .map(printer::link)
                .forEach(link -> instead.put(link.address(), link.title().text()));
        instead.put("/law/decisions", page.say("decisions.title"));
        return lawPage.missing(page, page.say("missing.decision", id), instead);
    }

    /// Sends the reader to an address of ours, in the language in which this one was asked for.
    private static ResponseEntity<byte[]> elsewhere(HttpServletRequest request, String address) {
        int hash = address.indexOf('#');
        String path = hash < 0 ? address : address.substring(0, hash);
        String lang = Optional.ofNullable(request.getParameter(DecisionAddress.LANG))
                .flatMap(Language::of)
                .map(language -> (path.contains("?") ? "&" : "?") + DecisionAddress.LANG + "=" + language.code())
                .orElse("");
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path + lang + (hash < 0 ? "" : address.substring(hash))))
                .build();
    }

    private static String anchor(String list, int row) {
        return "#" + FormPrinter.anchor(list + "." + row);
    }

    private int least(String id, String list) {
        String name = list.substring(list.lastIndexOf('.') + 1);
        return required(questions(id), name) ? 1 : 0;
    }

    private static boolean required(List<Question> questions, String name) {
        return questions.stream()
                .anyMatch(question -> question.name().equals(name) && question.required()
                        || switch (question.kind()) {
                            case Question.Kind.Group group -> required(group.questions(), name);
                            case Question.Kind.Rows rows -> required(rows.questions(), name);
                            case Question.Kind.Words _,
                                    Question.Kind.Whole _,
                                    Question.Kind.Decimal _,
                                    Question.Kind.Flag _,
                                    Question.Kind.Choice _,
                                    Question.Kind.Day _,
                                    Question.Kind.Time _,
                                    Question.Kind.Moment _,
                                    Question.Kind.Choices _,
                                    Question.Kind.Lines _,
                                    Question.Kind.Pairs _ -> false;
                        });
    }

    private List<Question> questions(String id) {
        return questions.computeIfAbsent(
                id,
                known -> editionDay.asked(known, Question.of(desk.schema(known).orElseThrow())));
    }

    private ResponseEntity<byte[]> asked(Page page, String id, Entered entered) {
        FilledForm form = FilledForm.of(questions(id), entered);
        byte[] facts = form.json().getBytes(StandardCharsets.UTF_8);
        Result result = desk.decide(id, facts, page.language().code());
        Page own = LawPage.at(page, DecisionAddress.asking(id, entered));
        return show(own, id, entered, Optional.of(new Asked(form, form.json(), result, own.path())));
    }

    private ResponseEntity<byte[]> asked(Page page, String id, String facts) {
        byte[] bytes = facts.getBytes(StandardCharsets.UTF_8);
        Result result = desk.decide(id, bytes, page.language().code());
        Entered entered = Entered.of(questions(id), read(facts));
        String address = DecisionAddress.asking(id, facts);
        boolean shareable = address.length() <= LONGEST_IN_ADDRESS;
        Page own = shareable ? LawPage.at(page, address) : page;
        FilledForm form = FilledForm.of(questions(id), entered);
        return show(own, id, entered, Optional.of(new Asked(form, facts, result, shareable ? address : "")));
    }

    private static Json read(String facts) {
        try {
            return JsonText.read(facts).value();
        } catch (JsonText.Malformed _) {
            return new Json.Null(); // the desk says what is wrong with it
        }
    }

    /// A question that was asked and what the desk said.
    ///
    /// @param form the form as it was filled
    /// @param facts the facts as JSON
    /// @param address where the answer can be had again; empty when the facts are too long for an address
    private record Asked(FilledForm form, String facts, Result result, String address) {}

    private ResponseEntity<byte[]> show(Page page, String id, Entered entered, Optional<Asked> asked) {
        DecisionPrinter printer = new DecisionPrinter(page, book, words, id, questions(id));
        RegulationPrinter regulations = new RegulationPrinter(page, book, words);
        DecisionView view = asked.map(a -> printer.asked(entered, a.form(), a.facts(), a.result(), a.address()))
                .orElseGet(() -> printer.blank(entered));
        RegulationView.Link link = desk.list().stream()
                .filter(listed -> listed.id().equals(id))
                .map(regulations::link)
                .findFirst()
                .orElseThrow();
        String regulation = desk.decision(id).orElseThrow().regulation().id();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("decision", link);
        values.put("view", view);
        values.put("regulation", regulations.brief(book.corpus(regulation).orElseThrow()));
        values.put("examples", examples(id));
        return lawPage.show(view.faults().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "decision", page, values);
    }

    private List<String> examples(String id) {
        return examples.of(id).stream()
                .map(facts -> DecisionAddress.asking(id, Entered.of(questions(id), read(facts))))
                .toList();
    }
}
