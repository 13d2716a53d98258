/// The acts of the imports, for tests that wire them.
@NullMarked
package org.matricula.registry.gradebook.intake.flows;

import org.jspecify.annotations.NullMarked;
