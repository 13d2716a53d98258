package org.matricula.registry.gradebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.Problem;
import org.matricula.registry.gradebook.TypedCells;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.Entered;
import org.matricula.registry.gradebook.flows.SheetChanges;
import org.matricula.registry.gradebook.flows.UploadSheet;
import org.matricula.registry.page.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A block from a sheet: choose the file, look at what would change, take it. Between looking and taking nothing is
/// kept on the server: the page itself carries what it showed, and it is weighed again cell by cell.
@Controller
final class UploadPages {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<@Nullable CellChange>> CHANGES = new TypeReference<>() {};

    private final Desk desk;
    private final UploadSheet uploading;

    UploadPages(Desk desk, UploadSheet uploading) {
        this.desk = desk;
        this.uploading = uploading;
    }

    @GetMapping({GridPages.SUBJECT + "/upload", GridPages.HOMEROOM + "/upload"})
    ResponseEntity<byte[]> choose(
            HttpServletRequest request, @PathVariable UUID id, @PathVariable Optional<String> code) {
        return asked(HttpStatus.OK, desk.page(request), desk.open(id, code).block(), "");
    }

    @PostMapping({GridPages.SUBJECT + "/upload", GridPages.HOMEROOM + "/upload"})
    ResponseEntity<byte[]> compare(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable Optional<String> code,
            @RequestParam Optional<MultipartFile> file)
            throws IOException {
        Page page = desk.page(request);
        Block block = desk.open(id, code).block();
        if (file.isEmpty() || file.get().isEmpty()) {
            return asked(HttpStatus.UNPROCESSABLE_CONTENT, page, block, page.say("upload.none"));
        }
        Voice voice = desk.voice(page, block);
        return switch (uploading.compare(block, file.get().getBytes(), actor)) {
            case Outcome.Refused<SheetChanges>(var reasons) -> desk.refused(page, voice, reasons, Desk.address(block));
            case Outcome.Done<SheetChanges>(var changes) ->
                compared(
                        page,
                        voice,
                        block,
                        changes,
                        Optional.ofNullable(file.get().getOriginalFilename()).orElse(""));
        };
    }

    @PostMapping({GridPages.SUBJECT + "/upload/take", GridPages.HOMEROOM + "/upload/take"})
    ResponseEntity<byte[]> take(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable Optional<String> code,
            @RequestParam String changes) {
        Page page = desk.page(request);
        Block block = desk.open(id, code).block();
        return switch (uploading.enter(block, read(changes), actor)) {
            case Outcome.Refused<Entered>(var reasons) ->
                desk.refused(page, desk.voice(page, block), reasons, Desk.address(block) + "/upload");
            case Outcome.Done<Entered>(var entered) -> Desk.to(Desk.address(block) + "?saved=" + entered.saved());
        };
    }

    private static List<CellChange> read(String changes) {
        try {
            List<@Nullable CellChange> read = JSON.readValue(changes, CHANGES);
            if (read != null && read.stream().allMatch(UploadPages::whole)) {
                return List.copyOf(read);
            }
        } catch (JacksonException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the page was tampered with", e);
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "the page was tampered with");
    }

    /// JSON knows null, our records do not.
    private static boolean whole(@Nullable CellChange change) {
        return change != null
                && Stream.of(
                                Optional.ofNullable(change.pupil()),
                                Optional.ofNullable(change.column()),
                                Optional.ofNullable(change.value()))
                        .allMatch(Optional::isPresent);
    }

    private ResponseEntity<byte[]> asked(HttpStatus status, Page page, Block block, String error) {
        Map<String, Object> values = values(page, block);
        values.put("error", error);
        return desk.show(status, "upload", page.at(Desk.address(block) + "/upload"), values);
    }

    private ResponseEntity<byte[]> compared(Page page, Voice voice, Block block, SheetChanges changes, String file) {
        Map<String, Object> values = values(page, block);
        values.put("file", file);
        values.put("changes", changes);
        values.put(
                "lines",
                changes.changes().stream()
                        .map(change -> new Views.Compared(
                                change.name(),
                                voice.say(change.column().title()),
                                change.cell(),
                                TypedCells.shown(change.column().kind(), change.was()),
                                TypedCells.shown(change.column().kind(), change.value())))
                        .toList());
        values.put("problems", said(changes.problems(), voice));
        values.put("remarks", said(changes.remarks(), voice));
        values.put(
                "carried",
                JSON.writeValueAsString(changes.changes().stream()
                        .map(SheetChanges.Change::entered)
                        .toList()));
        HttpStatus status = changes.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return desk.show(status, "compared", page.at(Desk.address(block) + "/upload"), values);
    }

    private static List<Views.Remark> said(List<Problem> problems, Voice voice) {
        return problems.stream()
                .map(problem ->
                        new Views.Remark(problem.cell(), problem.pupil().orElse(""), voice.say(problem.words())))
                .toList();
    }

    private Map<String, Object> values(Page page, Block block) {
        Voice voice = desk.voice(page, block);
        Map<String, Object> values = new HashMap<>();
        values.put("title", voice.title(block.title()));
        values.put("lang", voice.lang());
        values.put("room", block.room());
        values.put("here", Desk.address(block));
        return values;
    }
}
