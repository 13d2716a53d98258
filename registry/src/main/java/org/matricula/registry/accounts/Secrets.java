package org.matricula.registry.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/// Secrets that we make: long enough that their SHA-256 may be kept instead of them.
final class Secrets {
    /// Without the letters that look like digits (I, L, O) and without U: read aloud and typed from paper.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// 256 bits for a cookie or a header.
    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    /// A code for paper: groups of four of 32 signs, for example `7KQM-2XNR-9TBD`.
    static String code(int groups) {
        StringBuilder code = new StringBuilder();
        byte[] random = bytes(groups * 4);
        for (int i = 0; i < random.length; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random[i] & 31));
        }
        return code.toString();
    }

    /// What keeps the place of a secret in the database.
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The hash of a code as a person typed it: in any case, with or without dashes, and with O for 0 and I or L for 1.
    static byte[] codeHash(String typed) {
        return hash(typed.toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replaceAll("[^0-9A-Z]", ""));
    }
}
