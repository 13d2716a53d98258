package org.matricula.registry.verification;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Problem;
import org.matricula.registry.page.Texts;
import org.matricula.registry.verification.Lookups.Answer;
import org.matricula.registry.verification.Lookups.Judged;
import org.matricula.registry.verification.QrPhoto.Seen;
import org.matricula.registry.verification.spi.Issued;
import org.matricula.verifier.VerdictWords;
import org.matricula.verifier.cli.VerdictJson;
import org.matricula.verifier.pdf.PdfFile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The public look-up for programs: the same three ways, the same limits, the same one answer when an item is wrong.
@RestController
@RequestMapping("/api/v1/verify")
final class VerifyApi {
    private static final int MOST_JSON = 16 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(4).build())
                    .build())
            .build();

    private final Pages pages;
    private final Lookups lookups;
    private final Passes passes;
    private final VerdictSigner signer;
    private final ScanPages scans;
    private final CorrectionForms corrections;
    private final Texts texts = Texts.load("verification");

    VerifyApi(
            Pages pages,
            Lookups lookups,
            Passes passes,
            VerdictSigner signer,
            ScanPages scans,
            CorrectionForms corrections) {
        this.pages = pages;
        this.lookups = lookups;
        this.passes = passes;
        this.signer = signer;
        this.scans = scans;
        this.corrections = corrections;
    }

    /// Judges the file that is the body.
    @PostMapping
    ResponseEntity<byte[]> file(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(PdfFile.MOST_BYTES + 1);
        return judged(request, lookups.file(bytes), "");
    }

    /// Judges the file of a form.
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> form(
            HttpServletRequest request, @RequestParam(name = "file", required = false) Optional<MultipartFile> file)
            throws IOException {
        if (file.isEmpty()) {
            return problem(request, HttpStatus.BAD_REQUEST, "no-file", "home.nofile");
        }
        return judged(
                request,
                lookups.file(file.get().getBytes()),
                Optional.ofNullable(file.get().getOriginalFilename()).orElse(""));
    }

    /// Opens a record by its five items.
    @PostMapping("/items")
    ResponseEntity<byte[]> items(HttpServletRequest request) throws IOException {
        Optional<TypedItems> typed = typed(request.getInputStream().readNBytes(MOST_JSON + 1));
        if (typed.isEmpty()) {
            return problem(request, HttpStatus.BAD_REQUEST, "not-five-items", "api.items");
        }
        for (Item item : Item.values()) {
            Optional<String> unfit = typed.get().unfit(item);
            if (unfit.isPresent()) {
                return problem(request, HttpStatus.UNPROCESSABLE_CONTENT, "unfit-item", unfit.get(), item.field());
            }
        }
        return switch (lookups.items(typed.get(), request.getRemoteAddr())) {
            case Answer.Match(Judged judged) -> judged(request, judged, "");
            case Answer.NoMatch() -> problem(request, HttpStatus.NOT_FOUND, "no-match", "items.nomatch");
            case Answer.Wait(Duration remaining) -> wait(request, remaining);
            case Answer.Known _ -> throw new IllegalStateException("the five items are not a code");
        };
    }

    /// Reads the QR code in a photo and says where it leads. It is not followed.
    @PostMapping("/qr")
    ResponseEntity<byte[]> qr(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(PdfFile.MOST_BYTES + 1);
        return switch (QrPhoto.read(bytes)) {
            case Seen.Code(String text) ->
                answer(request, HttpStatus.OK, MediaType.APPLICATION_JSON, leads(text, scans.hosts(request)));
            case Seen.NoCode() -> problem(request, HttpStatus.UNPROCESSABLE_CONTENT, "no-qr-code", "scan.nocode");
            case Seen.NoPicture() -> problem(request, HttpStatus.UNPROCESSABLE_CONTENT, "no-picture", "scan.nopicture");
            case Seen.Busy() -> problem(request, HttpStatus.SERVICE_UNAVAILABLE, "busy", "scan.busy");
        };
    }

    private static ObjectNode leads(String text, Set<String> hosts) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        return switch (ScannedCode.of(text, hosts)) {
            case ScannedCode.Here(String code) -> body.put("leads", "HERE").put("code", code);
            case ScannedCode.Elsewhere(String host) ->
                body.put("leads", "ELSEWHERE").put("host", host);
            case ScannedCode.SomethingElse(String shown) ->
                body.put("leads", "NOWHERE").put("text", shown);
        };
    }

    /// Says whether a record has a code, and how it stands; nothing personal.
    @GetMapping("/codes/{code}")
    ResponseEntity<byte[]> code(HttpServletRequest request, @PathVariable String code) {
        return switch (lookups.code(code, request.getRemoteAddr())) {
            case Answer.Known(Issued issued) -> {
                KnownView known = LookupPages.known(issued);
                ObjectNode body = JsonNodeFactory.instance
                        .objectNode()
                        .put("number", known.number())
                        .put("version", known.version())
                        .put("issuer", known.issuer())
                        .put("standing", known.key().substring("standing.".length()))
                        .put(
                                "sentence",
                                texts.get(
                                        pages.language(request),
                                        known.key(),
                                        known.about(DateTimeFormatter.ISO_LOCAL_DATE)));
                yield answer(request, HttpStatus.OK, MediaType.APPLICATION_JSON, body);
            }
            case Answer.NoMatch() -> problem(request, HttpStatus.NOT_FOUND, "no-such-code", "nocode.title");
            case Answer.Wait(Duration remaining) -> wait(request, remaining);
            case Answer.Match _ -> throw new IllegalStateException("a code alone opens nothing");
        };
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<byte[]> tooLarge(HttpServletRequest request) {
        return problem(request, HttpStatus.CONTENT_TOO_LARGE, "too-large", "home.toolarge");
    }

    private static Optional<TypedItems> typed(byte[] json) {
        if (json.length > MOST_JSON) {
            return Optional.empty();
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException _) {
            return Optional.empty();
        }
        if (!root.isObject()
                || !root.propertyStream().allMatch(member -> member.getValue().isString())) {
            return Optional.empty();
        }
        return Optional.of(new TypedItems(
                text(root, Item.IDENTIFIER),
                text(root, Item.NAME),
                text(root, Item.BIRTH_DATE),
                text(root, Item.PERSONAL_NUMBER),
                text(root, Item.CONFIRMATION_CODE)));
    }

    private static String text(JsonNode root, Item item) {
        JsonNode value = root.path(item.field());
        return value.isString() ? value.stringValue() : "";
    }

    private ResponseEntity<byte[]> judged(HttpServletRequest request, Judged judged, String name) {
        VerdictWords words = VerdictWords.in(pages.language(request).code());
        ObjectNode body = VerdictJson.node(name, judged.verdict(), words);
        body.put(
                "statement",
                new String(signer.sign(judged.verdict(), pages.language(request)), StandardCharsets.UTF_8));
        judged.issued().ifPresent(issued -> {
            String pass = passes.to(issued.lookupCode());
            String base = "/verify/copy/" + pass + "/";
            body.put("pass", pass);
            corrections
                    .under(issued)
                    .ifPresent(since ->
                            body.put("underCorrection", since.toLocalDate().toString()));
            ObjectNode copies = body.putObject("copies");
            copies.put("pdf", base + "pdf").put("xml", base + "xml");
            judged.proof().ifPresent(_ -> copies.put("proof", base + "proof").put("tlogProof", base + "tlog-proof"));
        });
        return answer(request, HttpStatus.OK, MediaType.APPLICATION_JSON, body);
    }

    private ResponseEntity<byte[]> wait(HttpServletRequest request, Duration remaining) {
        long seconds = LookupPages.seconds(remaining);
        ResponseEntity<byte[]> told =
                problem(request, HttpStatus.TOO_MANY_REQUESTS, "too-many-tries", "items.wait", (seconds + 59) / 60);
        return ResponseEntity.status(told.getStatusCode())
                .headers(told.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(told.getBody());
    }

    private ResponseEntity<byte[]> problem(
            HttpServletRequest request, HttpStatus status, String name, String key, Object... arguments) {
        Language language = pages.language(request);
        return Problem.of(status, name, language, texts.get(language, key, arguments))
                .answer(language);
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request, HttpStatus status, MediaType type, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(type)
                .header(HttpHeaders.CONTENT_LANGUAGE, pages.language(request).code())
                .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(JSON.writeValueAsBytes(body));
    }
}
