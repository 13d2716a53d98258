/// The desk where decisions are asked for: facts come in as JSON, are read completely, and the
/// answer goes out as JSON.
@NullMarked
package org.matricula.law.desk;

import org.jspecify.annotations.NullMarked;
