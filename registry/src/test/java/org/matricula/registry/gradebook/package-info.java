/// The reading of class sheets, proved with a form of no country.
@NullMarked
package org.matricula.registry.gradebook;

import org.jspecify.annotations.NullMarked;
