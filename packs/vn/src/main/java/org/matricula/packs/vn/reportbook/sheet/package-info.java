/// The class sheet of a Vietnamese primary class by the 2018 programme and Circular 27/2020.
@NullMarked
package org.matricula.packs.vn.reportbook.sheet;

import org.jspecify.annotations.NullMarked;
