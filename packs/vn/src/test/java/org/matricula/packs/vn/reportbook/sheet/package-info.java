/// The class sheet of primary school, tried on real layouts and on everything that goes wrong.
@NullMarked
package org.matricula.packs.vn.reportbook.sheet;

import org.jspecify.annotations.NullMarked;
