/// People and institutions: names in time, accounts, pupils, and mandates: who may act for whom.
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"flow", "page"})
@NullMarked
package org.matricula.registry.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
