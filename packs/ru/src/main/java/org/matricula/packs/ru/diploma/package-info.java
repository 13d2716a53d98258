/// The guide on restoring a lost diploma (RUD) as decisions: what may be uploaded, when a package is whole, which terms
/// run, how a case moves, where it goes, what it costs and how long a temporary certificate stands.
@NullMarked
package org.matricula.packs.ru.diploma;

import org.jspecify.annotations.NullMarked;
