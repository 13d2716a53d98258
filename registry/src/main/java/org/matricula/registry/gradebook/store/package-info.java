/// What the gradebook keeps in the database; the only place with its SQL.
@NullMarked
package org.matricula.registry.gradebook.store;

import org.jspecify.annotations.NullMarked;
