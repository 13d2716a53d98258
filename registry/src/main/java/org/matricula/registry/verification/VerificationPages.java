package org.matricula.registry.verification;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Texts;
import org.matricula.registry.verification.Lookups.Judged;
import org.matricula.registry.verification.spi.Issued;
import org.matricula.verifier.statement.VerdictStatement;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    private final Lookups lookups;
    private final Passes passes;
    private final TrustFile trust;
    private final VerdictSigner signer;
    private final ScanPages scans;
    private final CorrectionForms corrections;
    private final Texts texts = Texts.load("verification");

    VerificationPages(
            Pages pages,
            Lookups lookups,
            Passes passes,
            TrustFile trust,
            VerdictSigner signer,
            ScanPages scans,
            CorrectionForms corrections) {
        this.pages = pages;
        this.lookups = lookups;
        this.passes = passes;
        this.trust = trust;
        this.signer = signer;
        this.scans = scans;
        this.corrections = corrections;
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
        byte[] bytes = file.get().getBytes();
        if (QrPhoto.isPicture(bytes)) {
            return scans.photo(request, bytes); // a photo of the paper: its code is what can be checked
        }
        Page page = pages.page(request, texts);
        Judged judged = lookups.file(bytes);
        return verdict(
                page,
                judged,
                Optional.ofNullable(file.get().getOriginalFilename()).orElse(""));
    }

    /// The page of a verdict, with a pass to the files when the register holds them.
    ///
    /// @param source the name of the file, or how the record was looked up
    ResponseEntity<byte[]> verdict(Page page, Judged judged, String source) {
        Optional<String> pass = judged.issued().map(Issued::lookupCode).map(passes::to);
        String key = judged.verdict()
                .log()
                .flatMap(entry -> trust.log(entry.origin()))
                .map(Object::toString)
                .orElse("");
        return pages.show(
                HttpStatus.OK,
                "verification/verdict.jte",
                page,
                Map.of(
                        "view",
                        VerdictView.of(
                                judged,
                                source,
                                page.language(),
                                pass,
                                key,
                                signer.sign(judged.verdict(), page.language()),
                                judged.issued().flatMap(corrections::under))));
    }

    /// Hands back, as a file, the signed verdict that stood in a page: the page was made from a file that was not kept.
    /// Nothing else can be sent through here, because only what this portal signed comes back.
    @PostMapping("/verify/statement")
    ResponseEntity<byte[]> statement(HttpServletRequest request, @RequestParam(defaultValue = "") String statement) {
        byte[] bytes = statement.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        Optional<VerdictStatement> read = signer.read(bytes);
        if (read.isEmpty()) {
            return home(request, HttpStatus.BAD_REQUEST, "");
        }
        String name = "verdict-" + read.get().fileDigest().substring(0, 12) + ".txt";
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    /// The key that the signed verdicts of this portal are checked with.
    @GetMapping("/verify/verdicts.key")
    ResponseEntity<byte[]> key() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body((signer.key() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<byte[]> tooLarge(HttpServletRequest request) {
        return home(request, HttpStatus.CONTENT_TOO_LARGE, "home.toolarge");
    }

    private ResponseEntity<byte[]> home(HttpServletRequest request, HttpStatus status, String error) {
        Page page = pages.page(request, texts);
        return pages.show(
                status,
                "verification/home.jte",
                page,
                Map.of(
                        "error",
                        error.isEmpty() ? "" : page.say(error),
                        "photoError",
                        "",
                        "host",
                        LookupPages.host(request)));
    }
}
