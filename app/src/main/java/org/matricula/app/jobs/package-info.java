/// What the register does by itself, on one node at a time.
@NullMarked
package org.matricula.app.jobs;

import org.jspecify.annotations.NullMarked;
