/// For tests only: proofs of clauses, the listener that traces them, and the golden-case runner.
@NullMarked
package org.matricula.law.testing;

import org.jspecify.annotations.NullMarked;
