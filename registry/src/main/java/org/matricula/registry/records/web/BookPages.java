package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.page.Page;
import org.matricula.registry.records.FamilyTree;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.flows.LookAtBook;
import org.matricula.registry.records.flows.LookAtBook.Opened;
import org.matricula.registry.records.flows.LookAtBook.Print;
import org.matricula.registry.records.flows.RecallRecord;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// A book as it stands, and as it prints: a draft before closing, the issued files afterwards.
@Controller
final class BookPages {
    private final BoardDesk desk;
    private final LookAtBook books;
    private final RecallRecord recall;
    private final FamilyTree families;

    BookPages(BoardDesk desk, LookAtBook books, RecallRecord recall, FamilyTree families) {
        this.desk = desk;
        this.books = books;
        this.recall = recall;
        this.families = families;
    }

    /// Every version of a book with what happened to it, and each signed file as it was issued.
    @GetMapping("/books/{id:[0-9a-f-]{36}}/family")
    ResponseEntity<byte[]> family(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        Page page = desk.page(request);
        return switch (desk.found(books.open(actor, id))) {
            case Outcome.Refused<Opened>(var why) -> desk.refused(page, why, "/");
            case Outcome.Done<Opened>(var opened) ->
                desk.show(
                        HttpStatus.OK,
                        "family",
                        page,
                        Map.of(
                                "opened",
                                opened,
                                "words",
                                desk.words(page, opened.room()),
                                "members",
                                families.of(opened.kept().number())));
        };
    }

    @GetMapping("/books/{id:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> book(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done) {
        Page page = desk.page(request);
        return switch (desk.found(books.open(actor, id))) {
            case Outcome.Refused<Opened>(var why) -> desk.refused(page, why, "/");
            case Outcome.Done<Opened>(var opened) ->
                desk.show(
                        HttpStatus.OK,
                        "book",
                        page,
                        Map.of(
                                "opened",
                                opened,
                                "words",
                                desk.words(page, opened.room()),
                                "done",
                                done.equals("recalled"),
                                "mayRecall",
                                opened.kept().state() == RecordState.CLOSED && recall.may(actor, opened.room())));
        };
    }

    @GetMapping("/books/{id:[0-9a-f-]{36}}.pdf")
    ResponseEntity<byte[]> pdf(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return file(request, desk.found(books.pdf(actor, id)), MediaType.APPLICATION_PDF);
    }

    @GetMapping("/books/{id:[0-9a-f-]{36}}.xml")
    ResponseEntity<byte[]> xml(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return file(request, desk.found(books.xml(actor, id)), MediaType.APPLICATION_XML);
    }

    private ResponseEntity<byte[]> file(HttpServletRequest request, Outcome<Optional<Print>> looked, MediaType type) {
        return switch (looked) {
            case Outcome.Refused<Optional<Print>>(var why) -> desk.refused(desk.page(request), why, "/");
            case Outcome.Done<Optional<Print>>(var print) -> file(desk.found(print), type);
        };
    }

    static ResponseEntity<byte[]> file(Print print, MediaType type) {
        ContentDisposition.Builder how =
                type.equals(MediaType.APPLICATION_PDF) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        how.filename(print.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(print.bytes());
    }
}
