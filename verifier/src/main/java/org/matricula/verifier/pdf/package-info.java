/// PDF files of our own profile, read strictly, and the seal on them.
@NullMarked
package org.matricula.verifier.pdf;

import org.jspecify.annotations.NullMarked;
