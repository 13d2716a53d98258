package org.matricula.packs.vn.reportbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.matricula.packs.vn.reportbook.rules.YearResult;
import org.matricula.packs.vn.reportbook.sheet.PrimaryClassSheet;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.verifier.record.Block;

class BookBlocksTest {
    private static final PrimaryClassSheet SHEET = new PrimaryClassSheet();

    private static Block result(Map<String, String> values, YearResult result) {
        var info = new ClassInfo(4, Map.of("grade", "4"), Map.of());
        return BookBlocks.of(SHEET, info, new PupilRow(6, values), result).getLast();
    }

    /// The examination before the seal asks the book whether the principal has decided.
    @Test
    void a_book_says_nothing_of_promotion_before_the_principal_has_decided() {
        var values = new HashMap<>(SHEET.example(4));
        values.remove("promotion");
        assertThat(result(values, YearResult.NOT_COMPLETED).value("promotion")).isEmpty();
        assertThat(result(values, YearResult.COMPLETED).value("promotion")).contains("Được lên lớp 5");
        values.put("promotion", "SUPPLEMENTARY");
        assertThat(result(values, YearResult.NOT_COMPLETED).value("promotion")).isEmpty();
    }
}
