package org.matricula.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the clauses of a regulation that a piece of code applies.
///
/// The values are constants generated from the corpus (`VNRB.I_5_6_A_1`), so a clause that is not in the corpus does
/// not compile. Read from byte code by `./matricula docs` and by the gate.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Clause {
    /// Clause ids, each exactly as in the corpus, for example `VNRB:I.5.6.a/1`.
    String[] value();
}
