package org.matricula.registry.records.flows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnprintableTest {
    @Test
    void vietnamese_kazakh_and_russian_texts_with_line_feeds_can_be_printed_composed_or_not() {
        assertThat(Unprintable.in("Trường Tiểu học Hoa Sen\nXã Ðông, “9½” – tốt\tTie\u0302\u0301ng Vie\u0323\u0302t"))
                .isEmpty();
        assertThat(Unprintable.in("Әл-Фараби атындағы, Подъездъ")).isEmpty();
        assertThat(Unprintable.in("")).isEmpty();
    }

    @Test
    void a_character_that_no_font_has_is_named_once_with_its_number() {
        assertThat(Unprintable.in("≥ 8 → tốt ≥ 9").orElseThrow().en()).contains("→ (U+2192), ≥ (U+2265).");
        assertThat(Unprintable.in("học 学").orElseThrow().local()).contains("学 (U+5B66)");
    }

    @Test
    void a_character_beyond_the_basic_plane_is_one_character() {
        assertThat(Unprintable.in("giỏi 😀").orElseThrow().en()).contains("😀 (U+1F600).");
    }
}
