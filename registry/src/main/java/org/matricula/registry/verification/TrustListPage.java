package org.matricula.registry.verification;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `/verify/trust.json`: whom this node trusts, as the verifier at the command line reads it, so that a file can be
/// checked without this server. Whoever relies on it compares it with what the authority publishes.
@RestController
final class TrustListPage {
    private final TrustFile trust;

    TrustListPage(TrustFile trust) {
        this.trust = trust;
    }

    @GetMapping("/verify/trust.json")
    ResponseEntity<byte[]> trust() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trust.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(trust.list().toJson());
    }
}
