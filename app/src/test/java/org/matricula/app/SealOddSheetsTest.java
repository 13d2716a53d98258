package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.app.SealedClass.Ran;

/// What the office is told when a sheet, an option or a key is not as it should be.
@Tag("slow")
class SealOddSheetsTest {
    private static final String FIRST_COMMENT =
            "Đọc to, rõ ràng, diễn cảm; viết văn có cảm xúc, biết dùng hình ảnh so sánh.";

    @TempDir
    Path temporary;

    /// The example class with one thing changed.
    private Path sheet(String what, String by) throws IOException {
        String all = Files.readString(SealedClass.example("class-4a.csv"));
        assertThat(all).contains(what);
        return Files.writeString(temporary.resolve("class.csv"), all.replaceFirst(Pattern.quote(what), by));
    }

    private SealedClass seal(Path sheet, String... more) {
        return SealedClass.of(sheet, temporary.resolve("out"), temporary.resolve("data"), more);
    }

    @Nested
    class A_row_that_cannot_be_read {
        private SealedClass sealed() throws IOException {
            return seal(sheet("022316010427", "0223160104"), "--allow-partial");
        }

        @Test
        void is_counted_as_left_out_when_the_good_rows_are_sealed() throws IOException {
            SealedClass sealed = sealed();
            assertThat(sealed.status()).as(sealed.said()).isEqualTo(1);
            assertThat(sealed.said()).contains("34 books sealed, 0 sealed before, 1 left out.");
            assertThat(sealed.files(".xml")).hasSize(34);
        }

        @Test
        void has_its_line_in_the_report() throws IOException {
            String report = Files.readString(sealed().folder().resolve("report.html"));
            assertThat(report).contains("<b>1</b> left out", "<td class=\"LEFT_OUT\">");
            assertThat(report.indexOf("Bùi Thị Ngọc Anh", report.indexOf("<tbody>")))
                    .isPositive()
                    .isLessThan(report.indexOf("Đặng Hải Anh", report.indexOf("<tbody>")));
        }
    }

    @Nested
    class A_character_that_no_font_has {
        @Test
        void is_said_at_its_cell_and_nothing_is_sealed() throws IOException {
            SealedClass refused = seal(sheet(FIRST_COMMENT, "≥ 8 → tốt"));
            assertThat(refused.status()).as(refused.said()).isEqualTo(1);
            assertThat(refused.said())
                    .contains("Nothing was sealed", "Y18: Bùi Thị Ngọc Anh:", "→ (U+2192), ≥ (U+2265)")
                    .contains("--allow-partial");
            assertThat(refused.files(".xml")).isEmpty();
        }

        @Test
        void in_the_name_of_the_school_stops_the_class_before_a_key_is_made() throws IOException {
            SealedClass refused =
                    seal(sheet("Trường Tiểu học Hoa Sen", "Trường Tiểu học Hoa Sen 学"), "--allow-partial");
            assertThat(refused.status()).as(refused.said()).isEqualTo(1);
            assertThat(refused.said()).contains("学 (U+5B66)").doesNotContain("--allow-partial");
            assertThat(temporary.resolve("data/demo-keys")).doesNotExist();
        }
    }

    @Test
    void sealing_the_good_rows_is_advised_only_where_there_may_be_some() throws IOException {
        SealedClass refused = seal(sheet("Hiệu trưởng,Hoàng Thị Bích Liên", "Hiệu trưởng,"));
        assertThat(refused.status()).as(refused.said()).isEqualTo(1);
        assertThat(refused.said()).contains("'Principal' is not given").doesNotContain("--allow-partial");
    }

    @Test
    void whoever_keeps_the_data_elsewhere_is_told_which_trust_list_verifies_the_books() {
        SealedClass sealed = seal(SealedClass.example("class-1b.xlsx"));
        assertThat(sealed.said())
                .contains("./matricula verify %s --trust %s".formatted(sealed.folder(), sealed.trust()));
        SealedClass again = SealedClass.of(
                SealedClass.example("class-1b.xlsx"),
                temporary.resolve("other"),
                temporary.resolve("data"),
                "--keys",
                temporary.resolve("data/demo-keys").toString(),
                "--level",
                "B");
        assertThat(again.said()).contains("--trust FILE").contains("Signed with demo keys");
    }

    @Test
    void keys_without_a_time_stamp_authority_seal_nothing_at_a_lower_level_unasked() {
        Path data = temporary.resolve("data");
        Ran.of(
                "seal",
                SealedClass.example("class-1b.xlsx").toString(),
                "--out",
                temporary.resolve("a").toString(),
                "--data",
                data.toString());
        Ran ran = Ran.of(
                "seal",
                SealedClass.example("class-1b.xlsx").toString(),
                "--out",
                temporary.resolve("b").toString(),
                "--keys",
                data.resolve("demo-keys").toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.said()).contains("--tsa").contains("--level B");
    }

    @Nested
    class Refused_in_one_sentence {
        @Test
        void is_a_lookup_address_that_is_none() {
            for (String address :
                    List.of("not an address", "ftp://school/", "/v/", "https://school/" + "v".repeat(200))) {
                Ran ran = Ran.of("seal", example(), "--out", out(), "--lookup", address);
                assertThat(ran.status()).isEqualTo(2);
                assertThat(ran.said()).contains("is no address").doesNotContain("fault of ours");
                assertThat(Path.of(out())).doesNotExist();
            }
        }

        @Test
        void is_a_folder_of_books_that_is_a_file() throws IOException {
            Files.writeString(temporary.resolve("file"), "");
            Ran ran =
                    Ran.of("seal", example(), "--out", temporary.resolve("file").toString());
            assertThat(ran.status()).isEqualTo(2);
            assertThat(ran.said()).contains("is a file; give a folder");
        }

        @Test
        void is_a_folder_of_keys_that_is_missing_without_the_usage_below() {
            Ran ran = Ran.of(
                    "seal",
                    example(),
                    "--out",
                    out(),
                    "--keys",
                    temporary.resolve("none").toString());
            assertThat(ran.status()).isEqualTo(2);
            assertThat(ran.said()).contains("there is no folder of keys").doesNotContain("Usage:");
        }

        private String example() {
            return SealedClass.example("class-4a.xlsx").toString();
        }

        private String out() {
            return temporary.resolve("out").toString();
        }
    }
}
