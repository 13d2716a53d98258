package org.matricula.registry.gradebook.spi;

/// Who answers for a column of the class sheet, and so who may enter it.
public sealed interface Charge {
    /// Personal data: the office imports them, the homeroom teacher keeps them current.
    record Pupil() implements Charge {}

    /// The results of a subject: its teacher.
    ///
    /// @param code the subject's code
    record Subject(String code) implements Charge {}

    /// Everything else of the year: the homeroom teacher.
    record Homeroom() implements Charge {}
}
