package org.matricula.registry.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// The page `/design`: every part in every state, for those who make pages and for the tests that look at them.
@Controller
final class DesignPage {
    private final Pages pages;
    private final Texts texts = Texts.load("design");

    DesignPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/design")
    ResponseEntity<byte[]> design(HttpServletRequest request, @RequestParam Optional<String> as) {
        return shown(HttpStatus.OK, pages.page(request, texts), DesignSamples.way(as));
    }

    /// The form accepts nothing, whatever one enters: it is there to show how mistakes look.
    @PostMapping("/design")
    ResponseEntity<byte[]> faulty(HttpServletRequest request) {
        return shown(HttpStatus.UNPROCESSABLE_CONTENT, pages.page(request, texts), "faulty");
    }

    /// The bar of work that goes on by itself, as htmx asks for it: the part alone, without a shell.
    @GetMapping("/design/progress")
    ResponseEntity<byte[]> progress(HttpServletRequest request, @RequestParam int done) {
        return pages.show(
                HttpStatus.OK,
                "page/designprogress.jte",
                pages.page(request, texts),
                Map.of("done", Math.clamp(done, 0, DesignSamples.BOOKS)));
    }

    /// The error page of a status, reached as every error page is.
    @GetMapping("/design/fault/{status}")
    void fault(@PathVariable int status) {
        throw new ResponseStatusException(Optional.ofNullable(HttpStatus.resolve(status))
                .filter(HttpStatus::isError)
                .orElse(HttpStatus.NOT_FOUND));
    }

    private ResponseEntity<byte[]> shown(HttpStatus status, Page asked, String as) {
        Page page = !as.equals("stranger") ? asked.as(DesignSamples.visitor(asked)) : asked;
        return pages.show(status, "page/design.jte", page, Map.of("samples", new DesignSamples(page, as)));
    }
}
