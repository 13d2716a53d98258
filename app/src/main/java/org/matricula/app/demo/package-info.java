/// The invented school that a fresh installation shows: made by the acts that people do, never by SQL, once for each
/// folder of data.
@NullMarked
package org.matricula.app.demo;

import org.jspecify.annotations.NullMarked;
