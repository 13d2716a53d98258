package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.ApproveRecords;
import org.matricula.registry.records.flows.LookAtBook;
import org.matricula.registry.records.flows.LookAtBook.Books;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The class before the principal signs: every book with its result, its remarks and its signatures.
@Controller
final class ApprovePages {
    private final BoardDesk desk;
    private final LookAtBook books;
    private final ApproveRecords approve;
    private final SignDesk signing;
    private final Office office;
    private final Gradebook gradebook;

    ApprovePages(
            BoardDesk desk,
            LookAtBook books,
            ApproveRecords approve,
            SignDesk signing,
            Office office,
            Gradebook gradebook) {
        this.desk = desk;
        this.books = books;
        this.approve = approve;
        this.signing = signing;
        this.office = office;
        this.gradebook = gradebook;
    }

    static String address(ClassRoom room) {
        return "/classes/" + room.id() + "/approve";
    }

    @GetMapping("/classes/{id}/approve")
    ResponseEntity<byte[]> look(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return page(request, actor, desk.room(id), HttpStatus.OK, List.of());
    }

    @PostMapping("/classes/{id}/approve")
    ResponseEntity<byte[]> sign(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") char[] pin) {
        ClassRoom room = desk.room(id);
        Page page = desk.page(request).at(address(room));
        String named = ApproveRecords.named(signing.info(room));
        return switch (signing.sign(
                ApproveRecords.class, actor, gradebook.place(room), named, pin, key -> approve.run(actor, room, key))) {
            case SignDesk.Came.Begun(var work) -> BoardDesk.to("/work/" + work);
            case SignDesk.Came.Refused(var why) -> desk.refused(page, why, address(room));
            case SignDesk.Came.Again again ->
                page(request, actor, room, SignDesk.status(again), signing.faults(request, room, again));
        };
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, Actor actor, ClassRoom room, HttpStatus status, List<Fault> faults) {
        Page page = desk.page(request).at(address(room));
        return switch (books.ofClass(actor, room)) {
            case Outcome.Refused<Books>(var why) -> desk.refused(page, why, "/");
            case Outcome.Done<Books>(var seen) -> {
                int ready = (int) seen.books().stream()
                        .filter(book -> book.record().ready(WorkingRecord.HEAD))
                        .count();
                yield desk.show(
                        status,
                        "approve",
                        page,
                        Map.of(
                                "books",
                                seen,
                                "words",
                                desk.words(page, room),
                                "ready",
                                ready,
                                "may",
                                office.may(ApproveRecords.class, actor, gradebook.place(room)),
                                "signing",
                                signing.page(request).at(address(room)),
                                "gate",
                                gate(page, actor, room, ready, faults)));
            }
        };
    }

    private SignGate gate(Page page, Actor actor, ClassRoom room, int ready, List<Fault> faults) {
        String named = ApproveRecords.named(signing.info(room));
        return SignGate.of(
                signing.gate(ApproveRecords.class, actor, gradebook.place(room), named, ready),
                address(room),
                page.say("approve.sign.text"),
                page.say("approve.button", ready),
                named,
                room,
                List.of("approval"),
                faults);
    }
}
