package org.matricula.registry.signing;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.signing.Pkcs11Token.Opened;
import org.matricula.verifier.signature.Signer;

/// A signer whose key lives on a PKCS #11 token and never leaves it. Safe to share between threads; when the token has
/// forgotten who uses it, as after it was pulled out, it is opened once more.
final class Pkcs11Signer implements Signer {
    private final Pkcs11Token token;
    private final char[] pin;
    private final CertifiedKey certified;
    private Opened opened;
    private @Nullable WrongPassword locked;

    private Pkcs11Signer(Pkcs11Token token, char[] pin, Opened opened, CertifiedKey certified) {
        this.token = token;
        this.pin = pin;
        this.opened = opened;
        this.certified = certified;
    }

    /// Opens a token's key.
    ///
    /// @param above the certificates above the key's, nearest first, where the token does not hold them; may be
    ///     empty
    /// @throws WrongPassword when the PIN is not to be tried again
    /// @throws KeyProblem when the library, the token or the key is not there, or the key is none that the format
    ///     uses
    static Pkcs11Signer open(Pkcs11Token token, char[] pin, List<X509Certificate> above) {
        Opened opened = token.open(pin);
        List<Certificate> chain = new ArrayList<>(opened.chain());
        above.stream().filter(each -> !chain.contains(each)).forEach(chain::add);
        return new Pkcs11Signer(token, pin.clone(), opened, CertifiedKey.of(chain, token.name()));
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
        return digests.stream().map(this::sign).toList();
    }

    @Override
    public Iterator<byte[]> oneByOne(List<byte[]> digests) {
        return digests.stream().map(this::sign).iterator();
    }

    private byte[] sign(byte[] digest) {
        Opened with = opened();
        byte[] value;
        try {
            value = value(with, digest);
        } catch (GeneralSecurityException | ProviderException lost) {
            value = again(with, digest, lost);
        }
        if (!certified.verifies(digest, value)) {
            throw new SigningFailed(
                    SigningFailed.Reason.BROKEN,
                    token.name() + ": what the token gave does not verify with " + certified
                            + "; key and certificate on it do not belong together",
                    null);
        }
        return value;
    }

    private byte[] again(Opened before, byte[] digest, Exception lost) {
        try {
            return value(reopened(before), digest);
        } catch (GeneralSecurityException | ProviderException e) {
            e.addSuppressed(lost);
            throw new SigningFailed(
                    SigningFailed.Reason.UNREACHABLE,
                    "%s: the token does not sign (%s)".formatted(token.name(), Pkcs11Token.code(e)),
                    e);
        }
    }

    private synchronized Opened opened() {
        return opened;
    }

    /// Opened anew, by the first of those who found it lost. A PIN that is no longer accepted is kept back from then
    /// on.
    private synchronized Opened reopened(Opened before) {
        if (opened == before) {
            try {
                if (locked != null) {
                    throw locked;
                }
                opened = token.open(pin);
            } catch (WrongPassword wrong) {
                locked = wrong;
                throw new SigningFailed(SigningFailed.Reason.LOCKED, String.valueOf(wrong.getMessage()), wrong);
            } catch (KeyProblem gone) {
                throw new SigningFailed(SigningFailed.Reason.UNREACHABLE, String.valueOf(gone.getMessage()), gone);
            }
        }
        return opened;
    }

    /// The token offers ECDSA over a digest as a signature. For RSA its provider knows only whole messages, so the
    /// signature is what it is made of: the private operation with the padding of PKCS #1 version 1.5.
    private byte[] value(Opened with, byte[] digest) throws GeneralSecurityException {
        return switch (algorithm()) {
            case ECDSA_SHA256 -> {
                Signature engine = Signature.getInstance("NONEwithECDSA", with.provider());
                engine.initSign(with.key());
                engine.update(certified.toSign(digest));
                yield EcdsaValue.raw(engine.sign());
            }
            case RSA_SHA256 -> {
                Cipher engine = Cipher.getInstance("RSA/ECB/PKCS1Padding", with.provider());
                engine.init(Cipher.ENCRYPT_MODE, with.key());
                yield engine.doFinal(certified.toSign(digest));
            }
        };
    }
}
