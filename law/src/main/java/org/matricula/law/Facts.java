package org.matricula.law;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/// How a facts record says what it accepts.
///
/// A component is required unless it is an `Optional`. Types understood: String, int, long, BigDecimal, boolean, enums,
/// LocalDate, LocalTime, LocalDateTime (zone of the institution unless an offset is given), `List` of any of these,
/// `Map<String, String>`, nested records, and `Optional` of any of these.
public final class Facts {
    private Facts() {}

    /// A fact that is missing, malformed, unknown by name or impossible.
    ///
    /// @param path a JSON pointer, for example `/items/0/units`
    /// @param problem what is wrong and how to mend it
    public record Problem(String path, Sentence problem) {}

    /// Smallest value allowed of a whole or decimal number.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface Min {
        long value();
    }

    /// Largest value allowed of a whole or decimal number.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface Max {
        long value();
    }

    /// The list must have at least one element, the string at least one visible character.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface NotEmpty {}

    /// A text that may also be given as a JSON number or as true or false, and is then taken by its text: what one
    /// paper prints as 110 another system sends as a number. Also for each text of a list or a
    /// `Map<String, String>`.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface AsText {}

    /// The time zone of the institution for the local times of a facts record, for example `Asia/Ho_Chi_Minh`.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    public @interface Zone {
        String value();
    }

    /// Says in words what a component means; shown in the schema and beside the field of the form.
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.RECORD_COMPONENT)
    public @interface Says {
        String value();
    }

    /// Facts records implement this to report combinations that cannot be (filed before granted), each at the
    /// later-named field. Called only when every component was read.
    public interface Checked {
        List<Problem> impossible();
    }
}
