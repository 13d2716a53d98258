/// The record format, its writer and its reader side by side, and the total verdict.
///
/// Depends on nothing of ours: no Spring, no SQL. Any bytes in, a verdict out.
@NullMarked
package org.matricula.verifier;

import org.jspecify.annotations.NullMarked;
