package org.matricula.registry.verification;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Texts;
import org.matricula.registry.verification.Lookups.Answer;
import org.matricula.registry.verification.spi.Issued;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// For whoever holds a paper: the code on it says whether there is such a record, the five items on it open what was
/// signed.
@Controller
final class LookupPages {
    private final Pages pages;
    private final Lookups lookups;
    private final Passes passes;
    private final VerificationPages verdicts;
    private final Texts texts = Texts.load("verification");

    LookupPages(Pages pages, Lookups lookups, Passes passes, VerificationPages verdicts) {
        this.pages = pages;
        this.lookups = lookups;
        this.passes = passes;
        this.verdicts = verdicts;
    }

    /// The host that the reader is at, to compare with the paper.
    static String host(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == 80 || port == 443;
        return request.getServerName() + (usual ? "" : ":" + port);
    }

    /// A typed code leads where its QR code leads.
    @GetMapping("/verify/code")
    ResponseEntity<byte[]> typed(HttpServletRequest request, @RequestParam(defaultValue = "") String code) {
        if (Codes.plain(code).isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/"))
                    .build();
        }
        // The address of the page is then the one of the QR code.
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/v/" + URLEncoder.encode(Codes.grouped(code), StandardCharsets.UTF_8)))
                .build();
    }

    /// Where the QR code leads. Shows nothing personal: a code is on every copy and in every photo of the paper.
    @GetMapping("/v/{code}")
    ResponseEntity<byte[]> code(HttpServletRequest request, @PathVariable String code) {
        Page page = pages.page(request, texts);
        return switch (lookups.code(code, request.getRemoteAddr())) {
            case Answer.Known(Issued issued) -> {
                Map<String, Object> values = form(NOTHING, List.of());
                values.put("known", known(issued));
                values.put("host", host(request));
                yield pages.show(HttpStatus.OK, "verification/code.jte", page, values);
            }
            case Answer.NoMatch() ->
                pages.show(HttpStatus.NOT_FOUND, "verification/nocode.jte", page, Map.of("host", host(request)));
            case Answer.Wait(Duration remaining) -> wait(page, NOTHING, remaining);
            case Answer.Match _ -> throw new IllegalStateException("a code alone opens nothing");
        };
    }

    /// The form of the five items.
    @GetMapping("/verify/items")
    ResponseEntity<byte[]> items(HttpServletRequest request) {
        return pages.show(
                HttpStatus.OK, "verification/items.jte", pages.page(request, texts), form(NOTHING, List.of()));
    }

    /// Five right items open the record; anything else has one answer.
    @PostMapping("/verify/items")
    ResponseEntity<byte[]> lookUp(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String identifier,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String birthDate,
            @RequestParam(defaultValue = "") String personalNumber,
            @RequestParam(defaultValue = "") String confirmationCode) {
        Page page = pages.page(request, texts);
        TypedItems typed = new TypedItems(identifier, name, birthDate, personalNumber, confirmationCode);
        List<Fault> faults = new ArrayList<>();
        for (Item item : Item.values()) {
            typed.unfit(item).ifPresent(key -> faults.add(new Fault(item.field(), page.say(key, label(page, item)))));
        }
        if (!faults.isEmpty()) {
            return pages.show(HttpStatus.UNPROCESSABLE_CONTENT, "verification/items.jte", page, form(typed, faults));
        }
        return switch (lookups.items(typed, request.getRemoteAddr())) {
            case Answer.Match(var judged) -> verdicts.verdict(page, judged, page.say("items.source"));
            case Answer.NoMatch() -> {
                Map<String, Object> values = form(typed, List.of());
                values.put("noMatch", true);
                yield pages.show(HttpStatus.NOT_FOUND, "verification/items.jte", page, values);
            }
            case Answer.Wait(Duration remaining) -> wait(page, typed, remaining);
            case Answer.Known _ -> throw new IllegalStateException("the five items are not a code");
        };
    }

