/// The printed forms of Vietnamese report books, in the order of the official forms.
@NullMarked
package org.matricula.packs.vn.reportbook.print;

import org.jspecify.annotations.NullMarked;
