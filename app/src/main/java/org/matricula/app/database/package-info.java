/// The database of a node: an embedded PostgreSQL in the folder of data, or any PostgreSQL that is named.
@NullMarked
package org.matricula.app.database;

import org.jspecify.annotations.NullMarked;
