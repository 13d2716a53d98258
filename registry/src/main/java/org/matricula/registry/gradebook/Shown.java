package org.matricula.registry.gradebook;

import java.time.LocalDate;
import org.matricula.registry.gradebook.spi.Kind;

/// Canonical values as a sheet shows them: the reverse of [CellReader].
final class Shown {
    private Shown() {}

    static String text(Kind kind, String value) {
        return switch (kind) {
            case Kind.Choice choice ->
                choice.option(value).map(Kind.Option::shown).orElse(value);
            case Kind.Day _ -> DayWords.shown(LocalDate.parse(value));
            case Kind.Name _, Kind.Text _, Kind.Digits _, Kind.Whole _, Kind.Measure _, Kind.Unused _ -> value;
        };
    }
}
