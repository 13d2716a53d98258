package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.app.SealedClass.Ran;

@Tag("slow")
class SealAClassStoryTest {
    @TempDir
    static Path temporary;

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class A_class_of_35_in_grade_4 {
        private SealedClass sealed = new SealedClass(Path.of(""), -1, "");

        @BeforeAll
        void is_sealed_with_demo_keys() {
            sealed = SealedClass.of(
                    SealedClass.example("class-4a.xlsx"), temporary.resolve("4a"), temporary.resolve("data"));
        }

        @Test
        void becomes_35_books_each_in_both_formats() {
            assertThat(sealed.status()).as(sealed.said()).isZero();
            assertThat(sealed.files(".xml")).hasSize(35);
            assertThat(sealed.files(".pdf")).hasSize(35);
            assertThat(names(sealed.files(".xml"))).isEqualTo(names(sealed.files(".pdf")));
        }

        @Test
        void says_on_every_output_that_demo_keys_signed() throws IOException {
            assertThat(sealed.said()).contains("demo keys");
            assertThat(Files.readString(sealed.folder().resolve("report.html"))).contains("demo keys");
            assertThat(Ran.of(
                                    "verify",
                                    sealed.files(".xml").getFirst().toString(),
                                    "--trust",
                                    sealed.trust().toString())
                            .said())
                    .containsIgnoringCase("demo");
        }

        @Test
        void is_genuine_for_anyone_who_verifies() {
            Ran verified = Ran.of(
                    "verify",
                    sealed.folder().toString(),
                    "--trust",
                    sealed.trust().toString());
            assertThat(verified.status()).as(verified.said()).isZero();
        }

        @Test
        void shows_which_part_was_changed_when_one_mark_is_raised() throws IOException {
            Path book = sealed.files(".xml").getFirst();
            String xml = Files.readString(book);
            String changed = xml.replaceFirst("(Id=\"subject\\.MATHEMATICS\".*?name=\"test\"[^>]*>)\\d+<", "$10<");
            assertThat(changed).isNotEqualTo(xml);
            Path forged = Files.writeString(temporary.resolve("forged.xml"), changed);
            Ran verified = Ran.of(
                    "verify", forged.toString(), "--trust", sealed.trust().toString(), "--lang", "vi");
            assertThat(verified.status()).isEqualTo(1);
            assertThat(verified.said()).contains("Toán");
        }

        @Test
        void stays_as_it_is_when_the_command_runs_again() throws IOException {
            Map<Path, byte[]> before = contents(sealed);
            SealedClass again =
                    SealedClass.of(SealedClass.example("class-4a.xlsx"), sealed.folder(), temporary.resolve("data"));
            assertThat(again.status()).as(again.said()).isZero();
            assertThat(again.said()).contains("0 books sealed").contains("35 sealed before");
            contents(again)
                    .forEach((file, bytes) ->
                            assertThat(bytes).as(file.toString()).isEqualTo(before.get(file)));
        }

        private Map<Path, byte[]> contents(SealedClass of) throws IOException {
            Map<Path, byte[]> all = new HashMap<>();
            for (String ending : List.of(".xml", ".pdf")) {
                for (Path file : of.files(ending)) {
                    all.put(file, Files.readAllBytes(file));
                }
            }
            return all;
        }

        private List<String> names(List<Path> files) {
            return files.stream()
                    .map(f -> f.getFileName().toString().replaceFirst("\\.\\w+$", ""))
                    .toList();
        }
    }

    @Test
    void a_grade_1_class_with_its_fewer_subjects_is_sealed_too() {
        SealedClass sealed = SealedClass.of(
                SealedClass.example("class-1b.xlsx"), temporary.resolve("1b"), temporary.resolve("data"));
        assertThat(sealed.status()).as(sealed.said()).isZero();
        assertThat(sealed.files(".xml")).hasSize(35);
    }

    @Test
    void the_same_class_as_csv_gives_the_same_books() {
        SealedClass sealed = SealedClass.of(
                SealedClass.example("class-4a.csv"), temporary.resolve("4a-csv"), temporary.resolve("data"));
        SealedClass sheet = SealedClass.of(
                SealedClass.example("class-4a.xlsx"), temporary.resolve("4a-xlsx"), temporary.resolve("data"));
        assertThat(sealed.status()).as(sealed.said()).isZero();
        assertThat(sealed.files(".xml").stream().map(Path::getFileName))
                .containsExactlyElementsOf(
                        sheet.files(".xml").stream().map(Path::getFileName).toList());
    }

    @Test
    void a_file_that_is_not_a_class_sheet_is_refused_in_words_and_nothing_is_written() throws IOException {
        Path junk = Files.writeString(temporary.resolve("junk.xlsx"), "this is not a spreadsheet");
        SealedClass refused = SealedClass.of(junk, temporary.resolve("junk"), temporary.resolve("data"));
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.said()).contains("Nothing was sealed").doesNotContain("Exception");
        assertThat(refused.files(".xml")).isEmpty();
        assertThat(refused.files(".pdf")).isEmpty();
    }
}
