package org.matricula.verifier.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;

/// Where to ask about revocation, when a file does not bring the answer along.
@FunctionalInterface
public interface RevocationSource {
    /// What the sources that a certificate names say about it.
    ///
    /// @param issuer the certificate that issued it
    /// @param now the moment of asking: an answer that was given before and still holds is not asked for again
    /// @throws Unreachable when none of them answers
    Evidence.Revocations ask(X509Certificate certificate, X509Certificate issuer, Instant now) throws Unreachable;

    /// No source answered.
    final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message) {
            super(message);
        }
    }
}
