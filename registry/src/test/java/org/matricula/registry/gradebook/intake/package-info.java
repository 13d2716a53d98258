/// Tests of the office's imports.
@NullMarked
package org.matricula.registry.gradebook.intake;

import org.jspecify.annotations.NullMarked;
