/// The application: main class, wiring and commands. No logic of the office lives here.
@NullMarked
package org.matricula.app;

import org.jspecify.annotations.NullMarked;
