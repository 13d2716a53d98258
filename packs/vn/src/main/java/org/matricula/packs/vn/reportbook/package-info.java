/// The digital report book of a primary-school year: from a row of the class sheet to the blocks that people sign.
@NullMarked
package org.matricula.packs.vn.reportbook;

import org.jspecify.annotations.NullMarked;
