package org.matricula.registry.gradebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.TypedCells;
import org.matricula.registry.gradebook.flows.Answer;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.Blocks;
import org.matricula.registry.gradebook.flows.EnterMarks;
import org.matricula.registry.gradebook.flows.Entered;
import org.matricula.registry.gradebook.flows.FollowGrid;
import org.matricula.registry.gradebook.flows.FollowGrid.News;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.matricula.registry.page.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The marks of a block over HTTP: what changed since a revision, and changes cell by cell.
@RestController
@RequestMapping("/api/v1/classes/{id}/marks")
final class MarksApi {
    /// Five thousand long comments, and room.
    private static final int LONGEST_BODY = 8 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Desk desk;
    private final Blocks blocks;
    private final EnterMarks enter;
    private final FollowGrid follow;
    private final GridProblem problems;

    MarksApi(Desk desk, Blocks blocks, EnterMarks enter, FollowGrid follow, GridProblem problems) {
        this.desk = desk;
        this.blocks = blocks;
        this.enter = enter;
        this.follow = follow;
        this.problems = problems;
    }

    /// A change as it is sent.
    record Sent(
            @Nullable UUID pupil,
            @Nullable String column,
            @Nullable String value,
            long revision) {
        CellChange change() {
            return new CellChange(
                    Objects.requireNonNull(pupil),
                    Objects.requireNonNull(column),
                    Objects.requireNonNull(value),
                    revision);
        }

        boolean whole() {
            return pupil != null && column != null && value != null;
        }
    }

    /// What is sent.
    ///
    /// @param block a subject's code, or `homeroom`
    /// @param how `TYPED`, `PASTED` or `UNDONE`
    record Patch(
            @Nullable String block,
            @Nullable How how,
            @Nullable List<Sent> changes) {}

