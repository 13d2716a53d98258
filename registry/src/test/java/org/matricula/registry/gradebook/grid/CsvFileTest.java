package org.matricula.registry.gradebook.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Nested
    class A_text_file {
        private static final String TABLE = "Họ và tên;Mức\r\nNguyễn An;\"Đọc tốt\nViết đẹp\"\r\n";

        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "UTF-16"})
        void is_read_in_unicode_with_a_byte_order_mark(String charset) {
            var mark = charset.equals("UTF-8") ? "\uFEFF" : "";
            var grid = GridFileTest.first((mark + TABLE).getBytes(Charset.forName(charset)));
            assertThat(grid.cell(1, 0).orElseThrow().text()).contains("Họ và tên");
            assertThat(grid.cell(2, 1).orElseThrow().text()).contains("Đọc tốt\nViết đẹp");
        }

        @ParameterizedTest
        @ValueSource(strings = {",", ";", "\t"})
        void is_read_with_any_separator(String separator) {
            var grid = GridFileTest.first(TABLE.replace(";", separator).getBytes(StandardCharsets.UTF_8));
            assertThat(grid.cell(1, 1).orElseThrow().text()).contains("Mức");
        }

        @Test
        void obeys_the_separator_line_of_excel() {
            var grid = GridFileTest.first(("sep=;\r\n" + "a,b;c\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(grid.cell(1, 0).orElseThrow().text()).contains("a,b");
        }

        @Test
        void in_an_old_vietnamese_encoding_is_refused_at_its_line() {
            var old = "Lop;4A\nHọ và tên;Mức\n".getBytes(Charset.forName("windows-1258"));
            assertThat(GridFileTest.refusal(old))
                    .contains("Line 2")
                    .contains("Windows-1258")
                    .contains("CSV UTF-8");
        }

        @Test
        void with_binary_content_is_refused() {
            assertThat(GridFileTest.refusal(new byte[] {1, 2, 0, 3})).contains("neither an XLSX nor a CSV");
        }

        @Test
        void with_a_quote_that_never_ends_is_refused() {
            assertThat(GridFileTest.refusal("a,b\nc,\"d\n".getBytes(StandardCharsets.UTF_8)))
                    .contains("quotation mark");
        }
    }
}
