/// Tests of the log's mathematics and formats, and the kit that writes `vectors/log`.
@NullMarked
package org.matricula.verifier.merkle;

import org.jspecify.annotations.NullMarked;
