package org.matricula.packs.vn.reportbook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.matricula.law.testing.Proves.Kind.BOUNDARY;
import static org.matricula.law.testing.Proves.Kind.MET;
import static org.matricula.law.testing.Proves.Kind.NOT_MET;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.matricula.law.testing.Proves;
import org.matricula.packs.vn.VNRB;

class EntryWindowTest {
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 5, 18, 0, 0);
    private static final LocalDateTime LAST = LocalDateTime.of(2026, 5, 29, 23, 59);
    private static final EntryWindow WINDOW = new EntryWindow(FIRST, LAST);

    @Test
    @Proves(
            value = VNRB.II_6_6_C_1,
            kind = {MET, NOT_MET, BOUNDARY})
    void is_open_to_the_end_of_its_last_minute() {
        assertThat(WINDOW.openAt(LAST).isMet()).isTrue();
        assertThat(WINDOW.openAt(LAST.plusSeconds(59)).isMet()).isTrue();
        assertThat(WINDOW.openAt(LocalDateTime.of(2026, 5, 30, 0, 0)).isNotMet())
                .isTrue();
    }

    @Test
    void given_to_the_second_does_not_reach_into_the_next_minute() {
        EntryWindow window = new EntryWindow(FIRST, LAST.plusSeconds(59));
        assertThat(window.isOpenAt(LAST.plusSeconds(59))).isTrue();
        assertThat(window.isOpenAt(LocalDateTime.of(2026, 5, 30, 0, 0))).isFalse();
    }

    @Test
    @Proves(
            value = VNRB.II_6_6_C_1,
            kind = {MET, NOT_MET, BOUNDARY})
    void opens_at_its_first_minute() {
        assertThat(WINDOW.openAt(FIRST).isMet()).isTrue();
        assertThat(WINDOW.openAt(FIRST.minusSeconds(1)).isNotMet()).isTrue();
    }

    @Test
    void does_not_end_before_it_starts() {
        assertThatThrownBy(() -> new EntryWindow(LAST, FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before it starts");
    }
}
