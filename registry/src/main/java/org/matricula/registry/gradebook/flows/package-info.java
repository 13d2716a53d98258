/// The acts on classes and their results: one act, one class, named as the act.
@NullMarked
package org.matricula.registry.gradebook.flows;

import org.jspecify.annotations.NullMarked;
