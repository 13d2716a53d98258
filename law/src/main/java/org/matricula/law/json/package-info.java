/// Strict JSON in, plain JSON out: every repeated key is reported with its path, and no input can exhaust the reader.
@NullMarked
package org.matricula.law.json;

import org.jspecify.annotations.NullMarked;
