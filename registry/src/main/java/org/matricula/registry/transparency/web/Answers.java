package org.matricula.registry.transparency.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Problem;
import org.matricula.registry.page.Texts;
import org.matricula.verifier.merkle.Hash;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// How files and problems of the log are answered.
@Component
final class Answers {
    static final MediaType TEXT = MediaType.parseMediaType("text/plain; charset=utf-8");
    private static final int LONG_ENOUGH = 32;

    /// What is at an address for ever: a tile never changes.
    static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Pages pages;
    private final Texts texts = Texts.load("log");

    Answers(Pages pages) {
        this.pages = pages;
    }

    /// A file with its tag. A reader who has it already is told so by Spring, which compares the tags of the request.
    static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, CacheControl kept) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(kept)
                .eTag('"' + Hash.sha256(bytes).toString().substring(0, LONG_ENOUGH) + '"')
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    /// A problem in the reader's language.
    ///
    /// @param key of the text that says what to do
    ResponseEntity<byte[]> problem(
            HttpServletRequest request, HttpStatus status, String name, String key, Object... arguments) {
        Language language = pages.language(request);
        return Problem.of(status, name, language, texts.get(language, key, arguments))
                .answer(language);
    }

    /// Nothing is at the address.
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        return problem(request, HttpStatus.NOT_FOUND, "not-found", "nothing");
    }

    /// Files and database of the log contradict each other; what the log says now may be wrong.
    ResponseEntity<byte[]> doubt(HttpServletRequest request) {
        return problem(request, HttpStatus.SERVICE_UNAVAILABLE, "log-in-doubt", "doubt");
    }

    /// JSON that changes with every checkpoint.
    static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(body);
    }
}
