package org.matricula.registry.gradebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.Blocks;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// What the pages of the gradebook have in common.
@Component
final class Desk {
    private final Pages pages;
    private final Blocks blocks;
    private final Texts texts = Texts.load("gradebook");

    Desk(Pages pages, Blocks blocks) {
        this.pages = pages;
        this.blocks = blocks;
    }

    /// A block with its class mates: what the address names.
    ///
    /// @param block the one of the address
    /// @param all every block of the class
    record Opened(Block block, List<Block> all) {}

    Page page(HttpServletRequest request) {
        return pages.page(request, texts);
    }

    Voice voice(Page page, Block block) {
        return Voice.of(page, block.room(), block.place().zone());
    }

    /// @param code a subject's code; the homeroom block when empty
    Opened open(UUID classId, Optional<String> code) {
        String wanted = code.orElse(Block.HOMEROOM);
        List<Block> all = whole(classId);
        return all.stream()
                .filter(block -> block.code().equals(wanted))
                .findFirst()
                .map(block -> new Opened(block, all))
                .orElseThrow(Desk::nowhere);
    }

    /// Every block of a class.
    List<Block> whole(UUID classId) {
        List<List<Block>> found = blocks.of(List.of(classId));
        if (found.isEmpty() || found.getFirst().isEmpty()) {
            throw nowhere();
        }
        return found.getFirst();
    }

    static ResponseStatusException nowhere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    ResponseEntity<byte[]> show(HttpStatus status, String template, Page page, Map<String, Object> values) {
        return pages.show(status, "gradebook/" + template + ".jte", page, new HashMap<>(values));
    }

    /// A page that says why something was not done.
    ResponseEntity<byte[]> refused(Page page, Voice voice, List<Refusal> reasons, String back) {
        boolean notYours = reasons.stream().anyMatch(reason -> reason instanceof NotYours);
        return show(
                notYours ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT,
                "refused",
                page,
                Map.of("reasons", reasons.stream().map(voice::say).toList(), "back", notYours ? "/classes" : back));
    }

    static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    /// Where a block is.
    static String address(Block block) {
        return "/classes/" + block.room().id()
                + (block.code().equals(Block.HOMEROOM) ? "/homeroom" : "/subjects/" + block.code());
    }

    /// Where a block is signed: a page of the records, which the gradebook knows by its address alone.
    static String signing(Block block) {
        return "/classes/" + block.room().id()
                + (block.code().equals(Block.HOMEROOM) ? "/result" : "/sign/" + block.code());
    }
}
