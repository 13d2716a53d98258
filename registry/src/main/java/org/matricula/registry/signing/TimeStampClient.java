package org.matricula.registry.signing;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.matricula.verifier.signature.TimeStamp;

/// A time-stamp authority elsewhere, asked over HTTP (RFC 3161, 3.4). Safe to share between threads.
final class TimeStampClient {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI place;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    TimeStampClient(URI place) {
        this.place = place;
    }

    /// A token over a SHA-256 digest, as DER.
    ///
    /// @throws StampingFailed when the authority does not answer in time, refuses, or answers something else
    byte[] token(byte[] sha256) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(63, RANDOM));
        try {
            TimeStampResponse response = new TimeStampResponse(asked(request.getEncoded()));
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new StampingFailed(
                        "the time-stamp authority " + place.getHost() + " refused: " + response.getStatusString());
            }
            byte[] der = token.getEncoded(ASN1Encoding.DER);
            if (TimeStamp.read(der).filter(TimeStamp::forTimeStamps).isEmpty()) {
                throw new StampingFailed(
                        "the time-stamp authority " + place.getHost() + " gave a token that a record cannot carry");
            }
            return der;
        } catch (IOException | TSPException e) {
            throw new StampingFailed(
                    "the time-stamp authority " + place.getHost() + " cannot be reached or understood", e);
        }
    }

    private byte[] asked(byte[] request) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(place)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = body.readNBytes(TimeStamp.MOST_BYTES + 1);
                if (response.statusCode() != 200 || bytes.length > TimeStamp.MOST_BYTES) {
                    throw new IOException("it answers with status " + response.statusCode());
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a time stamp", e);
        }
    }
}
