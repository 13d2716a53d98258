package org.matricula.registry.gradebook.spi;

/// A value about the whole class, for example its name or its principal.
///
/// @param heading the words beside it; the code is its key
/// @param format how it is written
/// @param required whether a sheet without it is incomplete
public record ClassKey(Heading heading, Format format, boolean required) {

    /// How a value about the class is written.
    public enum Format {
        /// Any single line.
        TEXT,
        /// A person's name.
        NAME,
        /// Two years in a row, written as `2025-2026`.
        SCHOOL_YEAR,
        /// A grade of the form, written as a number. May be left out when the class name begins with it.
        GRADE,
        /// The name of the class, which begins with its grade: `4A`, `4/2`.
        CLASS_NAME
    }

    /// The key in code.
    public String key() {
        return heading.code();
    }
}
