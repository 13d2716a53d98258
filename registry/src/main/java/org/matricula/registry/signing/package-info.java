/// Keys and certificates: where signers come from. Everything beyond sees the two-step port `Signer` only.
@ApplicationModule(
        displayName = "Signing",
        allowedDependencies = {"flow"})
@NullMarked
package org.matricula.registry.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
