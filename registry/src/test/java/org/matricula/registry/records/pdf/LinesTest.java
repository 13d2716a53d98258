package org.matricula.registry.records.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final String COMMENT = "Em đọc lưu loát, diễn cảm; viết câu đúng ngữ pháp và trình bày sạch.";

    @Test
    void a_long_comment_is_broken_between_words() {
        List<String> lines = Lines.wrap(Face.REGULAR, 10, COMMENT, 120);
        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(String.join("", lines)).isEqualTo(COMMENT);
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(Face.REGULAR.width(line.strip(), 10)).isLessThanOrEqualTo(120));
    }

    @Test
    void a_line_feed_of_the_teacher_stays() {
        assertThat(Lines.wrap(Face.REGULAR, 10, "Chăm ngoan.\nĐọc tốt.", 500))
                .containsExactly("Chăm ngoan.", "Đọc tốt.");
        assertThat(Lines.wrap(Face.REGULAR, 10, "Chăm ngoan.\r\nĐọc tốt.", 500))
                .containsExactly("Chăm ngoan.", "Đọc tốt.");
    }

    @Test
    void a_decomposed_name_is_printed_composed() {
        String name = "Nguyễn Thị Mỹ Hường";
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
        assertThat(Lines.wrap(Face.REGULAR, 10, decomposed, 500)).containsExactly(name);
    }

    @Test
    void a_word_wider_than_its_column_is_broken_but_never_before_a_mark() {
        String word = "x\u0323\u0302".repeat(60);
        List<String> lines = Lines.wrap(Face.REGULAR, 10, word, 40);
        assertThat(lines).hasSizeGreaterThan(3).allMatch(line -> line.startsWith("x"));
        assertThat(String.join("", lines)).isEqualTo(word);
    }

    @Test
    void nothing_is_printed_for_an_empty_or_blank_text() {
        assertThat(Lines.wrap(Face.REGULAR, 10, "", 100)).isEmpty();
        assertThat(Lines.wrap(Face.REGULAR, 10, " \n ", 100)).isEmpty();
    }

    @Test
    void the_lines_of_a_name_that_stands_alone_are_about_equally_long() {
        List<String> lines = Lines.balanced(Face.BOLD, 10, "Trường Tiểu học Lê Hồng Phong", 150);
        assertThat(lines).containsExactly("Trường Tiểu học ", "Lê Hồng Phong");
    }

    @Property(tries = 300)
    void no_letter_is_ever_lost_and_no_line_is_too_wide(@ForAll("texts") String text) {
        List<String> lines = Lines.wrap(Face.REGULAR, 9, text, 60);
        assertThat(String.join("", lines).replaceAll("\\s", ""))
                .isEqualTo(Lines.clean(text).replaceAll("\\s", ""));
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(Face.REGULAR.width(line.strip(), 9)).isLessThanOrEqualTo(60));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aăâeêioôơuưyđ ẢẦỆỔỮỲ  \n.,ӘҒҚҢӨҰҮҺІЖЩЫ0123456789")
                .ofMaxLength(200);
    }
}
