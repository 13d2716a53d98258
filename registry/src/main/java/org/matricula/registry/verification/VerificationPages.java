package org.matricula.registry.verification;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Texts;
import org.matricula.verifier.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;

/// The public page: drop a file, get one clear sentence. A stranger sits here, often with a phone, once in a year.
@Controller
public final class VerificationPages {
    private final Pages pages;
    private final TrustFile trust;
    private final InstantSource clock;
    private final Texts texts = Texts.load("verification");

    VerificationPages(Pages pages, TrustFile trust, InstantSource clock) {
        this.pages = pages;
        this.trust = trust;
        this.clock = clock;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        return home(request, HttpStatus.OK, "");
    }

    /// A reload of the verdict's address starts anew; the file was not kept.
    @GetMapping("/verify")
    ResponseEntity<byte[]> again(HttpServletRequest request) {
        return home(request, HttpStatus.OK, "");
    }

    @PostMapping("/verify")
    ResponseEntity<byte[]> verify(
            HttpServletRequest request, @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
            throws IOException {
        if (file.isEmpty() || file.get().isEmpty()) {
            return home(request, HttpStatus.BAD_REQUEST, "home.nofile");
        }
        Page page = pages.page(request, texts);
        Verdict verdict = trust.verifier().verify(file.get().getBytes(), clock.instant());
        String name = Optional.ofNullable(file.get().getOriginalFilename()).orElse("");
        return pages.show(
                HttpStatus.OK,
                "verification/verdict.jte",
                page,
                Map.of("view", VerdictView.of(verdict, name, page.language())));
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<byte[]> tooLarge(HttpServletRequest request) {
        return home(request, HttpStatus.CONTENT_TOO_LARGE, "home.toolarge");
    }

    private ResponseEntity<byte[]> home(HttpServletRequest request, HttpStatus status, String error) {
        Page page = pages.page(request, texts);
        return pages.show(
                status, "verification/home.jte", page, Map.of("error", error.isEmpty() ? "" : page.say(error)));
    }
}
