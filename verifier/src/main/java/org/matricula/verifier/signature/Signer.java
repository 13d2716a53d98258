package org.matricula.verifier.signature;

import java.security.cert.X509Certificate;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key that may live elsewhere (file, token, remote service): digests go out, signature values come in.
public interface Signer {
    /// The certificate of the key.
    X509Certificate certificate();

    /// The certificates above it, nearest first, without the root.
    List<X509Certificate> chain();

    /// How it signs.
    Algorithm algorithm();

    /// Signs SHA-256 digests, in order, in one act.
    ///
    /// @param digests 32 bytes each
    /// @return one value a digest: raw `r || s` for ECDSA (as XML wants it), PKCS #1 for RSA
    /// @throws SigningFailed when the key refuses or cannot be reached
    List<byte[]> sign(List<byte[]> digests);

    /// Signs as [#sign(List)] does, and hands each value over as soon as it is there, so that those given
    /// before a key failed are not lost. A key that gives them one at a time overrides this; one that
    /// gives all at once need not.
    ///
    /// @return the values in the order of the digests; asking it for one may throw [SigningFailed]
    default Iterator<byte[]> oneByOne(List<byte[]> digests) {
        return sign(digests).iterator();
    }

    /// The signature algorithms of the format.
    enum Algorithm {
        /// ECDSA over P-256 with SHA-256.
        ECDSA_SHA256,
        /// RSA PKCS #1 v1.5 with SHA-256, 2048 bits or more.
        RSA_SHA256
    }

    /// The key gave no values; [#reason] says what its user can do about it. Digests whose values
    /// did not come before count as not signed.
    final class SigningFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Reason reason;

        public SigningFailed(Reason reason, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.reason = reason;
        }

        /// What the user of the key can do about it.
        public Reason reason() {
            return reason;
        }

        /// What stood in the way.
        public enum Reason {
            /// The holder, or who keeps the key, said no: the same question gets the same answer.
            REFUSED,
            /// The PIN or one-time password is not the right one, or the key is blocked: only its holder
            /// can go on.
            LOCKED,
            /// No answer in time, or no way to the key: the same question can be put again later.
            UNREACHABLE,
            /// The key, or what it answered, cannot be used: whoever runs it must look.
            BROKEN
        }
    }
}
