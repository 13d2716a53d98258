/// The acts of the office's imports, one class each.
@NullMarked
package org.matricula.registry.gradebook.intake.flows;

import org.jspecify.annotations.NullMarked;
