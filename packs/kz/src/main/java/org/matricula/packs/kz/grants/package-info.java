/// Education grants and social support of students in Kazakhstan: one class a decision, its rules as methods
/// that cite the clause they apply.
@NullMarked
package org.matricula.packs.kz.grants;

import org.jspecify.annotations.NullMarked;
