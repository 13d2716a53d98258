/// The public verification page: bytes in, a verdict out. Knows no business module and can be deployed alone.
@ApplicationModule(
        displayName = "Verification",
        allowedDependencies = {"page"})
@NullMarked
package org.matricula.registry.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
