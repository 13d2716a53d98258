package org.matricula.verifier.merkle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/// Signers whose keys follow from their names: worth nothing, and the same in every run.
public final class TestSigner {
    private TestSigner() {}

    /// The signer of a log with this origin.
    public static NoteSigner named(String origin) {
        return sameKeyAs(origin, origin);
    }

    /// The signer of a witness with this name.
    public static WitnessSigner witness(String name) {
        byte[] seed = new TreeHasher()
                .leaf(("witness " + name).getBytes(StandardCharsets.UTF_8))
                .bytes();
        return WitnessSigner.of(name, key(Base64.getEncoder().encodeToString(seed)));
    }

    static NoteSigner sameKeyAs(String origin, String name) {
        byte[] seed =
                new TreeHasher().leaf(origin.getBytes(StandardCharsets.UTF_8)).bytes();
        return of(name, Base64.getEncoder().encodeToString(seed));
    }

    static NoteSigner of(String name, String seed) {
        return NoteSigner.of(name, key(seed));
    }

    private static EdECPrivateKey key(String seed) {
        try {
            EdECPrivateKeySpec spec = new EdECPrivateKeySpec(
                    NamedParameterSpec.ED25519, Base64.getDecoder().decode(seed));
            return (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(spec);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has Ed25519", e);
        }
    }
}
