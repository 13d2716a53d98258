package org.matricula.registry.gradebook;

import java.util.Optional;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.matricula.law.Sentence;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassKey;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Heading;

/// The page about the class: a value beside each label, then a teacher beside each subject.
///
/// Nothing stands right of an empty value: the reader takes the next filled cell of the row.
final class TemplateClassPage {
    static final String NAME = "Lớp";

    private static final Sentence TITLE = new Sentence("The class", "Thông tin lớp");
    private static final Sentence SUBJECT = new Sentence("Subject", "Môn học");
    private static final Sentence TEACHER = new Sentence("Teacher", "Giáo viên");
    private static final int CHARACTER = 256;

    private final ClassSheetForm form;
    private final int grade;
    private final Look look;
    private int next;

    TemplateClassPage(ClassSheetForm form, int grade, Look look) {
        this.form = form;
        this.grade = grade;
        this.look = look;
    }

    void write(XSSFWorkbook workbook, Optional<ClassInfo> info) {
        var sheet = workbook.createSheet(NAME);
        sheet.setColumnWidth(0, 44 * CHARACTER);
        sheet.setColumnWidth(1, 46 * CHARACTER);
        sheet.setDisplayGridlines(false);
        var title = sheet.createRow(next++).createCell(0);
        title.setCellValue(TITLE.local() + " · " + TITLE.en());
        title.setCellStyle(look.title());
        next++;
        for (var key : form.classKeys()) {
            line(sheet, key.heading(), value(key, info));
        }
        next++;
        var heads = sheet.createRow(next++);
        heads.setHeightInPoints(22);
        heads.createCell(0).setCellValue(look.bilingual(SUBJECT, "  "));
        heads.createCell(1).setCellValue(look.bilingual(TEACHER, "  "));
        heads.forEach(c -> c.setCellStyle(look.heading(0, true)));
        for (var subject : form.subjects(grade)) {
            line(
                    sheet,
                    subject,
                    info.flatMap(i -> Optional.ofNullable(i.teachers().get(subject.code()))));
        }
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.setActiveCell(new CellAddress(2, 1));
    }

    private Optional<String> value(ClassKey key, Optional<ClassInfo> info) {
        return key.key().equals(ClassSheetForm.GRADE)
                ? Optional.of(String.valueOf(grade))
                : info.flatMap(i -> i.value(key.key()));
    }

    private void line(XSSFSheet sheet, Heading heading, Optional<String> value) {
        var row = sheet.createRow(next++);
        row.setHeightInPoints(20);
        var label = row.createCell(0);
        label.setCellValue(look.bilingual(heading.label(), "  "));
        label.setCellStyle(look.label());
        var cell = row.createCell(1);
        value.ifPresent(cell::setCellValue);
        cell.setCellStyle(look.input());
    }
}
