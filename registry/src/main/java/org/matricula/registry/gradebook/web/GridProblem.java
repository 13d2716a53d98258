package org.matricula.registry.gradebook.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.SecondFactorNeeded;
import org.matricula.registry.gradebook.flows.TooManyCells;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// A refusal of the HTTP interface as problem details (RFC 9457).
final class GridProblem {
    private static final JsonMapper JSON = new JsonMapper();

    private GridProblem() {}

    /// An act that was refused.
    static ResponseEntity<byte[]> of(List<Refusal> reasons, Voice voice) {
        Refusal first = reasons.getFirst();
        HttpStatus status = switch (first) {
            case NotYours _, SecondFactorNeeded _ -> HttpStatus.FORBIDDEN;
            case TooManyCells _ -> HttpStatus.CONTENT_TOO_LARGE;
            default -> HttpStatus.CONFLICT;
        };
        String name = first.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        return of(status, name, voice.say(first));
    }

    /// A request that cannot be understood, or does not fit.
    static ResponseEntity<byte[]> of(HttpStatus status, String name, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writeValueAsBytes(Map.of(
                        "type",
                        "urn:matricula:problem:" + name,
                        "title",
                        status.getReasonPhrase(),
                        "status",
                        status.value(),
                        "detail",
                        detail)));
    }

    /// An answer that is as it should be.
    static ResponseEntity<byte[]> ok(Object body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writeValueAsBytes(body));
    }
}
