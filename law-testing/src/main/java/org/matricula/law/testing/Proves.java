package org.matricula.law.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says which clause a test proves, and which side of it. Counts only when the test ran and passed.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Repeatable(Proves.All.class)
public @interface Proves {
    /// Clause ids, as generated constants.
    String[] value();

    /// The sides of the clause that the test shows.
    Kind[] kind();

    /// Which side of a clause a test shows.
    enum Kind {
        /// The demand of the clause is met.
        MET,
        /// The demand of the clause is not met.
        NOT_MET,
        /// The last value on one side and the first on the other.
        BOUNDARY
    }

    /// Container of repeated [Proves].
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface All {
        Proves[] value();
    }
}