    /// The files of a record, for who has just shown that they hold it.
    @GetMapping("/verify/copy/{pass}/{kind:xml|pdf|proof|tlog-proof}")
    ResponseEntity<byte[]> copy(HttpServletRequest request, @PathVariable String pass, @PathVariable String kind) {
        Optional<Issued> issued = passes.read(pass).flatMap(lookups::passed);
        Optional<byte[]> bytes = issued.flatMap(i -> switch (kind) {
            case "xml" -> Optional.of(i.xml());
            case "pdf" -> Optional.of(i.pdf().get());
            case "tlog-proof" -> i.proof().get().map(proof -> proof.toTlogProof());
            default -> i.proof().get().map(proof -> proof.toJson());
        });
        if (bytes.isEmpty()) {
            Page page = pages.page(request, texts);
            Map<String, Object> values = form(NOTHING, List.of());
            values.put("ended", true);
            return pages.show(HttpStatus.GONE, "verification/items.jte", page, values);
        }
        String name = issued.get().number()
                + switch (kind) {
                    case "xml" -> ".xml";
                    case "pdf" -> ".pdf";
                    case "tlog-proof" -> ".tlog-proof";
                    default -> ".proof.json";
                };
        return ResponseEntity.ok()
                .contentType(
                        switch (kind) {
                            case "xml" -> MediaType.APPLICATION_XML;
                            case "pdf" -> MediaType.APPLICATION_PDF;
                            case "tlog-proof" -> new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
                            default -> MediaType.APPLICATION_JSON;
                        })
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes.get());
    }

    /// The family of a record: what its versions are, and what happened to each. Whoever holds one version gets the
    /// files of that one; a file of another version opens by what is printed on its own paper.
    @GetMapping("/verify/family/{pass}")
    ResponseEntity<byte[]> family(HttpServletRequest request, @PathVariable String pass) {
        Page page = pages.page(request, texts).at("/");
        Optional<Issued> issued = passes.read(pass).flatMap(lookups::passed);
        if (issued.isEmpty()) {
            Map<String, Object> values = form(NOTHING, List.of());
            values.put("ended", true);
            return pages.show(HttpStatus.GONE, "verification/items.jte", page, values);
        }
        return pages.show(
                HttpStatus.OK,
                "verification/family.jte",
                page,
                Map.of(
                        "issued",
                        issued.get(),
                        "family",
                        lookups.family(issued.get()),
                        "days",
                        VerdictView.days(page.language()),
                        "copies",
                        "/verify/copy/" + pass + "/"));
    }

    static final TypedItems NOTHING = new TypedItems("", "", "", "", "");

    private ResponseEntity<byte[]> wait(Page page, TypedItems typed, Duration remaining) {
        Map<String, Object> values = form(typed, List.of());
        values.put("minutes", minutes(remaining));
        ResponseEntity<byte[]> shown = pages.show(HttpStatus.TOO_MANY_REQUESTS, "verification/items.jte", page, values);
        return ResponseEntity.status(shown.getStatusCode())
                .headers(shown.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(remaining)))
                .body(shown.getBody());
    }

    /// Whole seconds, at least one.
    static long seconds(Duration remaining) {
        return Math.max(1, remaining.plusMillis(999).toSeconds());
    }

    private static long minutes(Duration remaining) {
        return (seconds(remaining) + 59) / 60;
    }

    static KnownView known(Issued issued) {
        return new KnownView(
                Codes.masked(issued.number()), issued.version(), Lookups.issuer(issued), issued.standing());
    }

    private static String label(Page page, Item item) {
        return page.say("items." + item.field());
    }

    private static Map<String, Object> form(TypedItems typed, List<Fault> faults) {
        Map<String, Object> values = new HashMap<>();
        Map<String, String> typedByField = new HashMap<>();
        for (Item item : Item.values()) {
            typedByField.put(item.field(), typed.of(item));
        }
        values.put("typed", typedByField);
        values.put("faults", faults);
        return values;
    }
}