    /// What changed since a revision, and who else is there. 204 when nothing did.
    ///
    /// @param since the revision up to which the asker knows the cells; 0 for all of them
    /// @param seen the mark of the answer before, by which the server tells that nothing else changed
    /// @param at the cell in which the asker is, as `pupil/column`
    /// @param leaving whether the asker goes away
    @GetMapping
    ResponseEntity<byte[]> news(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = Block.HOMEROOM) String block,
            @RequestParam(defaultValue = "0") long since,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "false") boolean leaving) {
        Page page = desk.page(request);
        Optional<Block> found = blocks.find(id, block);
        if (found.isEmpty()) {
            return nowhere(page);
        }
        Voice voice = desk.voice(page, found.get());
        if (leaving) {
            follow.leave(found.get(), actor);
            return ResponseEntity.noContent().build();
        }
        return switch (follow.run(found.get(), since, place(at), actor)) {
            case Outcome.Refused<News>(var reasons) -> problems.of(request, reasons);
            case Outcome.Done<News>(var news) -> answer(found.get(), news, seen, voice, actor);
        };
    }

    private static Optional<FollowGrid.At> place(String at) {
        String[] parts = at.split("/", 2);
        try {
            return parts.length == 2
                    ? Optional.of(new FollowGrid.At(UUID.fromString(parts[0]), parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // somewhere else than in a cell
        }
    }

    private static ResponseEntity<byte[]> answer(Block block, News news, String seen, Voice voice, Actor actor) {
        boolean open = block.shut(news.now()).isEmpty();
        String mark = Integer.toHexString(Objects.hash(news.present(), open));
        if (news.cells().isEmpty() && mark.equals(seen)) {
            return ResponseEntity.noContent()
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("revision", news.revision());
        body.put("seen", mark);
        body.put("open", open && news.mayEnter());
        body.put("shut", block.shut(news.now()).map(voice::say).orElse(""));
        body.put("clock", voice.clock(news.now().at()));
        body.put(
                "cells",
                news.cells().stream()
                        .map(cell -> told(block, cell, news.names(), voice, actor))
                        .toList());
        body.put("present", news.present());
        return GridProblem.ok(body);
    }

    private static Map<String, Object> told(
            Block block, Cell cell, Function<UUID, String> names, Voice voice, Actor actor) {
        boolean mine = cell.by().equals(actor.account());
        Map<String, Object> told = standing(block, cell, voice);
        told.put("mine", mine);
        told.put("name", mine ? actor.name() : cell.by().map(names).orElse("Matricula"));
        return told;
    }

    private static Map<String, Object> standing(Block block, Cell cell, Voice voice) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("pupil", cell.pupil());
        told.put("column", cell.column());
        told.put("value", cell.value());
        told.put(
                "shown",
                block.column(cell.column())
                        .map(column -> TypedCells.shown(column.kind(), cell.value()))
                        .orElse(cell.value()));
        told.put("revision", cell.revision());
        told.put("at", cell.at().toString());
        told.put("clock", voice.clock(cell.at()));
        return told;
    }

    /// Enters cells: 200 with an answer for each, whatever came of it.
    @PatchMapping
    ResponseEntity<byte[]> enter(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = "X-Matricula-Account", required = false) @Nullable String account)
            throws IOException {
        Page page = desk.page(request);
        if (account != null && !account.equals(actor.id().toString())) {
            return GridProblem.of(HttpStatus.CONFLICT, "other-account", page, "js.why.other-account");
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return GridProblem.of(HttpStatus.CONTENT_TOO_LARGE, "too-large", page, "api.too-large");
        }
        Optional<Patch> patch = read(body);
        if (patch.isEmpty()) {
            return GridProblem.of(HttpStatus.BAD_REQUEST, "not-readable", page, "api.not-readable");
        }
        Optional<Block> block =
                blocks.find(id, Optional.ofNullable(patch.get().block()).orElse(Block.HOMEROOM));
        if (block.isEmpty()) {
            return nowhere(page);
        }
        Voice voice = desk.voice(page, block.get());
        List<CellChange> changes = Objects.requireNonNull(patch.get().changes()).stream()
                .map(Sent::change)
                .toList();
        How how = Optional.ofNullable(patch.get().how()).orElse(How.TYPED);
        return switch (enter.run(block.get(), changes, how, actor)) {
            case Outcome.Refused<Entered>(var reasons) -> problems.of(request, reasons);
            case Outcome.Done<Entered>(var entered) -> answers(block.get(), entered, voice);
        };
    }

    /// A body without its parts is as unreadable as one that is no JSON.
    private static Optional<Patch> read(byte[] body) {
        try {
            Patch patch = JSON.readValue(body, Patch.class);
            return patch != null
                            && patch.changes() != null
                            && patch.changes().stream().allMatch(sent -> sent != null && sent.whole())
                    ? Optional.of(patch)
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty(); // said to the program as a problem
        }
    }

    private static ResponseEntity<byte[]> answers(Block block, Entered entered, Voice voice) {
        Moment at = entered.at();
        List<Map<String, Object>> cells = new ArrayList<>();
        for (Answer answer : entered.answers()) {
            Column column = block.column(answer.column()).orElseThrow();
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("pupil", answer.pupil());
            told.put("column", answer.column());
            switch (answer) {
                case Answer.Saved(var cell, var remarks) -> {
                    told.putAll(standing(block, cell, voice));
                    told.put("state", "saved");
                    told.put("remarks", remarks.stream().map(voice::say).toList());
                }
                case Answer.Unfit unfit -> {
                    told.put("state", "unfit");
                    told.put("typed", unfit.typed());
                    told.put("why", voice.say(unfit.why()));
                }
                case Answer.Conflict(var typed, var theirs, var name) -> {
                    told.putAll(standing(block, theirs, voice));
                    told.put("state", "conflict");
                    told.put("typed", typed);
                    told.put("name", name);
                    told.put("why", GridModel.problem(answer, column, voice));
                }
                case Answer.Barred barred -> {
                    told.put("state", "barred");
                    told.put("typed", barred.typed());
                    told.put("why", GridModel.problem(answer, column, voice));
                }
            }
            cells.add(told);
        }
        return GridProblem.ok(Map.of(
                "at", at.local().toString(),
                "clock", voice.clock(at.at()),
                "saved", entered.saved(),
                "cells", cells));
    }

    private static ResponseEntity<byte[]> nowhere(Page page) {
        return GridProblem.of(HttpStatus.NOT_FOUND, "no-such-block", page, "api.no-such-block");
    }
}
