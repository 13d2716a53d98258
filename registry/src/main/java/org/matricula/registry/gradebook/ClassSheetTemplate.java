package org.matricula.registry.gradebook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.PupilRow;

/// Writes class sheets that [ClassSheetReader] reads: empty ones for a grade, and filled ones.
///
/// The same arguments give the same bytes, whenever and wherever.
public final class ClassSheetTemplate {
    /// 1 January 2025: the oldest date that says nothing about when the file was made. ZIP has no time zone.
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2025, 1, 1, 0, 0);

    private final ClassSheetForm form;

    /// @param form what the sheet holds
    public ClassSheetTemplate(ClassSheetForm form) {
        this.form = form;
    }

    /// An empty workbook for a grade: a page for the class and its teachers, the table with drop-down lists and a
    /// marked example row, and a page of instructions.
    ///
    /// @throws IllegalArgumentException when the form has no such grade
    public byte[] empty(int grade) {
        return workbook(grade, Optional.empty());
    }

    /// The same workbook filled with a class, without the example row.
    public byte[] filled(ClassSheet sheet) {
        return workbook(sheet.info().grade(), Optional.of(sheet));
    }

    /// An empty table as CSV: lines about the class above two heading rows, and a marked example row. UTF-8
    /// with a byte order mark, since Excel needs it to see Vietnamese letters.
    public byte[] emptyCsv(int grade) {
        var example = new PupilRow(1, form.example(grade));
        return new CsvTemplate(form, grade)
                .write(
                        new ClassInfo(grade, Map.of(ClassSheetForm.GRADE, String.valueOf(grade)), Map.of()),
                        List.of(example),
                        true);
    }

    /// A class as CSV.
    public byte[] filledCsv(ClassSheet sheet) {
        return new CsvTemplate(form, sheet.info().grade()).write(sheet.info(), sheet.rows(), false);
    }

    private byte[] workbook(int grade, Optional<ClassSheet> sheet) {
        try (var workbook = new XSSFWorkbook()) {
            var properties = workbook.getProperties();
            properties.getCoreProperties().setTitle(form.title().local());
            properties.getCoreProperties().setCreator("Matricula");
            properties.getCoreProperties().setCreated("2025-01-01T00:00:00Z");
            var look = new Look(workbook);
            new TemplateClassPage(form, grade, look).write(workbook, sheet.map(ClassSheet::info));
            new TemplateTable(form, grade, look, sheet).write(workbook);
            new TemplateInstructions(form, grade, look).write(workbook);
            workbook.setActiveSheet(sheet.isPresent() ? 1 : 0);
            workbook.setSelectedTab(sheet.isPresent() ? 1 : 0);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return timeless(bytes.toByteArray());
        } catch (IOException | InvalidFormatException e) {
            throw new IllegalStateException("a workbook in memory could not be written", e);
        }
    }

    /// The archive with the same date on every part.
    private static byte[] timeless(byte[] archive) {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var out = new ZipOutputStream(bytes)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(ENTRY_TIME);
                out.putNextEntry(same);
                in.transferTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
