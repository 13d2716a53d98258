package org.matricula.registry.verification;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Texts;
import org.matricula.registry.verification.QrPhoto.Seen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The QR code of a paper, from a photo or as the browser has read it. Somebody stands at a counter with a phone and a
/// paper of a school that they have never heard of; what annoys them is a code that leads they do not know where.
@Controller
final class ScanPages {
    private final Pages pages;
    private final String ownHost;
    private final Texts texts = Texts.load("verification");

    ScanPages(Pages pages, @Value("${matricula.address}") URI address) {
        this.pages = pages;
        this.ownHost = ScannedCode.host(address);
    }

    /// The names of this register: as the reader sees it, and as its papers print it.
    Set<String> hosts(HttpServletRequest request) {
        return Set.copyOf(java.util.List.of(LookupPages.host(request), ownHost));
    }

    @PostMapping("/verify/scan")
    ResponseEntity<byte[]> scan(
            HttpServletRequest request,
            @RequestParam(name = "photo", required = false) Optional<MultipartFile> photo,
            @RequestParam(defaultValue = "") String text)
            throws IOException {
        if (!text.isBlank()) {
            return leads(request, text);
        }
        if (photo.isEmpty() || photo.get().isEmpty()) {
            return home(request, HttpStatus.BAD_REQUEST, "scan.nofile");
        }
        return photo(request, photo.get().getBytes());
    }

    /// The answer to a photo, wherever on the page it was dropped.
    ResponseEntity<byte[]> photo(HttpServletRequest request, byte[] bytes) {
        return switch (QrPhoto.read(bytes)) {
            case Seen.Code(String text) -> leads(request, text);
            case Seen.NoCode() -> home(request, HttpStatus.UNPROCESSABLE_CONTENT, "scan.nocode");
            case Seen.NoPicture() -> home(request, HttpStatus.UNPROCESSABLE_CONTENT, "scan.nopicture");
            case Seen.Busy() -> home(request, HttpStatus.SERVICE_UNAVAILABLE, "scan.busy");
        };
    }

    private ResponseEntity<byte[]> leads(HttpServletRequest request, String text) {
        return switch (ScannedCode.of(text, hosts(request))) {
            case ScannedCode.Here(String code) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/v/" + URLEncoder.encode(code, StandardCharsets.UTF_8)))
                        .build();
            case ScannedCode.Elsewhere(String host) -> elsewhere(request, host, "");
            case ScannedCode.SomethingElse(String shown) -> elsewhere(request, "", shown);
        };
    }

    private ResponseEntity<byte[]> elsewhere(HttpServletRequest request, String host, String shown) {
        return pages.show(
                HttpStatus.OK,
                "verification/elsewhere.jte",
                pages.page(request, texts).at("/"),
                Map.of("host", host, "shown", shown, "here", LookupPages.host(request)));
    }

    private ResponseEntity<byte[]> home(HttpServletRequest request, HttpStatus status, String error) {
        Page page = pages.page(request, texts).at("/");
        return pages.show(
                status,
                "verification/home.jte",
                page,
                Map.of("error", "", "photoError", page.say(error), "host", LookupPages.host(request)));
    }
}
