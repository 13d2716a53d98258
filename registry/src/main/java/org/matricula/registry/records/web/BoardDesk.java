package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.SecondFactorNeeded;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// What the principal's pages have in common.
@Component
final class BoardDesk {
    private final Pages pages;
    private final Gradebook gradebook;
    private final Texts texts = Texts.load("records-board");

    BoardDesk(Pages pages, Gradebook gradebook) {
        this.pages = pages;
        this.gradebook = gradebook;
    }

    Page page(HttpServletRequest request) {
        return pages.page(request, texts);
    }

    ClassRoom room(UUID classId) {
        return gradebook.find(classId).orElseThrow(BoardDesk::nowhere);
    }

    BoardWords words(Page page, ClassRoom room) {
        return BoardWords.of(
                page, gradebook.place(room).zone(), gradebook.form(room).subjects(room.grade()));
    }

    <T> T found(Optional<T> found) {
        return found.orElseThrow(BoardDesk::nowhere);
    }

    static ResponseStatusException nowhere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    ResponseEntity<byte[]> show(HttpStatus status, String template, Page page, Map<String, Object> values) {
        return pages.show(status, "records/" + template + ".jte", page, new HashMap<>(values));
    }

    /// A page that says why something was not done; whoever lacks only the second factor is led there and back.
    ResponseEntity<byte[]> refused(Page page, List<? extends Refusal> reasons, String back) {
        if (reasons.stream().anyMatch(SecondFactorNeeded.class::isInstance)) {
            return to("/account/strong?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        }
        boolean notYours = reasons.stream().anyMatch(NotYours.class::isInstance);
        return show(
                notYours ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT,
                "boardrefused",
                page,
                Map.of(
                        "reasons",
                        reasons.stream()
                                .map(why -> BoardWords.refusal(why, page.language()))
                                .toList(),
                        "back",
                        notYours ? "/" : back));
    }

    static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
