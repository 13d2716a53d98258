/// A verdict as a small signed file: what a portal said of a file, and when. Read and written side by side.
@NullMarked
package org.matricula.verifier.statement;

import org.jspecify.annotations.NullMarked;
