package org.matricula.registry.records.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.records.store.BookFolder.Held;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.RecordContent;

class BookFolderTest {
    private static final byte[] XML = "<xml/>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temporary;

    private Path folder() {
        return temporary.resolve("out");
    }

    private BookFolder open() throws IOException {
        return BookFolder.open(folder()).orElseThrow();
    }

    private List<String> books() throws IOException {
        return names(folder());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static RecordContent content(String id) {
        return new RecordContent(
                "vn.report-book.primary.2020",
                id,
                1,
                new RecordContent.Issuer("VN-79-0042", "Trường Tiểu học Hoa Sen"),
                List.of(new Block("year", "Kết quả", Block.Role.HEAD, List.of(new Block.Field("r", "R", "9")))));
    }

    @Test
    void a_book_is_put_in_as_both_files_and_nothing_stays_behind_in_the_hidden_folder() throws IOException {
        try (BookFolder folder = open()) {
            folder.put("HB-1", XML, PDF);
        }
        assertThat(books()).containsExactly("HB-1.pdf", "HB-1.xml");
        assertThat(names(folder().resolve(".sealing"))).containsExactly("lock");
    }

    @Test
    void a_second_sealing_into_the_same_folder_is_turned_away_until_the_first_has_ended() throws IOException {
        BookFolder first = open();
        Optional<BookFolder> second = BookFolder.open(folder());
        assertThat(second).isEmpty();
        first.close();
        open().close();
    }

    @Test
    void a_folder_that_could_not_be_opened_is_not_kept_locked() throws IOException {
        open().close();
        // A folder with something in it lies where only files are staged: it cannot be cleared away.
        Path stuck = Files.createDirectories(folder().resolve(".sealing/stuck.pdf/inside"));
        assertThatThrownBy(() -> BookFolder.open(folder())).isInstanceOf(IOException.class);
        Files.delete(stuck);
        Files.delete(stuck.getParent());
        open().close();
    }

    @Nested
    class After_a_fall {
        @Test
        void between_the_two_moves_the_book_is_completed() throws IOException {
            open().close();
            Files.write(folder().resolve("HB-1.pdf"), PDF);
            Files.write(folder().resolve(".sealing/HB-1.xml"), XML);
            open().close();
            assertThat(books()).containsExactly("HB-1.pdf", "HB-1.xml");
        }

        @Test
        void before_the_first_move_nothing_of_the_book_is_there() throws IOException {
            open().close();
            Files.write(folder().resolve(".sealing/HB-1.pdf"), PDF);
            Files.write(folder().resolve(".sealing/HB-1.xml"), XML);
            Files.write(folder().resolve(".sealing/report.html"), XML);
            open().close();
            assertThat(books()).isEmpty();
            assertThat(names(folder().resolve(".sealing"))).containsExactly("lock");
        }
    }

    @Nested
    class Asked_for_a_book {
        @Test
        void it_holds_nothing_of_it_at_first() throws IOException {
            try (BookFolder folder = open()) {
                assertThat(folder.find(content("HB-1"))).isEqualTo(Held.ABSENT);
            }
        }

        @Test
        void it_takes_one_file_of_two_for_another_book_and_never_for_a_whole_one() throws IOException {
            try (BookFolder folder = open()) {
                Files.write(folder().resolve("HB-1.pdf"), PDF);
                Files.write(folder().resolve("HB-2.xml"), XML);
                assertThat(folder.find(content("HB-1"))).isEqualTo(Held.OTHER);
                assertThat(folder.find(content("HB-2"))).isEqualTo(Held.OTHER);
            }
        }

        @Test
        void it_takes_an_xml_that_is_no_sealed_record_for_another_book() throws IOException {
            try (BookFolder folder = open()) {
                folder.put("HB-1", XML, PDF);
                assertThat(folder.find(content("HB-1"))).isEqualTo(Held.OTHER);
            }
        }
    }
}
