/// What stands around the server for those who keep it running: the check of everything stored, health, metrics, and
/// the log with its request numbers.
@NullMarked
package org.matricula.app.ops;

import org.jspecify.annotations.NullMarked;
