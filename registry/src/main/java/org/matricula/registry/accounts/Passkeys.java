package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.matricula.registry.directory.Account;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/// Passkeys (WebAuthn level 3): the challenge lies in the database, is good for one answer and five minutes, and
/// belongs to the browser that asked for it. The device must verify its person each time, so a passkey is strong by
/// itself.
@Component
final class Passkeys {
    private static final Duration LASTS = Duration.ofMinutes(5);
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256);

    private final PasskeyStore store;
    private final JdbcClient sql;
    private final InstantSource clock;
    private final String publicAddress;
    private final Map<String, Webauthn4JRelyingPartyOperations> judges = new ConcurrentHashMap<>();

    /// @param publicAddress under which people reach this node, for example `https://so.truong.example`; when
    ///     empty, only
    ///     browsers on this machine can use passkeys, at `http://localhost`
    Passkeys(
            PasskeyStore store,
            JdbcClient sql,
            InstantSource clock,
            @Value("${matricula.public-address:}") String publicAddress) {
        this.store = store;
        this.sql = sql;
        this.clock = clock;
        this.publicAddress = publicAddress.replaceFirst("/+$", "");
    }

    /// What a browser needs to show a passkey of whatever account.
    PublicKeyCredentialRequestOptions ask(HttpServletRequest request, HttpServletResponse response) {
        return askOptions(request, begin(request, response, Optional.empty()));
    }

    /// The account whose passkey was shown; empty when it was none of ours, or not rightly shown.
    Optional<UUID> judge(
            HttpServletRequest request,
            HttpServletResponse response,
            PublicKeyCredential<AuthenticatorAssertionResponse> shown) {
        return finish(request, response, Optional.empty()).flatMap(challenge -> {
            try {
                PublicKeyCredentialUserEntity user = judge(request)
                        .authenticate(new RelyingPartyAuthenticationRequest(askOptions(request, challenge), shown));
                return Optional.of(PasskeyStore.account(user.getId()));
            } catch (RuntimeException refused) {
                // The library tells by its own exceptions what is wrong with what a stranger sent; all mean no.
                return Optional.empty();
            }
        });
    }

    /// What a browser needs to make a new passkey for an account.
    PublicKeyCredentialCreationOptions offer(
            HttpServletRequest request, HttpServletResponse response, Account account) {
        return offerOptions(request, account, begin(request, response, Optional.of(account.id())));
    }

    /// Adds a passkey that was made; false when it was not rightly made.
    boolean add(HttpServletRequest request, HttpServletResponse response, Account account, RelyingPartyPublicKey made) {
        Optional<Bytes> challenge = finish(request, response, Optional.of(account.id()));
        if (challenge.isEmpty()) {
            return false;
        }
        try {
            judge(request)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            offerOptions(request, account, challenge.get()), made));
            return true;
        } catch (RuntimeException refused) {
            return false; // as above
        }
    }

    private PublicKeyCredentialRequestOptions askOptions(HttpServletRequest request, Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .allowCredentials(List.of())
                .challenge(challenge)
                .rpId(host(request))
                .timeout(LASTS)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }

    private PublicKeyCredentialCreationOptions offerOptions(
            HttpServletRequest request, Account account, Bytes challenge) {
        List<PublicKeyCredentialDescriptor> had = store.of(account.id()).stream()
                .map(passkey -> PublicKeyCredentialDescriptor.builder()
                        .id(passkey.getCredentialId())
                        .transports(passkey.getTransports())
                        .build())
                .toList();
        return PublicKeyCredentialCreationOptions.builder()
                .attestation(AttestationConveyancePreference.NONE)
                .pubKeyCredParams(ALGORITHMS)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build())
                .challenge(challenge)
                .timeout(LASTS)
                .user(PasskeyStore.entity(account))
                .rp(party(request))
                .excludeCredentials(had)
                .build();
    }

    private Bytes begin(HttpServletRequest request, HttpServletResponse response, Optional<UUID> account) {
        Instant now = clock.instant();
        sql.sql("delete from accounts.ceremony where until < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        String secret = Secrets.token();
        byte[] challenge = Secrets.bytes(32);
        sql.sql("""
                insert into accounts.ceremony (hash, account, challenge, until)
                values (:hash, :account, :challenge, :until)""")
                .param("hash", Secrets.hash(secret))
                .param("account", account.orElse(null))
                .param("challenge", challenge)
                .param("until", now.plus(LASTS).atOffset(ZoneOffset.UTC))
                .update();
        Cookies.CEREMONY.set(request, response, secret);
        return new Bytes(challenge);
    }

    /// The challenge of this browser's ceremony; it is gone then, whatever comes of it.
    private Optional<Bytes> finish(HttpServletRequest request, HttpServletResponse response, Optional<UUID> account) {
        Optional<String> secret = Cookies.CEREMONY.of(request);
        Cookies.CEREMONY.clear(request, response);
        return secret.flatMap(key -> sql.sql("""
                delete from accounts.ceremony
                 where hash = :hash and until > :now and account is not distinct from :account::uuid
                returning challenge""")
                .param("hash", Secrets.hash(key))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account.map(UUID::toString).orElse(null))
                .query((row, _) -> new Bytes(row.getBytes("challenge")))
                .optional());
    }

    private Webauthn4JRelyingPartyOperations judge(HttpServletRequest request) {
        return judges.computeIfAbsent(
                origin(request),
                origin -> new Webauthn4JRelyingPartyOperations(store, store, party(request), Set.of(origin)));
    }

    private PublicKeyCredentialRpEntity party(HttpServletRequest request) {
        return PublicKeyCredentialRpEntity.builder()
                .id(host(request))
                .name("Matricula")
                .build();
    }

    /// Never taken from what the browser says: a page of another host must not pass for ours.
    private String origin(HttpServletRequest request) {
        return publicAddress.isEmpty() ? "http://localhost:" + request.getLocalPort() : publicAddress;
    }

    private String host(HttpServletRequest request) {
        return URI.create(origin(request)).getHost();
    }
}
