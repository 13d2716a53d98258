package org.matricula.registry.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /// RFC 6238 appendix B, of whose eight digits the last six count here.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void a_code_is_the_one_of_the_standard(long second, String digits) {
        assertThat(Totp.code(RFC_SECRET, Instant.ofEpochSecond(second))).isEqualTo(digits.substring(2));
    }

    /// RFC 4226 appendix D.
    @ParameterizedTest
    @CsvSource({"0, 1284755224", "1, 1094287082", "2, 137359152", "9, 645520489"})
    void the_truncated_hash_is_the_one_of_the_standard(long step, int truncated) {
        assertThat(Totp.truncated(RFC_SECRET, step)).isEqualTo(truncated);
    }

    @Test
    void a_code_counts_half_a_minute_early_or_late_and_no_longer() {
        Instant now = Instant.parse("2026-05-20T02:00:00Z");
        String code = Totp.code(RFC_SECRET, now);
        assertThat(Totp.step(RFC_SECRET, code, now.minusSeconds(30))).isPresent();
        assertThat(Totp.step(RFC_SECRET, code, now.plusSeconds(59))).isPresent();
        assertThat(Totp.step(RFC_SECRET, code, now.plusSeconds(60))).isEmpty();
        assertThat(Totp.step(RFC_SECRET, code, now.minusSeconds(31))).isEmpty();
        assertThat(Totp.step(RFC_SECRET, code.substring(0, 3) + " " + code.substring(3), now))
                .as("typed with a blank in the middle")
                .isPresent();
    }

    /// RFC 4648 section 10, and back.
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void a_secret_is_typed_in_the_letters_of_the_standard(String text, String base32) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.base32(bytes)).isEqualTo(base32);
        assertThat(Totp.fromBase32(base32.toLowerCase(java.util.Locale.ROOT))).isEqualTo(bytes);
    }

    @Test
    void a_sign_that_is_none_is_not_read() {
        assertThatThrownBy(() -> Totp.fromBase32("ABC1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_application_is_told_who_and_where() {
        assertThat(Totp.address(RFC_SECRET, "hoa.nguyen"))
                .isEqualTo(
                        "otpauth://totp/Matricula:hoa.nguyen?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Matricula");
    }
}
