/// The verifier on the command line: alone as its own jar, or as a subcommand of another command.
@NullMarked
package org.matricula.verifier.cli;

import org.jspecify.annotations.NullMarked;
