package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.LookAtBook;
import org.matricula.registry.records.flows.LookAtBook.Book;
import org.matricula.registry.records.flows.LookAtBook.Books;
import org.matricula.registry.records.flows.LookAtBook.Opened;
import org.matricula.registry.records.flows.LookAtBook.Print;
import org.matricula.registry.records.flows.RecallRecord;
import org.matricula.registry.records.flows.RecallRecord.Wish;
import org.matricula.registry.records.store.BoardStore.Issued;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What programs ask of records: the same acts and looks as the pages, refused with problem details (RFC 9457).
@RestController
@RequestMapping("/api/v1")
final class BookApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final BoardDesk desk;
    private final Refused refused;
    private final LookAtBook books;
    private final CloseRecords close;
    private final RecallRecord recall;

    BookApi(BoardDesk desk, Refused refused, LookAtBook books, CloseRecords close, RecallRecord recall) {
        this.desk = desk;
        this.refused = refused;
        this.books = books;
        this.close = close;
        this.recall = recall;
    }

    /// The records of a class with their states; the confirmation codes are not among them.
    @GetMapping("/classes/{id}/records")
    ResponseEntity<byte[]> ofClass(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return switch (books.ofClass(actor, desk.room(id))) {
            case Outcome.Refused<Books>(var why) -> problem(request, why);
            case Outcome.Done<Books>(var seen) -> {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.put("class", seen.room().id().toString());
                body.put("name", seen.room().name());
                body.put("schoolYear", seen.room().schoolYear());
                ArrayNode list = body.putArray("records");
                for (Book book : seen.books()) {
                    ObjectNode item = list.addObject();
                    item.put("pupil", book.pupil().id().toString());
                    item.put("name", book.pupil().fullName());
                    describe(item, book.record().kept(), book.record().state().name(), book.issued());
                    ArrayNode signed = item.putArray("signed");
                    book.signed()
                            .forEach(each -> signed.addObject()
                                    .put("key", each.key())
                                    .put("name", each.name())
                                    .put("at", each.at().toString()));
                }
                yield json(HttpStatus.OK, body);
            }
        };
    }

    /// Begins to close the class; the answer says where the work can be watched.
    @PostMapping("/classes/{id}/closing")
    ResponseEntity<byte[]> close(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return switch (close.run(actor, desk.room(id))) {
            case Outcome.Refused<UUID>(var why) -> problem(request, why);
            case Outcome.Done<UUID>(var work) ->
                ResponseEntity.accepted()
                        .location(URI.create("/work/" + work))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(JSON.writeValueAsBytes(
                                JsonNodeFactory.instance.objectNode().put("work", work.toString())));
        };
    }

    /// One version of a record.
    @GetMapping(value = "/records/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> record(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return switch (desk.found(books.open(actor, id))) {
            case Outcome.Refused<Opened>(var why) -> problem(request, why);
            case Outcome.Done<Opened>(var opened) -> {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.put("class", opened.room().id().toString());
                body.put("pupil", opened.pupil().id().toString());
                describe(
                        body,
                        Optional.of(opened.kept()),
                        opened.newest()
                                .map(record -> record.state().name())
                                .orElse(opened.kept().state().name()),
                        opened.issued());
                opened.recalled()
                        .ifPresent(why -> body.putObject("recalled")
                                .put("ground", why.ground())
                                .put("directive", why.directive())
                                .put("directiveOn", why.directiveOn().toString())
                                .put("by", why.name())
                                .put("at", why.at().toString()));
                ArrayNode versions = body.putArray("versions");
                opened.versions()
                        .forEach(each -> versions.addObject()
                                .put("id", each.record().toString())
                                .put("version", each.version())
                                .put("state", each.state().name()));
                yield json(HttpStatus.OK, body);
            }
        };
    }

    /// The sealed XML.
    @GetMapping(value = "/records/{id}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> xml(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return file(request, desk.found(books.xml(actor, id)), MediaType.APPLICATION_XML);
    }

    /// The issued PDF, or a draft of it whose name says so.
    @GetMapping(value = "/records/{id}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return file(request, desk.found(books.pdf(actor, id)), MediaType.APPLICATION_PDF);
    }

    /// What a recall names.
    record RecallWish(
            @Nullable String ground,
            @Nullable String directive,
            @Nullable String directiveOn) {}

    /// Recalls a closed record.
    @PostMapping("/records/{id}/recall")
    ResponseEntity<byte[]> recall(
            HttpServletRequest request, Actor actor, @PathVariable UUID id, @RequestBody RecallWish wish) {
        Wish wanted = new Wish(text(wish.ground()), text(wish.directive()), RecallPages.date(text(wish.directiveOn())));
        return switch (recall.run(actor, desk.found(books.room(id)), id, wanted)) {
            case Outcome.Refused<UUID>(var why) -> problem(request, why);
            case Outcome.Done<UUID>(var next) ->
                json(
                        HttpStatus.OK,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("recalled", id.toString())
                                .put("next", next.toString()));
        };
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static void describe(ObjectNode item, Optional<Kept> kept, String state, Optional<Issued> issued) {
        kept.ifPresent(record -> item.put("id", record.id().toString())
                .put("number", record.number())
                .put("version", record.version()));
        item.put("state", state);
        issued.ifPresent(each -> item.put("lookupCode", each.lookup())
                .put("effectiveAt", each.effectiveAt().toString()));
    }

    private ResponseEntity<byte[]> file(HttpServletRequest request, Outcome<Optional<Print>> looked, MediaType type) {
        return switch (looked) {
            case Outcome.Refused<Optional<Print>>(var why) -> problem(request, why);
            case Outcome.Done<Optional<Print>>(var print) -> BookPages.file(desk.found(print), type);
        };
    }

    private static ResponseEntity<byte[]> json(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(JSON.writeValueAsBytes(body));
    }

    private ResponseEntity<byte[]> problem(HttpServletRequest request, List<? extends Refusal> why) {
        return refused.problem(request, why, HttpStatus.CONFLICT, BoardWords::refusal);
    }
}
