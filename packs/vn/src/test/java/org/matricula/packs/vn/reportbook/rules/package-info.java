/// Proofs of the rules of the primary report book.
@NullMarked
package org.matricula.packs.vn.reportbook.rules;

import org.jspecify.annotations.NullMarked;
