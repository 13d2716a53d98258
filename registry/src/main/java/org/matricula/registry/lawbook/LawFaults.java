package org.matricula.registry.lawbook;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.matricula.registry.page.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// What a reader is shown when a page of the lawbook fails: that it is our fault, and nothing of the cause.
@ControllerAdvice(assignableTypes = {LawPages.class, DecisionPages.class, CalendarPages.class})
final class LawFaults {
    private static final Logger LOG = System.getLogger(LawFaults.class.getName());

    private final LawPage lawPage;

    LawFaults(LawPage lawPage) {
        this.lawPage = lawPage;
    }

    @ExceptionHandler(LawPage.UnreadableAddress.class)
    ResponseEntity<byte[]> unreadable(HttpServletRequest request) {
        Page page = lawPage.page(request);
        return lawPage.show(
                HttpStatus.BAD_REQUEST,
                "missing",
                page,
                Map.of("what", page.say("missing.address"), "instead", Map.of("/law", page.say("law.title"))));
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<byte[]> fault(HttpServletRequest request, RuntimeException fault) {
        LOG.log(Level.ERROR, request.getMethod() + " " + request.getRequestURI() + " failed", fault);
        return lawPage.show(HttpStatus.INTERNAL_SERVER_ERROR, "fault", lawPage.page(request), Map.of());
    }
}
