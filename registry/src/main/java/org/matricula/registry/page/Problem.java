package org.matricula.registry.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/// Why a program does not get what it asked for: problem details (RFC 9457) in the one shape that every module gives.
///
/// The server adds the member `request`, the number of the request, to each.
///
/// @param status also the status of the answer
/// @param name the last part of `type`, in small letters with hyphens: `urn:matricula:problem:NAME`
/// @param title what kind of problem it is, in the reader's language
/// @param detail what to do about it, in the reader's language
/// @param more further members, after these four
public record Problem(HttpStatus status, String name, String title, String detail, Map<String, Object> more) {
    private static final String TYPE = "urn:matricula:problem:";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Texts SHELL = Texts.load("shell");

    public Problem {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /// A problem whose title says no more than that it is one.
    public static Problem of(HttpStatus status, String name, Language language, String detail) {
        return titled(status, name, SHELL.get(language, "problem.title"), detail);
    }

    /// A problem with a title of its own.
    public static Problem titled(HttpStatus status, String name, String title, String detail) {
        return new Problem(status, name, title, detail, Map.of());
    }

    /// The name of a kind: `NotYours` is `not-yours`.
    public static String name(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /// The `type` of a name.
    public static String type(String name) {
        return TYPE + name;
    }

    /// The same with another member.
    public Problem with(String member, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Problem(status, name, title, detail, members);
    }

    /// The answer to a program.
    ///
    /// @param language in which title and detail are written
    public ResponseEntity<byte[]> answer(Language language) {
        return answer(language, new HttpHeaders());
    }

    /// The answer to a program, with more headers.
    public ResponseEntity<byte[]> answer(Language language, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .headers(own -> headers(language).forEach(own::set))
                .body(json());
    }

    /// Writes the answer where no controller does; then the number of the request is added here.
    public void send(HttpServletResponse response, Language language) throws IOException {
        Problem numbered = Optional.ofNullable(response.getHeader("X-Request-Id"))
                .map(number -> with("request", number))
                .orElse(this);
        response.setStatus(status.value());
        headers(language).forEach(response::setHeader);
        response.getOutputStream().write(numbered.json());
    }

    private static Map<String, String> headers(Language language) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                HttpHeaders.CONTENT_LANGUAGE,
                language.code(),
                HttpHeaders.VARY,
                "Accept, Accept-Language, Cookie",
                HttpHeaders.CACHE_CONTROL,
                "no-store",
                "X-Content-Type-Options",
                "nosniff");
    }

    private byte[] json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", type(name));
        members.put("title", title);
        members.put("status", status.value());
        members.put("detail", detail);
        members.putAll(more);
        return JSON.writeValueAsBytes(members);
    }
}
