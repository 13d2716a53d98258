package org.matricula.registry.gradebook.intake.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.Pupil;
import org.matricula.registry.gradebook.Problem;
import org.matricula.registry.gradebook.TypedCells;
import org.matricula.registry.gradebook.intake.IntakeForms;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.page.Page;

/// Values and remarks as the office reads them.
final class IntakeWordsOf {
    private IntakeWordsOf() {}

    /// The day of birth of a pupil.
    static String day(Page page, Pupil pupil) {
        return Optional.ofNullable(pupil.values().get(ClassSheetForm.BORN_ON))
                .map(day -> OfficeDesk.day(page, LocalDate.parse(day)))
                .orElse("");
    }

    /// A canonical value as a sheet shows it.
    static String value(List<Column> columns, String key, String value) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .map(column -> TypedCells.shown(column.kind(), value))
                .orElse(value);
    }

    /// The title of a column.
    static String title(Page page, List<Column> columns, String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .map(column -> OfficeDesk.say(page, column.title()))
                .orElse(key);
    }

    /// How a subject is called; the homeroom teacher's work when there is none.
    static String subject(Page page, ClassSheetForm sheet, Optional<String> code) {
        return code.flatMap(each -> IntakeForms.subject(sheet, each))
                .map(heading -> OfficeDesk.say(page, heading.label()))
                .orElseGet(() -> page.say("homeroom"));
    }

    static List<OfficeViews.Remark> remarks(Page page, List<Problem> remarks, Problem.Severity severity) {
        return remarks.stream()
                .filter(remark -> remark.severity() == severity)
                .map(remark -> new OfficeViews.Remark(
                        remark.sheet().isEmpty() || remark.cell().isEmpty()
                                ? remark.sheet() + remark.cell()
                                : remark.sheet() + "!" + remark.cell(),
                        remark.pupil().orElse(""),
                        say(page, remark.words())))
                .toList();
    }

    private static String say(Page page, Sentence words) {
        return OfficeDesk.say(page, words);
    }
}
