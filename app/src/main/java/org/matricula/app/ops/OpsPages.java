package org.matricula.app.ops;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What machines ask this node: whether it lives, whether it can work, and its metrics.
@RestController
final class OpsPages {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Health health;
    private final Meters meters;
    private final PrometheusMeterRegistry registry;
    private final String token;

    OpsPages(
            Health health,
            Meters meters,
            PrometheusMeterRegistry registry,
            @Value("${matricula.metrics.token:}") String token) {
        this.health = health;
        this.meters = meters;
        this.registry = registry;
        this.token = token;
    }

    /// The process answers. Who restarts it must not ask for more, or a fault of the database would stop every node.
    @GetMapping("/health/live")
    ResponseEntity<byte[]> live() {
        return answer(HttpStatus.OK, JsonNodeFactory.instance.objectNode().put("status", "UP"));
    }

    /// Whether requests may be sent here.
    @GetMapping("/health/ready")
    ResponseEntity<byte[]> ready() {
        Map<String, Health.Check> checks = health.checks();
        boolean good = checks.values().stream().allMatch(Health.Check::good);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("status", good ? "UP" : "DOWN");
        ObjectNode list = body.putObject("checks");
        checks.forEach((name, check) ->
                list.putObject(name).put("status", check.good() ? "UP" : "DOWN").put("words", check.words()));
        return answer(good ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, body);
    }

    /// The metrics in the text format of Prometheus, for this machine or for who knows the token. To others there is no
    /// such page.
    @GetMapping("/metrics")
    ResponseEntity<byte[]> metrics(HttpServletRequest request) {
        if (!mayCollect(request)) {
            return ResponseEntity.notFound().build();
        }
        meters.count();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain; version=0.0.4; charset=utf-8"))
                .cacheControl(CacheControl.noStore())
                .body(registry.scrape().getBytes(StandardCharsets.UTF_8));
    }

    private boolean mayCollect(HttpServletRequest request) {
        if (!token.isBlank()) {
            byte[] shown = shown(request.getHeader(HttpHeaders.AUTHORIZATION)).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(shown, token.getBytes(StandardCharsets.UTF_8));
        }
        // Behind a proxy on this machine everybody comes from here; the proxy says so.
        boolean forwarded = request.getHeader("X-Forwarded-For") != null
                || request.getHeader("Forwarded") != null
                || request.getHeader("Via") != null;
        return !forwarded && isLoopback(request.getRemoteAddr());
    }

    private static String shown(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : "";
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false; // an address that is none is not ours
        }
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(JSON.writeValueAsBytes(body));
    }
}
