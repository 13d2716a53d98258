package org.matricula.registry.page;

import java.util.Optional;
import org.slf4j.MDC;

/// The number of the request that is being answered: in every line of the log, in the header `X-Request-Id`, and in
/// each problem that a program gets, so that people can be asked for it.
public final class RequestNumber {
    private RequestNumber() {}

    /// The number; empty outside a request.
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get("request"));
    }
}
