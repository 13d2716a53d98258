package org.matricula.registry.signing;

import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.Evidence.Revocations;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.KnownCertificate.Fingerprint;
import org.matricula.verifier.signature.OnlineRevocation;
import org.matricula.verifier.signature.RevocationData;
import org.matricula.verifier.signature.RevocationSource.Unreachable;
import org.matricula.verifier.signature.SignatureLevel;
import org.matricula.verifier.signature.Stamper;
import org.matricula.verifier.signature.TimeStamp;

/// Raises signatures with the demo authority of this node, in the same process, or with authorities elsewhere.
final class LevelStamper implements Stamper {
    private final SignatureLevel level;
    private final Optional<TimeStampClient> elsewhere;
    private final Optional<DemoServices> own;
    private final OnlineRevocation online;
    private final InstantSource clock;

    /// @param elsewhere the time-stamp authority; empty for the node's own
    /// @param own the demo authority; empty when this node works with real keys
    LevelStamper(
            SignatureLevel level,
            Optional<TimeStampClient> elsewhere,
            Optional<DemoServices> own,
            OnlineRevocation online,
            InstantSource clock) {
        this.level = level;
        this.elsewhere = elsewhere;
        this.own = own;
        this.online = online;
        this.clock = clock;
    }

    @Override
    public SignatureLevel level() {
        return level;
    }

    @Override
    public byte[] token(byte[] sha256) {
        if (elsewhere.isPresent()) {
            return elsewhere.get().token(sha256);
        }
        return own.orElseThrow(() ->
                        new StampingFailed("no time-stamp authority is named; set MATRICULA_TSA_URL, or the level B"))
                .token(sha256, clock.instant());
    }

    @Override
    public Revocations revocations(List<List<X509Certificate>> chains) {
        Map<Fingerprint, byte[]> crls = new LinkedHashMap<>();
        List<byte[]> ocsps = new ArrayList<>();
        Map<Fingerprint, Boolean> seen = new LinkedHashMap<>();
        List<List<X509Certificate>> all = new ArrayList<>(chains);
        all.add(stampChain());
        for (List<X509Certificate> chain : all) {
            for (int i = 0; i < chain.size(); i++) {
                X509Certificate certificate = chain.get(i);
                if (seen.put(KnownCertificate.of(certificate).sha256(), true) == null) {
                    Revocations said =
                            said(certificate, i + 1 < chain.size() ? Optional.of(chain.get(i + 1)) : Optional.empty());
                    said.crls().forEach(crl -> crls.put(digest(crl), crl));
                    ocsps.addAll(said.ocsps());
                }
            }
        }
        if (crls.isEmpty() && ocsps.isEmpty()) {
            throw new StampingFailed("level LT wants word of revocation, but no certificate names a place to ask");
        }
        if (Stream.concat(crls.values().stream(), ocsps.stream())
                .anyMatch(piece -> piece.length > RevocationData.MOST_IN_FILE)) {
            throw new StampingFailed("a list of revoked certificates is too long to be carried in every record");
        }
        return new Revocations(List.copyOf(crls.values()), ocsps);
    }

    private Revocations said(X509Certificate certificate, Optional<X509Certificate> issuer) {
        Optional<byte[]> list = own.flatMap(services -> services.revocationsFor(certificate, clock.instant()));
        if (list.isPresent()) {
            return new Revocations(List.of(list.get()), List.of());
        }
        if (!CertificateFacts.of(certificate).revocationSource()) {
            return Revocations.NONE;
        }
        try {
            return online.ask(certificate, issuer.orElse(certificate), clock.instant());
        } catch (Unreachable e) {
            throw new StampingFailed(e.getMessage(), e);
        }
    }

    /// The chain of the authority that will stamp: known of our own; of another it is in any token.
    private List<X509Certificate> stampChain() {
        if (elsewhere.isEmpty()) {
            return own.map(services -> services.stampChain()
                            .subList(0, services.stampChain().size() - 1))
                    .orElse(List.of());
        }
        return TimeStamp.read(token(new byte[32])).orElseThrow().chain().stream()
                .map(KnownCertificate::certificate)
                .toList();
    }

    private static Fingerprint digest(byte[] bytes) {
        try {
            return new Fingerprint(
                    java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
