/// The office's imports: the pupils of a school with their classes, and who teaches what. A file is read and weighed
/// against what is known ([org.matricula.registry.gradebook.intake.Plan]); only the confirmed plan is carried out,
/// whole or not at all.
@NullMarked
package org.matricula.registry.gradebook.intake;

import org.jspecify.annotations.NullMarked;
