package org.matricula.packs.ru.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.matricula.packs.ru.RUD;

class NumberPropertiesTest {
    private static boolean snils(String number) {
        return new SnilsDecision()
                .decide(new SnilsDecision.Asked(number), RUD.regulation().latest())
                .answer()
                .valid();
    }

    private static InnDecision.Answer inn(String number) {
        return new InnDecision()
                .decide(new InnDecision.Asked(number), RUD.regulation().latest())
                .answer();
    }

    @Property(tries = 100)
    void a_checked_serial_number_has_exactly_one_control(
            @ForAll @IntRange(min = 1_001_999, max = 999_999_999) int serial) {
        assertThat(IntStream.range(0, 100).filter(control -> snils("%09d %02d".formatted(serial, control))))
                .hasSize(1);
    }

    @Property(tries = 50)
    void an_old_serial_number_has_any_control(
            @ForAll @IntRange(min = 0, max = 1_001_998) int serial, @ForAll @IntRange(min = 0, max = 99) int control) {
        assertThat(snils("%09d%02d".formatted(serial, control))).isTrue();
    }

    @Property(tries = 100)
    void nine_digits_have_exactly_one_number_of_an_organisation(
            @ForAll @LongRange(min = 0, max = 999_999_999) long nine) {
        assertThat(IntStream.range(0, 10)
                        .mapToObj(last -> inn("%09d%d".formatted(nine, last)))
                        .filter(InnDecision.Answer::valid))
                .singleElement()
                .extracting(InnDecision.Answer::kind)
                .isEqualTo(Inn.Kind.ORGANISATION);
    }

    @Property(tries = 100)
    void ten_digits_have_exactly_one_number_of_a_person(@ForAll @LongRange(min = 0, max = 9_999_999_999L) long ten) {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(last -> inn("%010d%02d".formatted(ten, last)))
                        .filter(InnDecision.Answer::valid))
                .singleElement()
                .extracting(InnDecision.Answer::kind)
                .isEqualTo(Inn.Kind.PERSON);
    }

    @Property(tries = 200)
    void any_text_is_judged_and_none_is_an_error(@ForAll String text) {
        assertThat(snils(text)).isIn(true, false);
        assertThat(inn(text).kind() == null).isEqualTo(!inn(text).valid());
    }
}
