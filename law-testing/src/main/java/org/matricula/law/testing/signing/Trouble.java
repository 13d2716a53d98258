package org.matricula.law.testing.signing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a [TestSigningService] fails.
public enum Trouble {
    /// Says that the holder does not want it.
    REFUSES,
    /// Says that the PIN is wrong, whatever it is.
    LOCKS,
    /// Answers 500.
    FAILS,
    /// Answers 200 with something that is no JSON.
    BABBLES,
    /// Answers with a value by the right key over something else.
    MISSIGNS,
    /// Answers with one value less than it was asked for.
    GIVES_TOO_FEW,
    /// Answers with one value more than it was asked for.
    GIVES_TOO_MANY,
    /// Sends whoever asks to another address.
    REDIRECTS,
    /// Answers without an end.
    FLOODS,
    /// Cuts the connection before it answers.
    CUTS,
    /// Never answers, until it is closed.
    STAYS_SILENT;

    /// @param values what would be answered
    /// @return what is answered instead; null when the exchange has ended
    @Nullable
    Answer answer(List<String> values, HttpExchange exchange, Hold silence) throws IOException {
        return switch (this) {
            case REFUSES -> Answer.error(400, "access_denied", "The holder said no");
            case LOCKS -> Answer.WRONG_PIN;
            case FAILS -> Answer.error(500, "server_error", "Something broke");
            case MISSIGNS -> Answer.of(Map.of("signatures", values));
            case GIVES_TOO_FEW -> Answer.of(Map.of("signatures", values.subList(1, values.size())));
            case GIVES_TOO_MANY -> {
                List<String> more = new ArrayList<>(values);
                more.add(values.getFirst());
                yield Answer.of(Map.of("signatures", more));
            }
            case REDIRECTS -> {
                exchange.getResponseHeaders().set("Location", exchange.getRequestURI() + "/elsewhere");
                yield Answer.error(307, "elsewhere", "Ask there");
            }
            case BABBLES -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("<html>Welcome".getBytes(StandardCharsets.UTF_8));
                yield ended(exchange);
            }
            case FLOODS -> {
                exchange.sendResponseHeaders(200, 0);
                flood(exchange.getResponseBody());
                yield ended(exchange);
            }
            case CUTS -> ended(exchange);
            case STAYS_SILENT -> {
                silence.pass();
                yield ended(exchange);
            }
        };
    }

    private static @Nullable Answer ended(HttpExchange exchange) {
        exchange.close();
        return null;
    }

    private static void flood(OutputStream out) {
        byte[] water = "[".repeat(8192).getBytes(StandardCharsets.UTF_8);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                out.write(water);
            }
        } catch (IOException _) {
            // whoever asked has had enough and hung up: that is what the flood is for
        }
    }
}
