package org.matricula.registry.gradebook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.matricula.registry.gradebook.intake.flows.Answers;

class TemplatesTest {
    private final OfficeKit office = new OfficeKit();

    private byte[] template(IntakeKind kind, boolean spreadsheet) {
        return office.node
                .get(Templates.class)
                .write(kind, office.school, OfficeKit.YEAR, office.now().date(), spreadsheet);
    }

    @Test
    void the_empty_list_of_pupils_has_an_example_that_is_not_taken_for_a_pupil() {
        for (boolean spreadsheet : new boolean[] {true, false}) {
            Checked checked = office.check(IntakeKind.PUPILS, template(IntakeKind.PUPILS, spreadsheet));
            assertThat(OfficeKit.errors(checked)).singleElement().asString().contains("no pupil under the headings");
        }
    }

    @Test
    void a_filled_list_of_pupils_is_read() throws IOException {
        byte[] filled;
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template(IntakeKind.PUPILS, true)))) {
            var row = workbook.getSheetAt(0).getRow(4);
            row.getCell(1).setCellValue("4A");
            row.getCell(2).setCellValue("Nguyễn An");
            row.getCell(4).setCellValue(java.time.LocalDate.of(2016, 9, 1));
            row.getCell(5).setCellValue("Nam");
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            filled = bytes.toByteArray();
        }
        Checked checked = office.check(IntakeKind.PUPILS, filled);
        assertThat(OfficeKit.errors(checked)).isEmpty();
        assertThat(office.plan(checked).listed())
                .extracting(each -> each.className() + " " + each.fullName())
                .containsExactly("4A Nguyễn An");
    }

    @Test
    void the_list_of_assignments_comes_with_the_classes_and_says_what_is_so() {
        office.apply(office.pupils("Lớp,Họ và tên,Ngày sinh,Giới tính", "4A,Nguyễn An,01/09/2016,Nam"));
        office.apply(
                office.teaching("Lớp,GVCN,Âm nhạc", "4A,Nguyễn Thị Hoa,Trần Nhạc"),
                new Answers(Set.of(), Optional.empty(), Set.of(), true));
        assertThat(new String(template(IntakeKind.TEACHING, false), StandardCharsets.UTF_8))
                .contains("1,4A,Nguyễn Thị Hoa,,,Trần Nhạc,");
        Checked again = office.check(IntakeKind.TEACHING, template(IntakeKind.TEACHING, true));
        assertThat(OfficeKit.errors(again)).isEmpty();
        assertThat(again.plan().changesNothing()).isTrue();
    }
}
