package org.matricula.registry.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @CsvSource({
        "kort, SHORT",
        "aaaaaaaaaaaa, COMMON",
        "Mật khẩu 123, COMMON",
        "matkhau2026, COMMON",
        "пароль12345, COMMON",
        "xin chao hoa.nguyen, LOGIN"
    })
    void a_new_one_that_is_guessed_first_is_not_taken(String password, Passwords.Weakness why) {
        assertThat(Passwords.weakness(password, "hoa.nguyen")).contains(why);
    }

    @Test
    void a_new_one_of_a_few_words_is_taken() {
        assertThat(Passwords.weakness("cau Long Bien dai lam", "hoa.nguyen")).isEmpty();
        assertThat(Passwords.weakness("x".repeat(100) + "abcd" + "y".repeat(97), "hoa"))
                .contains(Passwords.Weakness.LONG);
    }

    @Test
    void is_right_from_a_keyboard_that_writes_letters_in_two_parts_too() {
        String hash = passwords.hash("tiếng Việt đẹp lắm");
        String inParts = java.text.Normalizer.normalize("tiếng Việt đẹp lắm", java.text.Normalizer.Form.NFD);
        assertThat(passwords.matches(inParts, Optional.of(hash))).isTrue();
        assertThat(passwords.matches("tieng Viet dep lam", Optional.of(hash))).isFalse();
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void of_many_letters_in_parts_is_as_long_as_when_it_was_set() {
        String inParts =
                java.text.Normalizer.normalize("mặt trời mọc ở đằng đông ".repeat(7), java.text.Normalizer.Form.NFD);
        assertThat(inParts.length()).isGreaterThan(Passwords.MOST);
        assertThat(Passwords.weakness(inParts, "hoa.nguyen")).isEmpty();
        assertThat(passwords.matches(inParts, Optional.of(passwords.hash(inParts))))
                .isTrue();
    }

    @Test
    void of_nobody_is_never_right() {
        assertThat(passwords.matches("anything at all", Optional.empty())).isFalse();
    }
}
