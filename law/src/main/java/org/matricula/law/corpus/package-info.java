/// Reads the corpus of a regulation from YAML and turns its clause ids into Java constants.
@NullMarked
package org.matricula.law.corpus;

import org.jspecify.annotations.NullMarked;
