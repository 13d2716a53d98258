/// What Russia brings: its regulations, its decisions and its calendar.
@NullMarked
package org.matricula.packs.ru;

import org.jspecify.annotations.NullMarked;
