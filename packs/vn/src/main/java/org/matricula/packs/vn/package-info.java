/// What Viet Nam brings: its regulations, its decisions and its calendar.
@NullMarked
package org.matricula.packs.vn;

import org.jspecify.annotations.NullMarked;
