package org.matricula.verifier.merkle;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.matricula.verifier.signature.CryptoProvider;

/// The private key of a log: signs notes with Ed25519.
public final class NoteSigner {
    private final EdECPrivateKey key;
    private final VerifierKey verifier;

    private NoteSigner(EdECPrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /// @param name of the key: for a log, its origin
    /// @param key of the kind Ed25519, in memory
    /// @throws Unreadable when the name is not fit, or the key is of another kind or cannot be had out
    ///     of its token
    public static NoteSigner of(String name, EdECPrivateKey key) {
        byte[] seed = key.getBytes().orElseThrow(() -> new Unreadable("the log's key does not show its bytes"));
        if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
            throw new Unreadable("the log's key is not of the kind Ed25519");
        }
        // The Java runtime does not compute a public key from a private one.
        byte[] point = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
        return new NoteSigner(key, VerifierKey.of(name, point));
    }

    /// What others need to check the signatures.
    public VerifierKey verifier() {
        return verifier;
    }

    /// The text with this key's signature.
    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(new SignedNote.Signature(verifier.name(), verifier.id(), value(text))));
    }

    /// The signature over a text.
    byte[] value(String text) {
        try {
            Signature engine = CryptoProvider.signature("Ed25519");
            engine.initSign(key);
            engine.update(Text.utf8(text, "a note"));
            return engine.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key '" + verifier.name() + "' does not sign", e);
        }
    }
}
