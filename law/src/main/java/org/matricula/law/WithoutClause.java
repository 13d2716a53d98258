package org.matricula.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says of a refusal why no clause of its own stands behind it: a file that cannot be read is refused by no law.
///
/// The gate fails on a refusal that has neither this nor [Clause] and takes its clauses from no [Finding]. So nobody is
/// ever refused in silence about the law: either the clause is named, or the reason why there is none.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WithoutClause {
    /// Why there is none, as a sentence for the reader of the code.
    String value();
}
