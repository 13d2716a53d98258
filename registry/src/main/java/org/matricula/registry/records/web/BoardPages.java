package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Link;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.records.flows.LookAtBoard;
import org.matricula.registry.records.flows.LookAtBoard.Board;
import org.matricula.registry.records.flows.LookAtBoard.Row;
import org.matricula.registry.records.store.CorrectionStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The board of classes: what is late, whom to call, what is ready to be approved and closed.
@Controller
final class BoardPages {
    /// What can be shown alone, in the order of the tabs.
    private static final Map<String, Predicate<Row>> SHOWN = new java.util.LinkedHashMap<>();

    static {
        SHOWN.put("all", _ -> true);
        SHOWN.put("late", Row::late);
        SHOWN.put("approve", Row::readyToApprove);
        SHOWN.put("close", Row::readyToClose);
        SHOWN.put("closed", Row::closed);
    }

    private final BoardDesk desk;
    private final LookAtBoard board;
    private final Institutions institutions;
    private final CorrectionStore corrections;

    BoardPages(BoardDesk desk, LookAtBoard board, Institutions institutions, CorrectionStore corrections) {
        this.desk = desk;
        this.board = board;
        this.institutions = institutions;
        this.corrections = corrections;
    }

    @GetMapping("/board")
    ResponseEntity<byte[]> board(
            HttpServletRequest request,
            Actor actor,
            @RequestParam Optional<UUID> school,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "all") String show) {
        Page page = desk.page(request);
        List<UUID> mine = board.institutions(actor);
        // An institution that does not exist is answered like one that is another's.
        if (school.map(asked -> !mine.contains(asked)).orElse(mine.isEmpty())) {
            return desk.refused(page, List.of(new NotYours("look-at-board")), "/");
        }
        return switch (board.run(actor, school.orElseGet(mine::getFirst), year)) {
            case Outcome.Refused<Board>(var why) -> desk.refused(page, why, "/");
            case Outcome.Done<Board>(var seen) -> show(page, seen, mine, SHOWN.containsKey(show) ? show : "all");
        };
    }

    private ResponseEntity<byte[]> show(Page page, Board seen, List<UUID> mine, String show) {
        List<Row> shown = seen.rows().stream().filter(SHOWN.get(show)).toList();
        Map<Integer, List<Row>> grades = shown.stream()
                .collect(Collectors.groupingBy(row -> row.room().grade(), TreeMap::new, Collectors.toList()));
        String address = "/board?school=" + seen.institution() + "&year=" + seen.year();
        List<Link> tabs = new ArrayList<>();
        SHOWN.forEach((key, wanted) -> tabs.add(new Link(
                address + "&show=" + key,
                page.say("show." + key),
                key.equals(show),
                String.valueOf(seen.rows().stream().filter(wanted).count()))));
        return desk.show(
                HttpStatus.OK,
                "board",
                page,
                Map.of(
                        "board", seen,
                        "shown", shown,
                        "grades", grades,
                        "tabs", tabs,
                        "show", show,
                        "schools", schools(mine, seen),
                        "corrections", corrections.waiting(seen.institution()),
                        "words", new BoardWords(page, seen.now().zone(), Map.of())));
    }

    /// The schools to choose from; none to choose where there is only one.
    private List<Option> schools(List<UUID> mine, Board seen) {
        return mine.size() < 2
                ? List.of()
                : mine.stream()
                        .map(id -> new Option(
                                id.toString(),
                                institutions.get(id, seen.now().date()).name()))
                        .toList();
    }
}
