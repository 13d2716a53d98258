/// The acts on records: one act, one class, named as the act.
@NullMarked
package org.matricula.registry.records.flows;

import org.jspecify.annotations.NullMarked;
