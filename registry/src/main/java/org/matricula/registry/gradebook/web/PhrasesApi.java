package org.matricula.registry.gradebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.DropPhrase;
import org.matricula.registry.gradebook.flows.KeepPhrase;
import org.matricula.registry.gradebook.flows.LookAtGrid;
import org.matricula.registry.gradebook.store.PhraseStore;
import org.matricula.registry.gradebook.store.PhraseStore.Phrase;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The comment bank of a block over HTTP.
@RestController
@RequestMapping("/api/v1/classes/{id}/phrases")
final class PhrasesApi {
    /// Far more than a phrase may have, so that whoever is a little over is told by how much.
    private static final int LONGEST_BODY = 64 << 10;

    private final Desk desk;
    private final LookAtGrid look;
    private final KeepPhrase keeping;
    private final DropPhrase dropping;
    private final PhraseStore phrases;
    private final GridProblem problems;

    PhrasesApi(
            Desk desk,
            LookAtGrid look,
            KeepPhrase keeping,
            DropPhrase dropping,
            PhraseStore phrases,
            GridProblem problems) {
        this.desk = desk;
        this.look = look;
        this.keeping = keeping;
        this.dropping = dropping;
        this.phrases = phrases;
        this.problems = problems;
    }

    @GetMapping
    ResponseEntity<byte[]> bank(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = Block.HOMEROOM) String block) {
        Block found = desk.open(id, Optional.of(block)).block();
        if (!look.may(found, actor)) {
            return problems.of(request, List.of(new NotYours("look-at-grid")));
        }
        return GridProblem.ok(Map.of(
                "phrases",
                phrases.bank(found.room().institution(), actor.id(), found.key()).stream()
                        .map(phrase -> Map.of(
                                "id",
                                phrase.id(),
                                "words",
                                phrase.words(),
                                "school",
                                phrase.account().isEmpty()))
                        .toList()));
    }

    /// Keeps a phrase: the body is its words in plain text.
    @PostMapping(consumes = "text/plain")
    ResponseEntity<byte[]> keep(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = Block.HOMEROOM) String block,
            @RequestParam(defaultValue = "false") boolean school)
            throws IOException {
        Block found = desk.open(id, Optional.of(block)).block();
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return GridProblem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", desk.page(request), "api.too-large");
        }
        return switch (keeping.run(found, new String(body, StandardCharsets.UTF_8), school, actor)) {
            case Outcome.Done<UUID>(var phrase) -> GridProblem.ok(Map.of("id", phrase));
            case Outcome.Refused<UUID>(var reasons) -> problems.of(request, reasons);
        };
    }

    @DeleteMapping("/{phrase}")
    ResponseEntity<byte[]> drop(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID phrase,
            @RequestParam(defaultValue = Block.HOMEROOM) String block,
            @RequestParam(defaultValue = "false") boolean school) {
        Block found = desk.open(id, Optional.of(block)).block();
        return switch (dropping.run(found, phrase, school, actor)) {
            case Outcome.Done<Phrase> _ ->
                ResponseEntity.status(HttpStatus.NO_CONTENT).build();
            case Outcome.Refused<Phrase>(var reasons) -> problems.of(request, reasons);
        };
    }
}
