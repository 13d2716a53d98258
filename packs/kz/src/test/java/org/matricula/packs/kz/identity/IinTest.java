package org.matricula.packs.kz.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The number and its check digit.
class IinTest {
    @Property(tries = 2000)
    void at_most_one_last_digit_is_right(
            @ForAll @IntRange(min = 0, max = 20_000) int day, @ForAll @IntRange(min = 0, max = 9999) int serial) {
        String first = firstEleven(LocalDate.of(1950, 1, 1).plusDays(day), serial);
        long right = IntStream.range(0, 10)
                .filter(last -> Iin.read(first + last).valid())
                .count();
        boolean neverIssued = Iin.read(first + "0").form() == Iin.Form.NEVER_ISSUED;
        assertThat(right).isEqualTo(neverIssued ? 0 : 1);
    }

    @Property(tries = 2000)
    void a_valid_number_tells_the_day_of_birth_and_the_sex(
            @ForAll @IntRange(min = 0, max = 20_000) int day, @ForAll @IntRange(min = 0, max = 9999) int serial) {
        LocalDate born = LocalDate.of(1950, 1, 1).plusDays(day);
        String first = firstEleven(born, serial);
        Iin.read(first + "0").expected().ifPresent(last -> {
            Iin iin = Iin.read(first + last);
            assertThat(iin.bornOn()).isEqualTo(Optional.of(born));
            assertThat(iin.sex()).isEqualTo(Optional.of(Iin.Sex.MALE));
        });
    }

    @Property(tries = 2000)
    void any_text_is_judged_and_none_is_an_error(@ForAll String text) {
        assertThat(Iin.read(text).form()).isNotNull();
    }

    /// Of ten thousand serial numbers of one day, 828 need the second row of weights and 82 cannot be issued at
    /// all.
    @Test
    void about_one_number_in_eleven_needs_the_second_pass() {
        long second = IntStream.range(0, 10_000)
                .mapToObj("9001013%04d0"::formatted)
                .map(Iin::read)
                .filter(iin -> iin.secondPass() && iin.expected().isPresent())
                .count();
        long never = IntStream.range(0, 10_000)
                .mapToObj("9001013%04d0"::formatted)
                .map(Iin::read)
                .filter(iin -> iin.form() == Iin.Form.NEVER_ISSUED)
                .count();
        assertThat(second).isEqualTo(828);
        assertThat(never).isEqualTo(82);
    }

    @ParameterizedTest
    @CsvSource({
        "00022950001, RIGHT",
        "00022930001, NO_SUCH_DAY",
        "90133130001, NO_SUCH_DAY",
        "90010190002, NO_SUCH_CENTURY"
    })
    void the_day_is_checked_in_the_century_of_the_seventh_digit(String first, Iin.Form form) {
        Iin iin = Iin.read(first + Iin.read(first + "0").expected().orElseThrow());
        assertThat(iin.form()).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(strings = {"90010100001", "90010170001", "90010180001"})
    void a_century_only_heard_of_is_a_warning_and_tells_no_day(String first) {
        Iin iin = Iin.read(first + Iin.read(first + "0").expected().orElseThrow());
        assertThat(iin.valid()).isTrue();
        assertThat(iin.form()).isEqualTo(Iin.Form.UNUSUAL_CENTURY);
        assertThat(iin.bornOn()).isEmpty();
        assertThat(iin.sex()).isEmpty();
    }

    private static String firstEleven(LocalDate born, int serial) {
        int century = born.getYear() < 2000 ? 3 : 5;
        return "%02d%02d%02d%d%04d"
                .formatted(born.getYear() % 100, born.getMonthValue(), born.getDayOfMonth(), century, serial);
    }
}
