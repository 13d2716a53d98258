package org.matricula.registry.gradebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.matricula.registry.gradebook.SheetKit.AN;
import static org.matricula.registry.gradebook.SheetKit.BINH;
import static org.matricula.registry.gradebook.SheetKit.CLASS;
import static org.matricula.registry.gradebook.SheetKit.HEADINGS;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever the file, there is an answer, soon, and without a row that has an error.
class AnyFileTest {

    @Property(tries = 300)
    void made_of_odd_cells_has_an_answer(@ForAll("tables") List<List<String>> rows) {
        var text = new StringBuilder(CLASS);
        for (var row : rows) {
            text.append(String.join(
                            ",",
                            row.stream()
                                    .map(c -> '"' + c.replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append('\n');
        }
        assertConsistent(SheetKit.csv(text.toString()));
    }

    @Property(tries = 300)
    void with_a_cell_replaced_has_an_answer(@ForAll String other, @ForAll("places") int place) {
        var cells = (CLASS + HEADINGS + AN + BINH).split(",", -1);
        cells[place % cells.length] = '"' + other.replace("\"", "\"\"") + '"';
        assertConsistent(SheetKit.csv(String.join(",", cells)));
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES) // a guard against hanging, no measure of speed
    void of_ten_megabytes_is_answered() {
        var random = new Random(7);
        var text = new StringBuilder(CLASS + HEADINGS);
        while (text.length() < 9 * 1024 * 1024) {
            text.append("1,Nguyễn An,%012d,31/01/2016,T,9,%x\n"
                    .formatted(random.nextLong(1_000_000_000_000L), random.nextLong()));
        }
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var reading = SheetKit.read(bytes);
        assertThat(SheetKit.said(reading)).hasSize(1);
    }

    private static void assertConsistent(Reading reading) {
        assertThatCode(() -> SheetKit.said(reading)).doesNotThrowAnyException();
        var spoilt = reading.remarks().stream()
                .filter(Problem::blocks)
                .map(Problem::cell)
                .toList();
        for (var pupil : SheetKit.pupils(reading)) {
            assertThat(spoilt).noneMatch(c -> c.matches("[A-Z]+" + pupil.row()));
            assertThat(pupil.values()).containsKeys("fullName", "number", "bornOn");
        }
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 60);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        var cell = Arbitraries.of(
                "STT",
                "Họ và tên",
                "Họ đệm",
                "Tên",
                "Mã số",
                "Ngày sinh",
                "Toán",
                "Mức",
                "Điểm",
                "Nhận xét",
                "Âm nhạc",
                "Khoa học",
                "Các môn học",
                "Lớp: 1B",
                "Lớp",
                "1A",
                "Ví dụ",
                "Tổng số",
                "",
                "",
                "",
                "T",
                "H",
                "9",
                "Nguyễn An",
                "022316000001",
                "31/01/2016",
                "(1)",
                "\u202E",
                "=1+1",
                "a\nb",
                "🙂");
        return cell.list().ofMinSize(1).ofMaxSize(9).list().ofMinSize(1).ofMaxSize(12);
    }
}
