@NullMarked
package org.matricula.registry.gradebook.flows;

import org.jspecify.annotations.NullMarked;
