package org.matricula.registry.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.matricula.verifier.signature.CryptoProvider;
import org.matricula.verifier.signature.Signer;

/// A signer whose key lies in a PKCS #12 file. Safe to share: every thread has its own signature object.
public final class Pkcs12Signer implements Signer {
    private final PrivateKey key;
    private final CertifiedKey certified;
    private final ThreadLocal<Signature> engines;

    private Pkcs12Signer(PrivateKey key, CertifiedKey certified) {
        this.key = key;
        this.certified = certified;
        this.engines = ThreadLocal.withInitial(this::engine);
    }

    /// Opens a PKCS #12 file that holds one key.
    ///
    /// @throws KeyProblem when the file cannot be read, the password is wrong, or its key is not one to sign with
    public static Pkcs12Signer open(Path file, char[] password) {
        try {
            return open(Files.readAllBytes(file), password, file.toString());
        } catch (IOException e) {
            throw new KeyProblem(file + " cannot be read: " + e.getMessage(), e);
        } catch (WrongPassword e) {
            throw new KeyProblem(
                    e.getMessage() + "; put it into keys.properties beside it, or into MATRICULA_KEYS_PASSWORD", e);
        }
    }

    /// Opens the bytes of a PKCS #12 file that holds one key.
    ///
    /// @param name what to call it in messages
    /// @throws WrongPassword when the password does not open it
    /// @throws KeyProblem when it cannot be read, or the key is none that the format uses
    public static Pkcs12Signer open(byte[] file, char[] password, String name) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            String alias = onlyKey(store, name);
            Certificate[] chain = store.getCertificateChain(alias);
            if (chain == null || !(store.getKey(alias, password) instanceof PrivateKey key)) {
                throw new KeyProblem(name + " holds no private key with its certificate; export both together");
            }
            return new Pkcs12Signer(key, CertifiedKey.of(List.of(chain), name));
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new WrongPassword("the password does not open " + name, e);
            }
            throw new KeyProblem(name + " cannot be read as PKCS #12: " + e.getMessage(), e);
        } catch (UnrecoverableKeyException e) {
            throw new WrongPassword("the password does not open " + name, e);
        } catch (GeneralSecurityException e) {
            throw new KeyProblem(name + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static String onlyKey(KeyStore store, String name) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.size() != 1) {
            throw new KeyProblem(name + " holds " + keys.size() + " keys; put one key in each file");
        }
        return keys.getFirst();
    }

    /// The same key locked with another password.
    static byte[] relocked(byte[] file, char[] password, char[] newPassword) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            String alias = onlyKey(store, "the file");
            KeyStore fresh = KeyStore.getInstance("PKCS12");
            fresh.load(null, null);
            fresh.setKeyEntry("key", store.getKey(alias, password), newPassword, store.getCertificateChain(alias));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            fresh.store(out, newPassword);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyProblem("the key cannot be locked with the new PIN: " + e.getMessage(), e);
        }
    }

    @Override
    public X509Certificate certificate() {
        return certified.certificate();
    }

    @Override
    public List<X509Certificate> chain() {
        return certified.chain();
    }

    @Override
    public Algorithm algorithm() {
        return certified.algorithm();
    }

    @Override
    public List<byte[]> sign(List<byte[]> digests) {
        Signature engine = engines.get();
        List<byte[]> values = new ArrayList<>(digests.size());
        for (byte[] digest : digests) {
            values.add(sign(engine, digest));
        }
        return values;
    }

    private byte[] sign(Signature engine, byte[] digest) {
        try {
            engine.update(certified.toSign(digest));
            byte[] value = engine.sign();
            return algorithm() == Algorithm.ECDSA_SHA256 ? EcdsaValue.raw(value) : value;
        } catch (SignatureException e) {
            engines.remove();
            throw new SigningFailed(SigningFailed.Reason.BROKEN, certified + " did not sign", e);
        }
    }

    private Signature engine() {
        Signature engine = CryptoProvider.signature(
                switch (algorithm()) {
                    case ECDSA_SHA256 -> "NONEwithECDSA";
                    case RSA_SHA256 -> "NONEwithRSA";
                });
        try {
            engine.initSign(key);
            return engine;
        } catch (InvalidKeyException e) {
            throw new SigningFailed(SigningFailed.Reason.BROKEN, certified + " cannot be used", e);
        }
    }
}
