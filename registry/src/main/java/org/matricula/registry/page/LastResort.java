package org.matricula.registry.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// A fault that nobody expected: it is logged once under a number, and the reader is told that number and nothing else.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class LastResort implements HandlerExceptionResolver {
    /// The request attribute that holds the number for [FaultPages].
    static final String NUMBER = LastResort.class.getName() + ".number";

    private static final Logger LOG = System.getLogger(LastResort.class.getName());

    private final SecureRandom random = new SecureRandom();

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        String number = number();
        // The query is left out: it may hold what somebody typed about a person.
        LOG.log(
                Level.ERROR,
                "fault %s: %s %s failed".formatted(number, request.getMethod(), request.getRequestURI()),
                fault);
        if (response.isCommitted()) {
            return null; // half an answer is under way; the container must break it off
        }
        request.setAttribute(NUMBER, number);
        try {
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return new ModelAndView();
    }

    /// The number of the request, where the server gives one, so that all its lines are found.
    private String number() {
        String request = MDC.get("request");
        if (request != null) {
            return request;
        }
        byte[] bytes = new byte[4];
        random.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
