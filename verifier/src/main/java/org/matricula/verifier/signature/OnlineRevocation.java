package org.matricula.verifier.signature;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// Asks the places that a certificate names, over HTTP: a responder first for people and seals, whose answers are
/// small, a list first for authorities, which revoke nearly nobody.
///
/// Ask it only about certificates that lead to a trusted root: the addresses are theirs. What was answered is kept for
/// some minutes, and a place that did not answer is left alone for a while. Safe to share between threads.
public final class OnlineRevocation implements RevocationSource {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(60);
    private static final int MOST_KEPT = 1_000;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /// @param answer the bytes that came; empty when the place did not answer
    private record Kept(Optional<byte[]> answer, Instant until) {}

    @Override
    public Evidence.Revocations ask(X509Certificate certificate, X509Certificate issuer, Instant now)
            throws Unreachable {
        CertificateFacts.Sources sources = CertificateFacts.sources(certificate);
        List<Asking> places = new ArrayList<>();
        for (URI list : sources.lists()) {
            places.add(() -> got(list, now).map(crl -> new Evidence.Revocations(List.of(crl), List.of())));
        }
        boolean authority = certificate.getBasicConstraints() >= 0;
        for (URI responder : sources.responders()) {
            Asking asking = () -> answered(responder, certificate, issuer, now)
                    .map(ocsp -> new Evidence.Revocations(List.of(), List.of(ocsp)));
            places.add(authority ? places.size() : 0, asking);
        }
        for (Asking place : places) {
            Optional<Evidence.Revocations> said = place.run();
            if (said.isPresent()) {
                return said.get();
            }
        }
        throw new Unreachable(
                "no place answers that the certificate of '" + certificate.getSubjectX500Principal() + "' names");
    }

    private interface Asking {
        Optional<Evidence.Revocations> run();
    }

    private Optional<byte[]> got(URI place, Instant now) {
        return kept(place.toString(), now, () -> HttpRequest.newBuilder(place).GET());
    }

    private Optional<byte[]> answered(URI place, X509Certificate certificate, X509Certificate issuer, Instant now) {
        byte[] question = question(certificate, issuer);
        String key = place + " " + KnownCertificate.of(issuer).sha256() + " " + certificate.getSerialNumber();
        return kept(
                key,
                now,
                () -> HttpRequest.newBuilder(place)
                        .header("Content-Type", "application/ocsp-request")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(question)));
    }

    private interface Prepared {
        HttpRequest.Builder request();
    }

    private Optional<byte[]> kept(String key, Instant now, Prepared prepared) {
        Kept known = kept.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.answer();
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        Optional<byte[]> came = fetch(prepared);
        kept.put(key, new Kept(came, now.plus(came.isPresent() ? KEPT : LEFT_ALONE)));
        return came;
    }

    private Optional<byte[]> fetch(Prepared prepared) {
        try {
            HttpRequest request = prepared.request().timeout(PATIENCE).build();
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(RevocationData.MOST_BYTES + 1);
                return response.statusCode() == 200 && bytes.length > 0 && bytes.length <= RevocationData.MOST_BYTES
                        ? Optional.of(bytes)
                        : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty(); // not reached: whoever asked says so
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// A question without a nonce, so that its answer may be one that was made before. Responders know SHA-1 names of
    /// issuers (RFC 6960, 4.1.1; they protect nothing).
    private static byte[] question(X509Certificate certificate, X509Certificate issuer) {
        try {
            CertificateID id = new CertificateID(
                    new JcaDigestCalculatorProviderBuilder()
                            .build()
                            .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                    new JcaX509CertificateHolder(issuer),
                    certificate.getSerialNumber());
            return new OCSPReqBuilder().addRequest(id).build().getEncoded();
        } catch (IOException
                | OCSPException
                | OperatorCreationException
                | java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException("a question about a certificate can be written", e);
        }
    }
}
