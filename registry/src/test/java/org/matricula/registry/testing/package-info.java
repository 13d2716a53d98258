/// The test kit of the registry.
@NullMarked
package org.matricula.registry.testing;

import org.jspecify.annotations.NullMarked;
