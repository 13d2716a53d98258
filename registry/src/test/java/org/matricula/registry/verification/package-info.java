@NullMarked
package org.matricula.registry.verification;

import org.jspecify.annotations.NullMarked;
