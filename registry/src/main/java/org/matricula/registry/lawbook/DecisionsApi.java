package org.matricula.registry.lawbook;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Decision;
import org.matricula.law.desk.Batch;
import org.matricula.law.desk.DecisionDesk;
import org.matricula.law.desk.Result;
import org.matricula.law.desk.ResultJson;
import org.matricula.registry.page.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The decisions over HTTP: JSON in, JSON out, exactly what the desk says.
///
/// The body is read here and not by a message converter, so that every byte a stranger may send gets an answer of the
/// contract: what is no JSON, too large, of another type or empty is a problem with a status, never a fault.
@RestController
@RequestMapping("/api/v1/decisions")
final class DecisionsApi {
    private static final Logger LOG = System.getLogger(DecisionsApi.class.getName());

    private static final Set<String> LINES =
            Set.of("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines");

    /// How much of the answers to a batch waits before it is sent.
    private static final int BATCH_BUFFER = 1 << 16;

    /// Facts up to this many bytes are read by anyone at any time.
    private static final int SMALL = 1 << 20;

    /// So many larger questions are read and decided at once; each may take some hundred megabytes while it lasts.
    private static final int LARGE_AT_ONCE = 2;

    private final Semaphore large = new Semaphore(LARGE_AT_ONCE);
    private final DecisionDesk desk;

    DecisionsApi(DecisionDesk desk) {
        this.desk = desk;
    }

