package org.matricula.verifier.signature;

import java.util.List;

/// What stands beside a signature to prove it later; nobody's signature covers it, each piece is signed by its maker.
///
/// @param timeStamp a token of RFC 3161 over the signature's value, as DER
/// @param crls lists of revoked certificates (RFC 5280), as DER
/// @param ocsps answers about certificates (`OCSPResponse`, RFC 6960), as DER
public record Evidence(byte[] timeStamp, List<byte[]> crls, List<byte[]> ocsps) {
    public Evidence {
        timeStamp = timeStamp.clone();
        crls = List.copyOf(crls);
        ocsps = List.copyOf(ocsps);
    }

    @Override
    public byte[] timeStamp() {
        return timeStamp.clone();
    }

    /// What is known of revocation alone.
    ///
    /// @param crls lists of revoked certificates, as DER
    /// @param ocsps answers about certificates, as DER
    public record Revocations(List<byte[]> crls, List<byte[]> ocsps) {
        /// Nothing.
        public static final Revocations NONE = new Revocations(List.of(), List.of());

        public Revocations {
            crls = List.copyOf(crls);
            ocsps = List.copyOf(ocsps);
        }

        /// Whether there is nothing.
        public boolean isEmpty() {
            return crls.isEmpty() && ocsps.isEmpty();
        }
    }
}
