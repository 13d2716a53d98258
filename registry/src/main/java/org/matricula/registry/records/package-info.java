/// Records: composed from a class's results, signed in order, sealed, issued as XML and PDF together.
///
/// Uses the record format directly (ADR 2): the writer and the reader of the format stand side by side in `verifier`.
@ApplicationModule(
        displayName = "Records",
        allowedDependencies = {"flow", "page", "directory", "gradebook", "gradebook :: spi", "signing", "transparency"})
@NullMarked
package org.matricula.registry.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
