/// Duplicates of documents on higher education in Kazakhstan: one class a decision, its rules as methods that
/// cite the clause they apply.
@NullMarked
package org.matricula.packs.kz.duplicates;

import org.jspecify.annotations.NullMarked;
