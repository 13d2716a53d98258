/// What imports keep in the database; the only place with their SQL.
@NullMarked
package org.matricula.registry.gradebook.intake.store;

import org.jspecify.annotations.NullMarked;
