/// What the public page asks a register about: whoever wires the node says where issued records are.
@NamedInterface("spi")
@NullMarked
package org.matricula.registry.verification.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
