/// The page shell, the four languages and the parts every page is made of. No word of the office's business lives here.
@ApplicationModule(
        displayName = "Page",
        allowedDependencies = {})
@NullMarked
package org.matricula.registry.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