    @GetMapping({"", "/"})
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Asked asked = asked(request);
        return asked.refused != null ? asked.refused : json(ResultJson.list(desk, asked.language), asked.language);
    }

    @GetMapping("/{id}/schema")
    ResponseEntity<byte[]> schema(@PathVariable String id, HttpServletRequest request) {
        Asked asked = asked(request);
        if (asked.refused != null) {
            return asked.refused;
        }
        return desk.schema(id)
                .map(schema -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/schema+json"))
                        .body(schema.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> unknown(id, asked.language));
    }

    @PostMapping("/{id}")
    ResponseEntity<byte[]> decide(@PathVariable String id, HttpServletRequest request) throws IOException {
        Optional<Decision<?, ?>> decision = desk.decision(id);
        if (decision.isEmpty()) {
            return unknown(id, spoken(request));
        }
        Optional<ResponseEntity<byte[]>> otherType = otherType(
                request, DecisionsApi::isJson, "send the facts as one JSON object with Content-Type: application/json");
        if (otherType.isPresent()) {
            return otherType.get();
        }
        Asked asked = asked(request);
        if (asked.refused != null) {
            return asked.refused;
        }
        int largest = decision.get().largestFacts();
        try (InputStream in = request.getInputStream()) {
            byte[] facts = in.readNBytes(Math.min(largest, SMALL) + 1);
            return facts.length <= SMALL || largest <= SMALL
                    ? decide(id, facts, largest, asked)
                    : large(id, facts, in, largest, asked);
        }
    }

    private ResponseEntity<byte[]> decide(String id, byte[] facts, int largest, Asked asked) {
        return answer(desk.decide(id, facts, asked.language), facts.length > largest, asked);
    }

    /// A question too large to be asked by everyone at once.
    private ResponseEntity<byte[]> large(String id, byte[] begun, InputStream in, int largest, Asked asked)
            throws IOException {
        if (!large.tryAcquire()) {
            HttpHeaders later = new HttpHeaders();
            later.set(HttpHeaders.RETRY_AFTER, "10");
            return ApiProblem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "busy",
                            "Busy with other large questions",
                            "facts of more than %d bytes are decided %d at a time; ask again a little later"
                                    .formatted(SMALL, LARGE_AT_ONCE))
                    .answer("en", later);
        }
        try {
            byte[] rest = in.readNBytes(largest + 1 - begun.length);
            byte[] facts = Arrays.copyOf(begun, begun.length + rest.length);
            System.arraycopy(rest, 0, facts, begun.length, rest.length);
            return decide(id, facts, largest, asked);
        } finally {
            large.release();
        }
    }

    /// JSON lines in, JSON lines out, in order and while they arrive; nothing is kept. A large question has no room on
    /// a line: it goes to its own address.
    @PostMapping({"", "/"})
    @Nullable
    ResponseEntity<byte[]> batch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ResponseEntity<byte[]>> otherType = otherType(
                request,
                type -> LINES.contains(type.getType() + "/" + type.getSubtype()),
                "send one question a line with Content-Type: application/x-ndjson, or one question's facts to "
                        + "/api/v1/decisions/{id}");
        if (otherType.isPresent()) {
            return otherType.get();
        }
        Asked asked = asked(request);
        if (asked.refused != null) {
            return asked.refused;
        }
        response.setStatus(HttpStatus.OK.value());
        response.setContentType("application/x-ndjson");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setBufferSize(BATCH_BUFFER);
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        new Batch(desk, asked.language, SMALL).run(request.getInputStream(), out);
        return null; // the response is complete
    }

    /// Whatever else is asked for under this address.
    @RequestMapping("/**")
    ResponseEntity<byte[]> other(HttpServletRequest request) {
        String path = request.getRequestURI().substring("/api/v1/decisions".length());
        String allowed = allowed(path);
        if (allowed.isEmpty()) {
            return ApiProblem.of(
                            HttpStatus.NOT_FOUND,
                            "not-found",
                            "No such address",
                            "there is /api/v1/decisions, /api/v1/decisions/{id} and /api/v1/decisions/{id}/schema")
                    .answer("en");
        }
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ALLOW, allowed);
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            return ResponseEntity.noContent().headers(headers).build();
        }
        return ApiProblem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Method not allowed",
                        "%s is not possible here; possible: %s".formatted(request.getMethod(), allowed))
                .answer("en", headers);
    }

    private static String allowed(String path) {
        if (path.isEmpty() || path.equals("/")) {
            return "GET, HEAD, POST, OPTIONS";
        }
        if (path.matches("/[^/]+/schema")) {
            return "GET, HEAD, OPTIONS";
        }
        return path.matches("/[^/]+") ? "POST, OPTIONS" : "";
    }

    /// A fault of ours: said as one, written down with its cause, without the facts that led to it.
    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<byte[]> fault(RuntimeException fault, HttpServletRequest request) {
        LOG.log(Level.ERROR, request.getMethod() + " " + request.getRequestURI() + " failed", fault);
        return ApiProblem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "fault",
                        "A fault of this server",
                        "the question could not be answered; this is not the fault of the facts")
                .answer("en");
    }

    private ResponseEntity<byte[]> answer(Result result, boolean tooLarge, Asked asked) {
        String language = asked.language;
        return switch (result) {
            case Result.Answered answered ->
                json(ResultJson.pretty(answered, language, asked.strips), shown(answered, language));
            case Result.BadFacts bad ->
                tooLarge
                        ? new ApiProblem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Facts too large", bad.problems())
                                .answer(language)
                        : problem(HttpStatus.BAD_REQUEST, bad, language);
            case Result.UnknownDecision unknown -> problem(HttpStatus.NOT_FOUND, unknown, language);
        };
    }

    /// An answer has two languages, English and that of the regulation; this is the one it is shown in.
    private String shown(Result.Answered answered, String language) {
        return language.equals("en")
                ? language
                : desk.decision(answered.decision())
                        .map(d -> d.regulation().language())
                        .orElse(language);
    }

    private ResponseEntity<byte[]> unknown(String id, String language) {
        return answer(desk.decide(id, "", language), false, new Asked(language, false, null));
    }

    private static ResponseEntity<byte[]> problem(HttpStatus status, Result result, String language) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(ResultJson.pretty(result, language).getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> json(String text, String language) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("X-Content-Type-Options", "nosniff")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /// What the query asks for, or the refusal when it cannot be had.
    ///
    /// @param strips whether the terms of the answer are wanted day by day
    private record Asked(
            String language, boolean strips, @Nullable ResponseEntity<byte[]> refused) {}

    private static Asked asked(HttpServletRequest request) {
        String lang;
        String strip;
        try {
            lang = request.getParameter("lang");
            strip = request.getParameter("strip");
        } catch (IllegalStateException _) { // the servlet container says so of a query such as ?lang=%zz
            return refused("bad-query", "Unreadable query", "the query cannot be read");
        }
        if (strip != null && !strip.equals("true") && !strip.equals("false")) {
            return refused("bad-query", "Unknown value", "strip is true or false");
        }
        if (lang == null || DecisionDesk.speaks(lang)) {
            return new Asked(lang == null ? spoken(request) : lang, "true".equals(strip), null);
        }
        return refused("unknown-language", "No such language", "lang is one of en, vi, kk, ru");
    }

    private static Asked refused(String type, String title, String problem) {
        return new Asked(
                "en",
                false,
                ApiProblem.of(HttpStatus.BAD_REQUEST, type, title, problem).answer("en"));
    }

    private static String spoken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return (header == null ? Language.EN : Language.accepted(header)).code();
    }

    private static boolean isJson(MediaType type) {
        return type.getType().equals("application")
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private static Optional<ResponseEntity<byte[]>> otherType(
            HttpServletRequest request, Predicate<MediaType> taken, String remedy) {
        String header = request.getContentType();
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
        if (plain && header != null && taken(header, taken)) {
            return Optional.empty();
        }
        return Optional.of(ApiProblem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "media-type",
                        "Media type not taken",
                        plain ? remedy : "send the body without Content-Encoding")
                .answer("en"));
    }

    private static boolean taken(String header, Predicate<MediaType> taken) {
        try {
            return taken.test(MediaType.parseMediaType(header));
        } catch (InvalidMediaTypeException _) {
            return false; // a type nobody can read is none of ours
        }
    }
}
