package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Problem;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Turns strangers away: a person who opens a page is led to the sign-in and back; a program, and a script in a page,
/// gets problem details (RFC 9457) and stays where it is, so that a grid keeps what was typed.
@Component
@ControllerAdvice
final class Door implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Pages pages;
    private final Texts texts = Texts.load("accounts");

    Door(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    void turnAway(SignInNeeded stranger, HttpServletRequest request, HttpServletResponse response) throws IOException {
        turnAway(request, response);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
            throws IOException {
        turnAway(request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (!forScript(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (denied instanceof CsrfException) {
            problem(request, response, HttpStatus.FORBIDDEN, "form-token");
        } else {
            problem(request, response, HttpStatus.FORBIDDEN, "not-allowed");
        }
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (forScript(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Matricula\"");
            problem(request, response, HttpStatus.UNAUTHORIZED, "sign-in");
        } else {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, "/sign-in" + back(request));
        }
    }

    /// Where to come back to after signing in: the page, if it was asked for and not posted to.
    private static String back(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return "";
        }
        String query =
                Optional.ofNullable(request.getQueryString()).map(q -> "?" + q).orElse("");
        return "?back=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String name)
            throws IOException {
        Language language = pages.language(request);
        Problem.titled(
                        status,
                        name,
                        texts.get(language, "problem." + name + ".title"),
                        texts.get(language, "problem." + name + ".text"))
                .send(response, language);
    }

    /// Whether a program or a script asks, and not a person who waits for a page.
    static boolean forScript(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")
                || request.getHeader("X-Requested-With") != null
                || request.getHeader("HX-Request") != null) {
            return true;
        }
        String mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return !mode.equals("navigate");
        }
        String accept =
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return accept.contains("json") && !accept.contains("html");
    }
}
