package org.matricula.registry.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns away what no person types: fields that are not UTF-8, or that hold a NUL, which the database takes in no text.
/// Without this each page would fail in its own place, and a stranger could fill the log with faults that are none.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class ReadableRequests extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasFiles(request) || readable(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    /// The parts of such a form are read only when a page asks for its file.
    private static boolean hasFiles(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/"))
                .isPresent();
    }

    private static boolean readable(HttpServletRequest request) {
        try {
            return request.getParameterMap().entrySet().stream()
                    .noneMatch(field -> hasNul(field.getKey())
                            || Arrays.stream(field.getValue()).anyMatch(ReadableRequests::hasNul));
        } catch (IllegalStateException notDecoded) {
            return false; // the servlet container says so of letters that are none
        }
    }

    private static boolean hasNul(String text) {
        return text.indexOf(0) >= 0;
    }
}
