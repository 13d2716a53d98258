package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.SecondFactorNeeded;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.flows.LookAtBook;
import org.matricula.registry.records.flows.LookAtBook.Opened;
import org.matricula.registry.records.flows.RecallRecord;
import org.matricula.registry.records.flows.RecallRecord.Wish;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Recalling a closed book as the authority directed.
@Controller
final class RecallPages {
    private final BoardDesk desk;
    private final LookAtBook books;
    private final RecallRecord recall;

    RecallPages(BoardDesk desk, LookAtBook books, RecallRecord recall) {
        this.desk = desk;
        this.books = books;
        this.recall = recall;
    }

    @GetMapping("/books/{id}/recall")
    ResponseEntity<byte[]> ask(HttpServletRequest request, Actor actor, @PathVariable UUID id) {
        return page(request, actor, id, HttpStatus.OK, "", "", "", List.of());
    }

    @PostMapping("/books/{id}/recall")
    ResponseEntity<byte[]> recall(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String directive,
            @RequestParam(defaultValue = "") String directiveOn) {
        Page page = desk.page(request);
        Wish wish = new Wish(ground, directive, date(directiveOn));
        return switch (recall.run(actor, desk.found(books.room(id)), id, wish)) {
            case Outcome.Done<UUID> _ -> BoardDesk.to("/books/" + id + "?done=recalled");
            case Outcome.Refused<UUID>(var why) ->
                why.stream().allMatch(RecallPages::mendable)
                        ? page(
                                request,
                                actor,
                                id,
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                ground,
                                directive,
                                directiveOn,
                                faults(page, why))
                        : desk.refused(page, why, "/books/" + id);
        };
    }

    /// The date as browsers send it, or as people write it.
    static Optional<LocalDate> date(String text) {
        String iso = text.strip().replaceFirst("^(\\d{1,2})[./](\\d{1,2})[./](\\d{4})$", "$3-$2-$1");
        String padded = iso.replaceAll("-(\\d)(?=-|$)", "-0$1");
        try {
            return Optional.of(LocalDate.parse(padded));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static boolean mendable(Refusal refusal) {
        return !(refusal instanceof NotYours
                || refusal instanceof SecondFactorNeeded
                || refusal instanceof RecallRecord.OnlyClosedIsRecalled);
    }

    private static List<Fault> faults(Page page, List<Refusal> why) {
        List<Fault> faults = new ArrayList<>();
        for (Refusal each : why) {
            String field = each instanceof RecallRecord.GroundMissing
                    ? "ground"
                    : each instanceof RecallRecord.DirectiveInTheFuture ? "directiveOn" : "directive";
            faults.add(new Fault(field, BoardWords.refusal(each, page.language())));
        }
        return faults;
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request,
            Actor actor,
            UUID id,
            HttpStatus status,
            String ground,
            String directive,
            String directiveOn,
            List<Fault> faults) {
        Page page = desk.page(request);
        return switch (desk.found(books.open(actor, id))) {
            case Outcome.Refused<Opened>(var why) -> desk.refused(page, why, "/");
            case Outcome.Done<Opened>(var opened) -> {
                if (!recall.may(actor, opened.room())) {
                    yield desk.refused(page, List.of(new NotYours("recall-record")), "/books/" + id);
                }
                if (opened.kept().state() != RecordState.CLOSED) {
                    yield desk.refused(page, List.of(new RecallRecord.OnlyClosedIsRecalled()), "/books/" + id);
                }
                yield desk.show(
                        status,
                        "recall",
                        page.at("/books/" + id + "/recall"),
                        Map.of(
                                "opened", opened,
                                "words", desk.words(page, opened.room()),
                                "ground", ground,
                                "directive", directive,
                                "directiveOn", directiveOn,
                                "faults", faults));
            }
        };
    }
}
