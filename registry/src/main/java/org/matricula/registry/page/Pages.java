package org.matricula.registry.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Renders the typed templates and chooses the reader's language: `lang` in the address, then the cookie, then the
/// browser.
@Component
public final class Pages {
    /// The cookie that remembers the language chosen.
    static final String COOKIE = "lang";

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.matricula.templates");
    private final Texts shell = Texts.load("shell");
    private final Optional<VisitorSource> visitors;

    Pages(ObjectProvider<VisitorSource> visitors) {
        this.visitors = Optional.ofNullable(visitors.getIfUnique());
    }

    /// The page for a request, with the words of `texts`.
    public Page page(HttpServletRequest request, Texts texts) {
        Language language = language(request);
        return new Page(language, address(request), texts, shell, caller(request, language));
    }

    /// The page for a request, with no words but the shell's.
    Page page(HttpServletRequest request) {
        return page(request, shell);
    }

    private Caller caller(HttpServletRequest request, Language language) {
        if (visitors.isEmpty()) {
            return Caller.STRANGER;
        }
        VisitorSource source = visitors.get();
        Optional<Visitor> visitor = source.of(request, language);
        return new Caller() {
            @Override
            public Optional<Visitor> visitor() {
                return visitor;
            }

            @Override
            public boolean maySignIn() {
                return true;
            }

            @Override
            public Csrf csrf() {
                return source.csrf(request);
            }

            @Override
            public List<Notice> notices() {
                return source.notices(request, language);
            }
        };
    }

    /// Where the reader is, without the language. What a form has posted has no address to come back to but its own.
    private static String address(HttpServletRequest request) {
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        String kept = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.equals("lang") && !part.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return request.getRequestURI() + (kept.isEmpty() || !request.getMethod().equals("GET") ? "" : "?" + kept);
    }

    /// The reader's language. An address that cannot be read asks for none.
    public Language language(HttpServletRequest request) {
        return parameter(request)
                .flatMap(Language::of)
                .or(() -> cookie(request))
                .orElseGet(() -> Language.accepted(Optional.ofNullable(request.getHeader("Accept-Language"))
                        .orElse("en")));
    }

    private static Optional<String> parameter(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getParameter("lang"));
        } catch (IllegalStateException _) {
            return Optional.empty(); // the container refuses the whole query; whoever needs it will be told
        }
    }

    private static Optional<Language> cookie(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(c -> c.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(code -> Language.of(code).stream())
                .findFirst();
    }

    /// Renders a template of `src/main/jte` with the page and its values.
    public ResponseEntity<byte[]> show(HttpStatus status, String template, Page page, Map<String, Object> values) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        Map<String, Object> all = new java.util.HashMap<>(values);
        all.put("page", page);
        templates.render(template, all, out);
        remember(page.language());
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header("Content-Language", page.language().code())
                .header("Vary", "Accept-Language, Cookie")
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; "
                                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .body(out.toByteArray());
    }

    /// Adds the cookie of the language to those that the answer has already: a header of the entity would replace them.
    private static void remember(Language language) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getResponse() != null) {
            request.getResponse()
                    .addHeader(
                            "Set-Cookie",
                            "%s=%s; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
                                    .formatted(COOKIE, language.code()));
        }
    }
}
