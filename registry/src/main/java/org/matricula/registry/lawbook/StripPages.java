package org.matricula.registry.lawbook;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.Result;
import org.matricula.law.desk.ResultJson;
import org.matricula.law.time.CountedTerm;
import org.matricula.registry.lawbook.view.Field;
import org.matricula.registry.page.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Terms day by day: a form to draw any, and every term of every answer as a picture and as data under the address of
/// its facts.
@Controller
final class StripPages {
    /// The decision that draws any term.
    private static final String TERM = "calendar.term";

    /// A longer term is not a picture any more.
    private static final int MOST_DAYS = 800;

    private final LawPage lawPage;
    private final Book book;
    private final DecisionDesk desk;
    private final Words words = Words.load();

    StripPages(LawPage lawPage, Book book) {
        this.lawPage = lawPage;
        this.book = book;
        this.desk = book.desk();
    }

    /// The calendars, and a form to draw a term over one of them.
    @GetMapping({"/law/calendars", "/law/calendars/"})
    ResponseEntity<byte[]> calendars(HttpServletRequest request) {
        Page page = lawPage.page(request);
        List<Question> questions = Question.of(desk.schema(TERM).orElseThrow());
        List<Field> fields =
                new FormPrinter(TERM, words, page, Entered.of(request.getParameterMap()), Map.of()).fields(questions);
        return lawPage.show(
                HttpStatus.OK,
                "calendars",
                page,
                Map.of(
                        "calendars",
                        CalendarPages.all(page, book),
                        "fields",
                        fields,
                        "action",
                        DecisionAddress.of(TERM)));
    }

    /// The answer with its terms, as a program gets it from `/api/v1/decisions/{id}?strip=true`.
    @GetMapping("/law/decisions/{id}/strips.json")
    ResponseEntity<byte[]> data(HttpServletRequest request, @PathVariable String id) {
        Page page = lawPage.page(request);
        String language = page.language().code();
        return switch (decide(request, id, language)) {
            case Result.Answered answered ->
                sent(MediaType.APPLICATION_JSON, ResultJson.pretty(answered, language, true));
            case Result.BadFacts bad -> problem(HttpStatus.BAD_REQUEST, bad, language);
            case Result.UnknownDecision unknown -> problem(HttpStatus.NOT_FOUND, unknown, language);
        };
    }

    /// One term of the answer as a picture: the one that ends in the field `strip`, else the first.
    @GetMapping("/law/decisions/{id}/strip.svg")
    ResponseEntity<byte[]> picture(HttpServletRequest request, @PathVariable String id) {
        Page page = lawPage.page(request);
        String language = page.language().code();
        return switch (decide(request, id, language)) {
            case Result.Answered answered -> picture(request, page, id, answered);
            case Result.BadFacts bad -> problem(HttpStatus.BAD_REQUEST, bad, language);
            case Result.UnknownDecision unknown -> problem(HttpStatus.NOT_FOUND, unknown, language);
        };
    }

    private ResponseEntity<byte[]> picture(HttpServletRequest request, Page page, String id, Result.Answered answered) {
        String field = request.getParameter(DecisionAddress.STRIP);
        Optional<CountedTerm> term = answered.terms().stream()
                .filter(counted -> field == null || counted.field().equals(field))
                .filter(counted -> counted.strip().days().size() <= MOST_DAYS)
                .findFirst();
        if (term.isEmpty()) {
            return ApiProblem.of(
                            HttpStatus.NOT_FOUND,
                            "no-term",
                            "No such term",
                            "the answer has no term of at most %d days that ends in '%s'; it has: %s"
                                    .formatted(
                                            MOST_DAYS,
                                            field,
                                            answered.terms().stream()
                                                    .map(CountedTerm::field)
                                                    .toList()))
                    .answer("en");
        }
        String spoken = LawPage.spoken(
                page.language(), desk.decision(id).orElseThrow().regulation().language());
        DecisionPrinter printer = new DecisionPrinter(page, book, words, id, List.of());
        String svg = StripPicture.svg(
                printer.strip(term.get(), spoken, ""), page.language().code());
        return sent(MediaType.parseMediaType("image/svg+xml"), svg);
    }

    private Result decide(HttpServletRequest request, String id, String language) {
        String facts = request.getParameter(DecisionAddress.FACTS);
        return desk.schema(id)
                .map(schema -> facts != null
                        ? facts
                        : FilledForm.of(Question.of(schema), Entered.of(request.getParameterMap()))
                                .json())
                .map(json -> desk.decide(id, json.getBytes(StandardCharsets.UTF_8), language))
                .orElseGet(() -> desk.decide(id, "", language));
    }

    private static ResponseEntity<byte[]> problem(HttpStatus status, Result result, String language) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(ResultJson.pretty(result, language).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> sent(MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("X-Content-Type-Options", "nosniff")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
