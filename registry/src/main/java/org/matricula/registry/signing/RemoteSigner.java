package org.matricula.registry.signing;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.matricula.verifier.signature.Signer;

/// A signer whose key lives at a remote signing service. No value gets out of it that does not verify with the key's
/// certificate. Safe to share between threads.
final class RemoteSigner implements Signer {
    private final RemoteClient client;
    private final RemoteCredential credential;
    private final String pin;
    private final Consumer<Boolean> tried;
    /// Set when the service did not accept the PIN: it counts wrong ones, so the same is never sent twice.
    private volatile Optional<SigningFailed> locked = Optional.empty();

    /// @param tried hears whether the service accepted the PIN, each time that it says so
    RemoteSigner(RemoteClient client, RemoteCredential credential, String pin, Consumer<Boolean> tried) {
        this.client = client;
        this.credential = credential;
        this.pin = pin;
        this.tried = tried;
    }

    /// Asks the service about a key. The PIN is not tried before the first signature.
    ///
    /// @param id the key's name there (`credentialID`)
    /// @param pin what authorises its use; may be empty for a key whose use the service authorises by itself
    /// @throws KeyProblem when the service does not know the key, or it is not one to sign with
    /// @throws SigningFailed when the service cannot be reached
    static RemoteSigner open(RemoteClient client, String id, String pin) {
        return new RemoteSigner(client, client.credential(id), pin, _ -> {});
    }

    /// Whether its use needs a PIN.
    boolean wantsPin() {
        return credential.pin().isPresent();
    }

    @Override
    public X509Certificate certificate() {
        return credential.key().certificate();
    }

    @Override
    public List<X509Certificate> chain() {
        return credential.key().chain();
    }

    @Override
    public Algorithm algorithm() {
        return credential.key().algorithm();
    }

    @Override
    public List<byte[]> sign(List<byte[]> digests) {
        List<byte[]> values = new ArrayList<>(digests.size());
        oneByOne(digests).forEachRemaining(values::add);
        return values;
    }

    /// As many at once as one authorisation covers; the next are asked for when those are used up.
    @Override
    public Iterator<byte[]> oneByOne(List<byte[]> digests) {
        return IntStream.iterate(0, from -> from < digests.size(), from -> from + credential.atOnce())
                .mapToObj(from -> digests.subList(from, Math.min(from + credential.atOnce(), digests.size())))
                .flatMap(batch -> signed(batch).stream())
                .iterator();
    }

    private List<byte[]> signed(List<byte[]> digests) {
        Optional<SigningFailed> before = locked;
        if (before.isPresent()) {
            throw new SigningFailed(
                    SigningFailed.Reason.LOCKED, before.get().getMessage() + "; it was not asked again", before.get());
        }
        List<byte[]> given;
        try {
            given = client.sign(credential, digests, pin);
            tried.accept(true);
        } catch (SigningFailed failed) {
            if (failed.reason() == SigningFailed.Reason.LOCKED) {
                locked = Optional.of(failed);
                tried.accept(false);
            }
            throw failed;
        }
        List<byte[]> values = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            values.add(value(digests.get(i), given.get(i)));
        }
        return values;
    }

    private byte[] value(byte[] digest, byte[] given) {
        Optional<byte[]> value = switch (algorithm()) {
            case ECDSA_SHA256 -> EcdsaValue.read(given);
            case RSA_SHA256 -> Optional.of(given);
        };
        return value.filter(v -> credential.key().verifies(digest, v))
                .orElseThrow(() -> new SigningFailed(
                        SigningFailed.Reason.BROKEN,
                        "a value that the service gave does not verify with " + credential.key()
                                + "; if its certificate was renewed, start the register anew",
                        null));
    }
}
