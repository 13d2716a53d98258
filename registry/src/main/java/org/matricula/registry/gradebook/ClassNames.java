package org.matricula.registry.gradebook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matricula.registry.gradebook.spi.ClassSheetForm;

/// Names of classes as people type them: `4A`, `4 a1`, `Lớp 4A`, `4/2`.
public final class ClassNames {
    private static final Pattern NAME = Pattern.compile(
            "(?:lớp|lop|class)?\\s*[:.]?\\s*(\\d{1,2})\\s*((?:[/.\\-]\\s?\\d{1,2})|(?:\\p{L}{1,3}\\s?\\d{0,2})|)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ClassNames() {}

    /// The name in its one form (`4A`); empty when the text is no name of a class.
    public static Optional<String> of(String text) {
        return match(text)
                .map(m -> Integer.parseInt(m.group(1))
                        + m.group(2).replaceAll("\\s", "").toUpperCase(Locale.ROOT));
    }

    /// The grade with which the name begins, if the form has it.
    public static Optional<Integer> grade(String name, ClassSheetForm form) {
        return match(name).map(m -> Integer.valueOf(m.group(1))).filter(form.grades()::contains);
    }

    private static Optional<Matcher> match(String text) {
        return Optional.of(NAME.matcher(Texts.clean(text, false).text())).filter(Matcher::matches);
    }
}
