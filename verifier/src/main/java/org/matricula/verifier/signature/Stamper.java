package org.matricula.verifier.signature;

import java.security.cert.X509Certificate;
import java.util.List;

/// Raises signatures above level B: asks a time-stamp authority, and gathers what is known of revocation.
public interface Stamper {
    /// Leaves signatures at level B.
    Stamper NONE = new Stamper() {
        @Override
        public SignatureLevel level() {
            return SignatureLevel.B;
        }

        @Override
        public byte[] token(byte[] sha256) {
            throw new IllegalStateException("level B has no time stamp");
        }

        @Override
        public Evidence.Revocations revocations(List<List<X509Certificate>> chains) {
            throw new IllegalStateException("level B has no revocation data");
        }
    };

    /// The level to which it raises them.
    SignatureLevel level();

    /// A time-stamp token (RFC 3161) over a SHA-256 digest, as DER. Asked for at level T and LT.
    ///
    /// @throws StampingFailed when the authority cannot be reached or does not stamp
    byte[] token(byte[] sha256);

    /// What is known of revocation, of some chains and of the time-stamp authority's own. Asked for at level LT.
    ///
    /// @param chains of certificates, each the signer's first, without the root
    /// @throws StampingFailed when a source that a certificate names cannot be reached
    Evidence.Revocations revocations(List<List<X509Certificate>> chains);

    /// What a level wants could not be had; nothing was signed at a lower level instead.
    final class StampingFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StampingFailed(String message) {
            super(message);
        }

        public StampingFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
