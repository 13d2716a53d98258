package org.matricula.registry.gradebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.ReturnBlock;
import org.matricula.registry.gradebook.flows.SettleNote;
import org.matricula.registry.page.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Notes: a block goes back to its teacher with words, and the teacher says when it is done.
@Controller
final class NotePages {
    private final Desk desk;
    private final ReturnBlock returning;
    private final SettleNote settling;

    NotePages(Desk desk, ReturnBlock returning, SettleNote settling) {
        this.desk = desk;
        this.returning = returning;
        this.settling = settling;
    }

    @PostMapping(GridPages.SUBJECT + "/notes")
    ResponseEntity<byte[]> write(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam String words,
            @RequestParam Optional<String> pupil) {
        Block block = desk.open(id, Optional.of(code)).block();
        Optional<UUID> about = pupil.filter(named -> !named.isEmpty()).map(UUID::fromString);
        return answer(request, block, returning.run(block, about, words.replace("\r\n", "\n"), actor), "returned");
    }

    @PostMapping({GridPages.SUBJECT + "/notes/{note}/settled", GridPages.HOMEROOM + "/notes/{note}/settled"})
    ResponseEntity<byte[]> settle(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable Optional<String> code,
            @PathVariable UUID note) {
        Block block = desk.open(id, code).block();
        return answer(request, block, settling.run(block, note, actor), "settled");
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, Block block, Outcome<?> outcome, String told) {
        Page page = desk.page(request);
        return switch (outcome) {
            case Outcome.Done<?> _ -> Desk.to(Desk.address(block) + "?told=" + told);
            case Outcome.Refused<?>(var reasons) ->
                desk.refused(page, desk.voice(page, block), reasons, Desk.address(block));
        };
    }
}
