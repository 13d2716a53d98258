package org.matricula.registry.signing;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Consumer;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.Signer;
import tools.jackson.databind.json.JsonMapper;

/// The keys of people at the one remote signing service that the operator has named, if any. What the service said of a
/// key is kept, so that it is asked again only for signatures.
public final class RemoteKeys {
    private static final JsonMapper JSON = new JsonMapper();

    private final Optional<RemoteService> service;
    private final Optional<RemoteClient> client;

    private RemoteKeys(Optional<RemoteService> service) {
        this.service = service;
        this.client = service.map(RemoteClient::new);
    }

    /// People keep their keys here or nowhere.
    public static RemoteKeys none() {
        return new RemoteKeys(Optional.empty());
    }

    /// People may use their keys at a service.
    public static RemoteKeys at(RemoteService service) {
        return new RemoteKeys(Optional.of(service));
    }

    /// The name of the service's machine, by which people know it; empty when there is no service.
    public Optional<String> host() {
        return service.map(each -> each.address().getHost());
    }

    /// A key that the service told of.
    ///
    /// @param service its address
    /// @param described what it said, JSON
    public record Told(String service, String credential, String described, X509Certificate certificate) {
        /// The name on the certificate.
        public String holder() {
            return CertificateFacts.of(certificate).name();
        }
    }

    /// Asks the service about a key. People's keys need a PIN: whoever finds a session open must not be able to sign.
    ///
    /// @throws KeyProblem when there is no service, or no such key that can sign here
    /// @throws Signer.SigningFailed when the service cannot be reached
    public Told ask(String credential) {
        RemoteClient asked = client.orElseThrow(() -> new KeyProblem("this register works with no signing service"));
        RemoteClient.Described described = asked.described(credential);
        if (described.credential().pin().isEmpty()) {
            throw new KeyProblem("key '%s' of %s is used without a PIN of its holder".formatted(credential, asked));
        }
        return new Told(
                address(),
                credential,
                described.answer(),
                described.credential().key().certificate());
    }

    /// The signer of a key that was told of before; the service is not asked.
    ///
    /// @param tried hears whether the service accepted the PIN, each time that it says so
    /// @return empty when the operator has named another service since, or none
    Optional<Signer> signer(String at, String credential, String described, String pin, Consumer<Boolean> tried) {
        return client.filter(_ -> at.equals(address()))
                .map(asked -> new RemoteSigner(
                        asked, RemoteCredential.of(credential, JSON.readTree(described), "the key"), pin, tried));
    }

    private String address() {
        return service.map(each -> each.address().toString()).orElse("");
    }
}
