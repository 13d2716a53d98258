package org.matricula.registry.flow;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An act of the office: its name in the journal and who may carry it out. The permission table in `docs/generated` is
/// drawn from these annotations, and a test repeats it by hand.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Act {
    /// Its name, for example `enter-marks`; never used for another act again.
    String value();

    /// The roles that may.
    Role[] by();

    /// Whether the person must have shown a second factor in this session.
    boolean strong() default false;
}
