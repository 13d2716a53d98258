package org.matricula.registry.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BookNumbersTest {
    private final BookNumbers numbers = new BookNumbers(secret(7));

    private static byte[] secret(int fill) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return secret;
    }

    @Test
    void the_same_pupil_school_and_year_always_give_the_same_number() {
        String number = numbers.book("22199901", "2025-2026", "022216137131");
        assertThat(number).matches("HB-2025(-[0-9A-HJKMNP-TV-Z]{4}){3}");
        assertThat(new BookNumbers(secret(7)).book("22199901", "2025-2026", "022216137131"))
                .isEqualTo(number);
    }

    @Test
    void another_pupil_school_year_or_register_gives_another_number() {
        String number = numbers.book("22199901", "2025-2026", "022216137131");
        assertThat(numbers.book("22199901", "2025-2026", "022216137132")).isNotEqualTo(number);
        assertThat(numbers.book("22199902", "2025-2026", "022216137131")).isNotEqualTo(number);
        assertThat(numbers.book("22199901", "2026-2027", "022216137131").substring(8))
                .isNotEqualTo(number.substring(8));
        assertThat(new BookNumbers(secret(8)).book("22199901", "2025-2026", "022216137131"))
                .isNotEqualTo(number);
    }

    @Test
    void the_parts_of_a_number_are_kept_apart() {
        assertThat(numbers.book("2219990", "2025-2026", "1022216137131"))
                .isNotEqualTo(numbers.book("22199901", "2025-2026", "022216137131"));
    }

    @Test
    void every_version_has_a_lookup_code_and_a_confirmation_code_of_its_own() {
        assertThat(numbers.lookup("HB-1", 1)).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        assertThat(numbers.lookup("HB-1", 2)).isNotEqualTo(numbers.lookup("HB-1", 1));
        assertThat(numbers.confirmation("HB-1", 1)).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertThat(numbers.lookup("HB-1", 1)).doesNotStartWith(numbers.confirmation("HB-1", 1));
    }

    @Test
    void a_secret_that_could_be_guessed_is_refused() {
        assertThatThrownBy(() -> new BookNumbers(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("31 bytes");
    }
}
