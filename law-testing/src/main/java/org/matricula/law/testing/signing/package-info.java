/// A remote signing service for the tests of every module: real keys, real values, and every way to fail.
@NullMarked
package org.matricula.law.testing.signing;

import org.jspecify.annotations.NullMarked;
