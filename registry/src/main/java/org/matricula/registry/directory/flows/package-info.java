/// The acts of the directory, one class each, and why each may be refused.
@NullMarked
package org.matricula.registry.directory.flows;

import org.jspecify.annotations.NullMarked;
