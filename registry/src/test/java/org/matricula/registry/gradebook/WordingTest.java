package org.matricula.registry.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void is_the_same_however_it_is_typed() {
        assertThat(Wording.bare("  Họ và\n tên: ")).isEqualTo(Wording.bare("HO VA TEN"));
    }

    @Test
    void of_a_cell_that_holds_a_whole_book_is_its_beginning() {
        assertThat(Wording.plain("Nguyễn ".repeat(400_000)).length()).isLessThanOrEqualTo(500);
        assertThat(Wording.plain("a".repeat(501))).isNotEqualTo(Wording.plain("a".repeat(499)));
    }
}
