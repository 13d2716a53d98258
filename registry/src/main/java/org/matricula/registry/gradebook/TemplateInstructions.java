package org.matricula.registry.gradebook;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.matricula.registry.gradebook.spi.ClassSheetForm;

/// The page of instructions: the local language on the left, English on the right.
final class TemplateInstructions {
    private static final int WIDTH = 62;

    /// Characters that fit in a line of that width: letters are narrower than the digits it is counted in.
    private static final int LINE = 74;

    private static final int CHARACTER = 256;
    private static final float LINE_HEIGHT = 15.5f;

    private final ClassSheetForm form;
    private final int grade;
    private final Look look;

    TemplateInstructions(ClassSheetForm form, int grade, Look look) {
        this.form = form;
        this.grade = grade;
        this.look = look;
    }

    void write(XSSFWorkbook workbook) {
        var sheet = workbook.createSheet("Hướng dẫn");
        sheet.setDisplayGridlines(false);
        sheet.setColumnWidth(0, 4 * CHARACTER);
        sheet.setColumnWidth(1, WIDTH * CHARACTER);
        sheet.setColumnWidth(2, WIDTH * CHARACTER);
        var heads = sheet.createRow(0);
        heads.createCell(1).setCellValue("Hướng dẫn");
        heads.createCell(2).setCellValue("Instructions");
        heads.forEach(c -> c.setCellStyle(look.title()));
        int number = 0;
        for (var sentence : form.instructions(grade)) {
            var row = sheet.createRow(++number + 1);
            int longest = Math.max(sentence.en().length(), sentence.local().length());
            row.setHeightInPoints(LINE_HEIGHT * (longest / LINE + 1) + 6);
            row.createCell(0).setCellValue(number);
            row.createCell(1).setCellValue(sentence.local());
            row.createCell(2).setCellValue(sentence.en());
            row.forEach(c -> c.setCellStyle(look.paragraph()));
        }
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
    }
}
