/// Keys and certificates: where signers come from, and the pages by which people make, bring and revoke their own.
/// Everything beyond sees the two-step port `Signer` only.
@ApplicationModule(
        displayName = "Signing",
        allowedDependencies = {"flow", "page", "directory"})
@NullMarked
package org.matricula.registry.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
