/// Tests of the log on a real PostgreSQL.
@NullMarked
package org.matricula.registry.transparency;

import org.jspecify.annotations.NullMarked;
