package org.matricula.registry.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Passes to the files of one record, for whoever has just shown its five items or the file itself. They say which
/// record only to us, and end by themselves.
@Component
class Passes {
    static final Duration VALID = Duration.ofMinutes(30);

    private static final int MAC = 16;
    private static final int LONGEST = 400;

    private final NodeSecret secret;
    private final InstantSource clock;

    Passes(NodeSecret secret, InstantSource clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /// A pass to the files of the version with a lookup code.
    String to(String lookupCode) {
        byte[] code = lookupCode.getBytes(StandardCharsets.UTF_8);
        byte[] body = ByteBuffer.allocate(Long.BYTES + code.length)
                .putLong(clock.instant().plus(VALID).getEpochSecond())
                .put(code)
                .array();
        byte[] all =
                ByteBuffer.allocate(MAC + body.length).put(mac(body)).put(body).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// The lookup code that a pass is for; empty when it is none of ours or has ended.
    Optional<String> read(String pass) {
        if (pass.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(pass);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (all.length <= MAC + Long.BYTES) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOfRange(all, MAC, all.length);
        if (!MessageDigest.isEqual(mac(body), Arrays.copyOf(all, MAC))) {
            return Optional.empty();
        }
        ByteBuffer parts = ByteBuffer.wrap(body);
        Instant end = Instant.ofEpochSecond(parts.getLong());
        return clock.instant().isAfter(end)
                ? Optional.empty()
                : Optional.of(StandardCharsets.UTF_8.decode(parts).toString());
    }

    private byte[] mac(byte[] body) {
        return Arrays.copyOf(secret.digest("pass", body), MAC);
    }
}
