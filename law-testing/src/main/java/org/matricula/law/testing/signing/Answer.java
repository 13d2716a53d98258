package org.matricula.law.testing.signing;

import java.util.Map;

/// What a [TestSigningService] answers, as JSON.
record Answer(int status, Map<String, ?> body) {
    static final Answer WRONG_PIN = error(400, "invalid_pin", "The PIN is invalid");

    static Answer of(Map<String, ?> body) {
        return new Answer(200, body);
    }

    static Answer error(int status, String error, String words) {
        return new Answer(status, Map.of("error", error, "error_description", words));
    }
}
