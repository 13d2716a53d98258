/// How an act of the office runs: what it may answer, and what it may refuse.
///
/// Every registry module may use it; it uses only `law`. Acts run through [org.matricula.registry.flow.Office].
@ApplicationModule(
        displayName = "Flow",
        allowedDependencies = {})
@NullMarked
package org.matricula.registry.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
