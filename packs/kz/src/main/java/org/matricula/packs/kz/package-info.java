/// What Kazakhstan brings: its regulations, its decisions and its calendar.
@NullMarked
package org.matricula.packs.kz;

import org.jspecify.annotations.NullMarked;
