package org.matricula.registry.accounts;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookies of signing in: no script reads them, no other site sends them along with a form, and where the node is
/// reached by https they travel only so.
enum Cookies {
    /// The secret of the session.
    SESSION("matricula"),
    /// The secret of a sign-in that waits for its code.
    WAITING("matricula-code"),
    /// The secret of a passkey's ceremony.
    CEREMONY("matricula-key");

    private final String label;

    Cookies(String label) {
        this.label = label;
    }

    Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .flatMap(cookie -> label.equals(cookie.getName()) ? Stream.of(cookie) : Stream.empty())
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /// Sets the cookie until the browser is closed.
    void set(HttpServletRequest request, HttpServletResponse response, String secret) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie(request, secret).build().toString());
    }

    /// Takes the cookie away.
    void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, "").maxAge(Duration.ZERO).build().toString());
    }

    private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(label, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }
}
