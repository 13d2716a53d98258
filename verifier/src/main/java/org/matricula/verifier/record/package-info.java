/// What a sealed record says, and how it is written and read as canonical XML bytes.
@NullMarked
package org.matricula.verifier.record;

import org.jspecify.annotations.NullMarked;
