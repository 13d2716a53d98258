/// What bridging decides, as an office would tell it.
@NullMarked
package org.matricula.packs.vn.bridging;

import org.jspecify.annotations.NullMarked;
