/// Bridging to college and university level in Viet Nam: who sits which exam, who may organise it, what is recognised.
///
/// Every decision `vn.bridging.*` is one class; its methods are the clauses of VN55 it applies.
@NullMarked
package org.matricula.packs.vn.bridging;

import org.jspecify.annotations.NullMarked;
