/// The commands of `./matricula`: thin hands that call the same acts as the pages.
@NullMarked
package org.matricula.app.cli;

import org.jspecify.annotations.NullMarked;
