package org.matricula.registry.records;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The state that a record comes to by an act. The picture in `docs/generated` is drawn from it; the states before the
/// first signature come by what is entered.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reaches {
    RecordState value();
}
