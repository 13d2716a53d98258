package org.matricula.registry.signing.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Optional;
import org.matricula.registry.signing.DemoServices;
import org.matricula.registry.signing.DemoServices.Rank;
import org.matricula.registry.signing.Stampers;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// `/pki/`: what programs ask a certificate authority. It is the demo authority's; on a node with real keys there is
/// nothing here.
@Controller
final class PkiPages {
    /// A question of a well-behaved program has some hundred bytes.
    private static final int LONGEST_QUESTION = 16_384;

    private final Stampers stampers;
    private final InstantSource clock;

    PkiPages(Stampers stampers, InstantSource clock) {
        this.stampers = stampers;
        this.clock = clock;
    }

    /// The time-stamp authority (RFC 3161, 3.4).
    @PostMapping(path = "/pki/tsa", consumes = "application/timestamp-query")
    ResponseEntity<byte[]> stamp(InputStream body) throws IOException {
        byte[] question = body.readNBytes(LONGEST_QUESTION);
        return answer("application/timestamp-reply", demo().map(demo -> demo.stamp(question, clock.instant())));
    }

    /// The OCSP responder (RFC 6960, A.1).
    @PostMapping(path = "/pki/ocsp", consumes = "application/ocsp-request")
    ResponseEntity<byte[]> revoked(InputStream body) throws IOException {
        byte[] question = body.readNBytes(LONGEST_QUESTION);
        return answer("application/ocsp-response", demo().map(demo -> demo.answer(question, clock.instant())));
    }

    /// The list of what an authority revoked.
    @GetMapping("/pki/{authority:root|issuing}.crl")
    ResponseEntity<byte[]> list(@PathVariable String authority) {
        return answer("application/pkix-crl", demo().flatMap(demo -> demo.revoked(rank(authority), clock.instant())));
    }

    /// The certificate of an authority.
    @GetMapping("/pki/{authority:root|issuing}.crt")
    ResponseEntity<byte[]> certificate(@PathVariable String authority) {
        return answer("application/pkix-cert", demo().map(demo -> demo.certificate(rank(authority))));
    }

    private Optional<DemoServices> demo() {
        return stampers.services();
    }

    private static Rank rank(String authority) {
        return authority.equals("root") ? Rank.ROOT : Rank.ISSUING;
    }

    private static ResponseEntity<byte[]> answer(String type, Optional<byte[]> bytes) {
        return bytes.map(body -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(type))
                        .cacheControl(CacheControl.noStore())
                        .body(body))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
