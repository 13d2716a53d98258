package org.matricula.registry.gradebook.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a file is about.
public enum IntakeKind {
    /// The pupils of a school, each with the class.
    PUPILS,
    /// Who teaches what in which class, homeroom teachers included.
    TEACHING;

    /// Its name in addresses: `pupils`, `teaching`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with a code; empty for any other text.
    public static Optional<IntakeKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
