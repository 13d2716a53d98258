package org.matricula.app.ops;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leaves the character with the number 0 out of everything that an address or a form carries: nobody can see it, no
/// keyboard has it, and a database cannot keep it. Without this, any page that asks the database for what was typed
/// would answer a stranger who sends one with a fault of ours.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class KeepableText extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Kept(request), response);
    }

    /// Read only when a page asks, as before: a form that nobody reads is not read here either.
    private static final class Kept extends HttpServletRequestWrapper {
        Kept(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : kept(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : kept(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> kept = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> kept.put(name, kept(values)));
            return kept;
        }

        private static String[] kept(String[] values) {
            return Arrays.stream(values).map(Kept::kept).toArray(String[]::new);
        }

        private static String kept(String value) {
            return value.indexOf('\0') < 0 ? value : value.replace("\0", "");
        }
    }
}
