/// The test kit: a small PKI, sample records, and what attackers do to them.
@NullMarked
package org.matricula.verifier.testing;

import org.jspecify.annotations.NullMarked;
