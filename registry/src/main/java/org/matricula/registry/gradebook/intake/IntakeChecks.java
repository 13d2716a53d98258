package org.matricula.registry.gradebook.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.gradebook.ListReading.Line;
import org.matricula.registry.gradebook.Problem;
import org.matricula.registry.gradebook.Problem.Severity;
import org.matricula.registry.gradebook.spi.ClassSheetForm;

/// Whether a file is the right one at all. Two files lie side by side on the desk, last year's and this year's.
final class IntakeChecks {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

    private IntakeChecks() {}

    static Optional<Problem> file(List<Line> lines, Institution school, String schoolYear) {
        Optional<Problem> year = told(lines, ClassSheetForm.SCHOOL_YEAR)
                .filter(told -> !told.equals(schoolYear))
                .map(told ->
                        new Problem("", "", Optional.empty(), Severity.ERROR, IntakeWords.otherYear(told, schoolYear)));
        return year.or(() -> told(lines, ClassSheetForm.SCHOOL_CODE)
                .filter(told -> !told.equals(school.code()))
                .map(told -> new Problem(
                        "", "", Optional.empty(), Severity.ERROR, IntakeWords.otherSchool(told, school.code()))));
    }

    private static Optional<String> told(List<Line> lines, String key) {
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(line.about().get(key)).stream())
                .findFirst();
    }

    /// A day as schools write it.
    static String day(String iso) {
        return iso.isEmpty() ? "?" : DAY.format(LocalDate.parse(iso));
    }
}
