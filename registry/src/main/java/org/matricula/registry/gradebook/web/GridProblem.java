package org.matricula.registry.gradebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.matricula.registry.directory.RefusalWords;
import org.matricula.registry.directory.Refused;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.gradebook.flows.TooManyCells;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The answers of the grid to scripts and programs.
@Component
final class GridProblem {
    private static final JsonMapper JSON = new JsonMapper();

    private final Refused refused;

    GridProblem(Refused refused) {
        this.refused = refused;
    }

    /// An act that was refused.
    ResponseEntity<byte[]> of(HttpServletRequest request, List<Refusal> reasons) {
        HttpStatus status =
                reasons.getFirst() instanceof TooManyCells ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.CONFLICT;
        return refused.problem(request, reasons, status, RefusalWords::of);
    }

    /// A request that cannot be understood, or does not fit.
    static ResponseEntity<byte[]> of(HttpStatus status, String name, Page page, String key) {
        return Problem.of(status, name, page.language(), page.say(key)).answer(page.language());
    }

    /// An answer that is as it should be.
    static ResponseEntity<byte[]> ok(Object body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writeValueAsBytes(body));
    }
}
