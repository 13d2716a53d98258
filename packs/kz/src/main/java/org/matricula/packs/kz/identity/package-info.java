/// The Kazakh individual identification number.
@NullMarked
package org.matricula.packs.kz.identity;

import org.jspecify.annotations.NullMarked;
