package org.matricula.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.signature.TrustList;

/// Our verifier a second time in the same JVM, loaded apart without the native provider: it then verifies with what the
/// Java runtime brings, as it does where the native library is missing.
final class VerifierApart implements AutoCloseable {
    private final Apart apart;

    VerifierApart(School school) throws IOException {
        apart = new Apart(
                part -> !part.contains("AmazonCorrettoCryptoProvider"),
                Inside.class,
                school.trust.toJson(),
                school.later());
    }

    /// The state that the verifier gives a file.
    String verify(byte[] file) {
        return apart.say(file);
    }

    @Override
    public void close() throws IOException {
        apart.close();
    }

    /// What is loaded apart.
    public static final class Inside implements Function<byte[], String> {
        private final Verifier verifier;
        private final Instant at;

        /// @param trust the trust list as JSON
        /// @param at the moment for which files are judged
        public Inside(byte[] trust, Instant at) {
            this.verifier = Verifier.trusting(TrustList.read(trust));
            this.at = at;
        }

        @Override
        public String apply(byte[] file) {
            return verifier.verify(file, at).state().name();
        }
    }
}
