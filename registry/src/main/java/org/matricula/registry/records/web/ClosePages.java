package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.page.Page;
import org.matricula.registry.records.ClosingWork.LookupAddress;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.LookAtBook;
import org.matricula.registry.records.flows.LookAtBook.Book;
import org.matricula.registry.records.flows.LookAtBook.Books;
import org.matricula.registry.records.store.BoardStore.Issued;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Closing a class: what will happen, what stands against it, and afterwards what is handed out.
@Controller
final class ClosePages {
    private final BoardDesk desk;
    private final LookAtBook books;
    private final CloseRecords close;
    private final Office office;
    private final Gradebook gradebook;
    private final LookupAddress lookup;

    ClosePages(
            BoardDesk desk,
            LookAtBook books,
            CloseRecords close,
            Office office,
            Gradebook gradebook,
            LookupAddress lookup) {
        this.desk = desk;
        this.books = books;
        this.close = close;
        this.office = office;
        this.gradebook = gradebook;
        this.lookup = lookup;
    }

    static String address(ClassRoom room) {
        return "/classes/" + room.id() + "/close";
    }

    @GetMapping("/classes/{id}/close")
    ResponseEntity<byte[]> look(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        ClassRoom room = desk.room(id);
        Page page = desk.page(request);
        return switch (books.ofClass(actor, room)) {
            case Outcome.Refused<Books>(var why) -> desk.refused(page, why, "/");
            case Outcome.Done<Books>(var seen) -> {
                BoardWords words = desk.words(page, room);
                yield desk.show(
                        HttpStatus.OK,
                        "close",
                        page,
                        Map.of(
                                "books", seen,
                                "words", words,
                                "obstacles",
                                        obstacles(seen).stream().map(words::say).toList(),
                                "waiting",
                                        seen.books().stream()
                                                .filter(book -> book.record().state() != RecordState.APPROVED
                                                        && !book.record().closed())
                                                .toList(),
                                "may", office.may(CloseRecords.class, actor, gradebook.place(room))));
            }
        };
    }

    private List<Refusal> obstacles(Books seen) {
        return seen.in(RecordState.APPROVED) == 0
                ? List.of()
                : close.obstacles(
                        seen.room(), seen.books().stream().map(Book::record).toList(), seen.now());
    }

    @PostMapping("/classes/{id}/close")
    ResponseEntity<byte[]> close(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        ClassRoom room = desk.room(id);
        Page page = desk.page(request).at(address(room));
        return switch (close.run(actor, room)) {
            case Outcome.Done<UUID>(var work) -> BoardDesk.to("/work/" + work);
            case Outcome.Refused<UUID>(var why) -> desk.refused(page, why, address(room));
        };
    }

    /// A slip for each pupil, to be cut and given to the guardians.
    @GetMapping("/classes/{id}/codes")
    ResponseEntity<byte[]> codes(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        ClassRoom room = desk.room(id);
        Page page = desk.page(request);
        return switch (books.ofClass(actor, room)) {
            case Outcome.Refused<Books>(var why) -> desk.refused(page, why, "/");
            case Outcome.Done<Books>(var seen) ->
                desk.show(
                        HttpStatus.OK,
                        "closecodes",
                        page,
                        Map.of("books", seen, "words", desk.words(page, room), "address", lookup.prefix()));
        };
    }

    /// Every issued book of the class in both formats, written while it is read: never the whole class in memory.
    @GetMapping("/classes/{id}/books.zip")
    void zip(HttpServletRequest request, HttpServletResponse response, Actor actor, @PathVariable UUID id)
            throws IOException {
        ClassRoom room = desk.room(id);
        switch (books.ofClass(actor, room)) {
            case Outcome.Refused<Books> _ -> response.sendError(HttpStatus.FORBIDDEN.value());
            case Outcome.Done<Books>(var seen) -> {
                response.setContentType("application/zip");
                response.setHeader("Cache-Control", "no-store");
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("%s-%s.zip".formatted(room.name(), room.schoolYear()), StandardCharsets.UTF_8)
                                .build()
                                .toString());
                try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
                    for (Book book : seen.books()) {
                        if (book.issued().isPresent()) {
                            put(zip, book.issued().get());
                        }
                    }
                }
            }
        }
    }

    private void put(ZipOutputStream zip, Issued issued) throws IOException {
        for (boolean pdf : List.of(true, false)) {
            Optional<byte[]> file = books.file(issued.record(), pdf);
            if (file.isPresent()) {
                zip.putNextEntry(
                        new ZipEntry("%s-v%d.%s".formatted(issued.number(), issued.version(), pdf ? "pdf" : "xml")));
                zip.write(file.get());
                zip.closeEntry();
            }
        }
    }
}
