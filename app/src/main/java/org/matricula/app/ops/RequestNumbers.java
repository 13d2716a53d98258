package org.matricula.app.ops;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every request a number: it stands in each line of the log that the request causes, in the header
/// `X-Request-Id`, in problem details and on the page of a fault. So what a person reads out on the telephone leads to
/// the lines, and no line needs to say who asked.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestNumbers extends OncePerRequestFilter {
    static final String HEADER = "X-Request-Id";
    /// The name in the log's context; the last resort of the pages reads it there.
    static final String KEY = "request";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry meters;

    RequestNumbers(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Only to tell lines apart: whoever guesses a number has gained nothing.
        String number = "%08X".formatted(ThreadLocalRandom.current().nextInt());
        MDC.put(KEY, number);
        response.setHeader(HEADER, number);
        long start = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            // Neither path nor person: a family of answers is enough to see that something is wrong.
            meters.timer(
                            "matricula.http.requests",
                            "method",
                            METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER",
                            "status",
                            response.getStatus() / 100 + "xx")
                    .record(Duration.ofNanos(System.nanoTime() - start));
            MDC.remove(KEY);
        }
    }
}
