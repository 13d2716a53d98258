package org.matricula.packs.vn.reportbook.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.matricula.registry.gradebook.ClassSheet;
import org.matricula.registry.gradebook.ClassSheetTemplate;

/// The first three pupils of class 4A in the template, to be spoilt.
final class BadSheet {
    /// The row of the first pupil, counted from 0.
    static final int FIRST = 5;

    private static final int GROUPS = 3;
    private static final int HEADINGS = 4;

    private final XSSFWorkbook workbook;

    private BadSheet(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    static byte[] with(Consumer<BadSheet> spoiling) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(good()))) {
            spoiling.accept(new BadSheet(workbook));
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return SchoolPrint.timeless(bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("a workbook in memory could not be written", e);
        }
    }

    private static final byte[] GOOD = new ClassSheetTemplate(new PrimaryClassSheet()).filled(three());

    static byte[] good() {
        return GOOD.clone();
    }

    static ClassSheet three() {
        var all = ExampleClasses.fourA();
        return new ClassSheet(all.info(), List.copyOf(all.rows().subList(0, 3)));
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    XSSFSheet table() {
        return workbook.getSheet("Bảng tổng hợp");
    }

    /// A cell of a pupil.
    ///
    /// @param pupil counted from 0
    XSSFCell cell(int pupil, String heading) {
        return table().getRow(FIRST + pupil).getCell(column("", heading));
    }

    /// A cell of a pupil under a group heading.
    XSSFCell cell(int pupil, String group, String heading) {
        return table().getRow(FIRST + pupil).getCell(column(group, heading));
    }

    int column(String group, String heading) {
        var over = "";
        for (int i = 0; i < table().getRow(HEADINGS).getLastCellNum(); i++) {
            var top = text(GROUPS, i);
            over = top.isEmpty() ? over : top;
            var low = text(HEADINGS, i);
            if (group.isEmpty()
                    ? top.startsWith(heading + "\n") && low.isEmpty()
                    : over.startsWith(group + "\n") && low.startsWith(heading + "\n")) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + group + " " + heading);
    }

    private String text(int row, int column) {
        var cell = table().getRow(row).getCell(column);
        return cell == null ? "" : cell.getStringCellValue();
    }
}
