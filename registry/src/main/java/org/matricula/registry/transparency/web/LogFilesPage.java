package org.matricula.registry.transparency.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.matricula.registry.transparency.LogInDoubt;
import org.matricula.registry.transparency.PublicLog;
import org.matricula.verifier.merkle.TileAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/log/checkpoint` and `/log/tile/...`: the log as C2SP tlog-tiles has it. Any web server may give out the same files
/// from the folder of data (`docs/operations/log.md`).
@RestController
final class LogFilesPage {
    private static final String PREFIX = "/log/";

    private final PublicLog log;
    private final Answers answers;

    LogFilesPage(PublicLog log, Answers answers) {
        this.log = log;
        this.answers = answers;
    }

    /// It changes with every act: whoever keeps it asks each time whether it still is the newest.
    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return Answers.file(log.bytes(), Answers.TEXT, CacheControl.noCache().cachePublic());
    }

    @GetMapping("/log/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        // As it was sent: an address with escapes, dots or parameters in it is that of no tile.
        String path = request.getRequestURI().substring(PREFIX.length());
        Optional<byte[]> tile = TileAddress.read(path).flatMap(log::tile);
        return tile.map(bytes -> Answers.file(bytes, MediaType.APPLICATION_OCTET_STREAM, Answers.FOR_EVER))
                .orElseGet(() -> answers.nothing(request));
    }

    @ExceptionHandler(LogInDoubt.class)
    ResponseEntity<byte[]> doubt(HttpServletRequest request) {
        return answers.doubt(request);
    }
}
