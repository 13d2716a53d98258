package org.matricula.registry.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.registry.gradebook.CellReaderTest.text;
import static org.matricula.registry.gradebook.CellReaderTest.words;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.registry.gradebook.spi.Kind;

/// Text typed with a font from before Unicode, which looks right on the screen of the school that has the font.
class OldFontsTest {
    @Nested
    class A_name {
        @ParameterizedTest
        @ValueSource(strings = {"NguyÔn TiÕn", "TrÇn ThÕ"})
        void in_an_old_font_that_has_only_letters_is_refused(String name) {
            assertThat(words(text(new Kind.Name(), name))).contains("old font");
        }

        @ParameterizedTest
        @ValueSource(strings = {"Nguyeãn Vaên Bình", "Traàn Thò Hoa"})
        void in_letters_as_vni_has_them_is_read_with_a_warning(String name) {
            assertThat(text(new Kind.Name(), name).said())
                    .singleElement()
                    .satisfies(s -> assertThat(s.words().en()).contains("VNI"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Hoà Thuý Nguyễn", "H' Hen Niê", "Nguyễn Oánh", "Y Thuận Êban", "Hoàng Mc Donald"})
        void that_is_real_is_no_old_font(String name) {
            assertThat(text(new Kind.Name(), name).said()).isEmpty();
        }
    }

    @Nested
    class A_comment {
        @ParameterizedTest
        @ValueSource(strings = {"Häc sinh ch¨m chØ, tÝnh to¸n nhanh.", "TiÕn bé nhiÒu."})
        void in_the_letters_of_an_old_font_is_refused(String text) {
            assertThat(words(text(new Kind.Text(100, true), text))).contains("old font");
        }

        @Test
        void that_looks_like_another_old_font_is_read_with_a_warning() {
            var outcome = text(new Kind.Text(100, true), "Hoïc sinh chaêm chæ, tính toaùn nhanh.");
            assertThat(outcome.value()).isPresent();
            assertThat(outcome.said())
                    .singleElement()
                    .satisfies(s -> assertThat(s.words().en()).contains("VNI"));
        }
    }
}
