package org.matricula.registry.accounts;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Time-based one-time passwords: RFC 6238 with HMAC-SHA-1, 30 seconds and six digits, which is what the applications
/// on telephones understand.
final class Totp {
    /// RFC 6238 section 5.2: one step before and after is accepted, for clocks that are a little off.
    private static final int DRIFT = 1;

    private static final int STEP_SECONDS = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /// A new secret of 160 bits, the length of the hash (RFC 4226 section 4, R6).
    static byte[] newSecret() {
        return Secrets.bytes(20);
    }

    /// The step for which a typed code is right, so that it can be remembered as used; empty for a wrong code.
    static OptionalLong step(byte[] secret, String typed, Instant at) {
        String code = typed.replaceAll("\\s", "");
        long now = at.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = now - DRIFT; step <= now + DRIFT; step++) {
            if (MessageDigest.isEqual(bytes(code(secret, step)), bytes(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /// The code of a moment.
    static String code(byte[] secret, Instant at) {
        return code(secret, at.getEpochSecond() / STEP_SECONDS);
    }

    private static String code(byte[] secret, long step) {
        return "%06d".formatted(truncated(secret, step) % 1_000_000);
    }

    /// RFC 4226 section 5.3: the 31 bits from which the digits are taken.
    static int truncated(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()); // step 1
            int offset = hash[hash.length - 1] & 0xf; // step 2
            return ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff; // step 3
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    /// A secret for typing: Base32 (RFC 4648 section 6) in groups of four.
    static String typed(byte[] secret) {
        return base32(secret).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /// The address that a telephone reads from the QR code.
    static String address(byte[] secret, String login) {
        return "otpauth://totp/Matricula:" + login.replaceAll("[^A-Za-z0-9._@-]", "") + "?secret=" + base32(secret)
                + "&issuer=Matricula";
    }

    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : secret) {
            buffer = (buffer << 8 | b & 0xff) & 0xfff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(BASE32.charAt(buffer >> bits - 5 & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt(buffer << 5 - bits & 31)).toString();
    }

    /// The bytes of a Base32 text, blanks and case aside.
    ///
    /// @throws IllegalArgumentException when a sign is not of Base32
    static byte[] fromBase32(String text) {
        String signs = text.replaceAll("[\\s=]", "").toUpperCase(java.util.Locale.ROOT);
        ByteBuffer bytes = ByteBuffer.allocate(signs.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char sign : signs.toCharArray()) {
            int value = BASE32.indexOf(sign);
            if (value < 0) {
                throw new IllegalArgumentException("not Base32: '%s'".formatted(sign));
            }
            buffer = (buffer << 5 | value) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }

    private static byte[] bytes(String digits) {
        return digits.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
