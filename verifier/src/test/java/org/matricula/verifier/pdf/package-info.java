@NullMarked
package org.matricula.verifier.pdf;

import org.jspecify.annotations.NullMarked;
