/// The user guide, `docs/guide`, as pages of the program: a person at work has no repository.
@NullMarked
package org.matricula.app.guide;

import org.jspecify.annotations.NullMarked;
