/// The public place of the law: every regulation clause by clause, every decision with a form to ask it, and the HTTP
/// interface that programs ask. All of it stands at the one [org.matricula.law.desk.DecisionDesk]; nothing here knows
/// a country or a regulation by name.
@ApplicationModule(
        displayName = "Lawbook",
        allowedDependencies = {"page"})
@NullMarked
package org.matricula.registry.lawbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
