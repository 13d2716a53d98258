package org.matricula.registry.records;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The numbers of a report book, made from what the book is about and a secret of the register.
///
/// The same pupil, school and year always give the same numbers, so that sealing again recognises what is done; without
/// the secret nobody can guess a number or learn the personal number from it.
public final class BookNumbers {
    /// Crockford's base 32: no I, L, O or U, so that a code survives being read aloud.
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private final SecretKeySpec key;

    /// @param secret the register's secret, 32 bytes
    public BookNumbers(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException(
                    "the register's secret has %d bytes; it needs 32".formatted(secret.length));
        }
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /// The functional number of a pupil's book of one school year, the same for all its versions, for example
    /// `HB-2025-7QK4-M2XN-P3RT`.
    public String book(String schoolCode, String schoolYear, String personalNumber) {
        String year = schoolYear.substring(0, 4);
        return "HB-%s-%s".formatted(year, groups(code(12, "book", schoolCode, schoolYear, personalNumber)));
    }

    /// The public lookup code of one version (VNRB:I.5.2.b/2): 80 bits, never shared by two versions.
    public String lookup(String book, int version) {
        return groups(code(16, "lookup", book, String.valueOf(version)));
    }

    /// The secret that is printed with the book only (VNRB:I.2.8/2): 40 bits.
    public String confirmation(String book, int version) {
        return groups(code(8, "confirmation", book, String.valueOf(version)));
    }

    private String code(int characters, String... parts) {
        byte[] mac;
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(key);
            for (String part : parts) {
                hmac.update(part.getBytes(StandardCharsets.UTF_8));
                hmac.update((byte) 0);
            }
            mac = hmac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
        StringBuilder code = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            code.append(ALPHABET[mac[i] & 31]);
        }
        return code.toString();
    }

    private static String groups(String code) {
        return code.replaceAll("(.{4})(?!$)", "$1-");
    }
}
