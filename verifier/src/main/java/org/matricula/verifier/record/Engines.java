package org.matricula.verifier.record;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.LinkedHashMap;
import java.util.Map;
import org.matricula.verifier.signature.CryptoProvider;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.Signer;

/// Signature objects, one for each key and thread, so that a key is prepared once for all the files that it signed.
final class Engines {
    private static final int MOST = 64;

    private static final ThreadLocal<Map<Use, Signature>> MINE = ThreadLocal.withInitial(Recent::new);

    private Engines() {}

    private record Use(KnownCertificate.Fingerprint certificate, Signer.Algorithm algorithm) {}

    /// The ones used last; older ones are forgotten.
    private static final class Recent extends LinkedHashMap<Use, Signature> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Use, Signature> eldest) {
            return size() > MOST;
        }
    }

    /// Whether a signature's value is one over two stretches of bytes by the key of its certificate.
    static boolean verify(FileSignature signature, byte[] first, byte[] then, int from, int length) {
        Use use = new Use(signature.signer().sha256(), signature.algorithm());
        Map<Use, Signature> mine = MINE.get();
        // Taken out while it works: one that broke off may be in any state, and is not used again.
        Signature engine = mine.remove(use);
        try {
            if (engine == null) {
                engine = CryptoProvider.signature(
                        switch (signature.algorithm()) {
                            case ECDSA_SHA256 -> "SHA256withECDSAinP1363Format";
                            case RSA_SHA256 -> "SHA256withRSA";
                        });
                engine.initVerify(signature.signer().certificate().getPublicKey());
            }
            engine.update(first);
            engine.update(then, from, length);
            boolean good = engine.verify(signature.value());
            mine.put(use, engine);
            return good;
        } catch (GeneralSecurityException _) {
            // A key or value of a wrong form: not a signature.
            return false;
        }
    }
}
