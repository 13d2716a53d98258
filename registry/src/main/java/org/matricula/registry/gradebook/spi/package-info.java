/// What a pack supplies so that its class sheets can be read and its empty sheets written.
@NamedInterface("spi")
@NullMarked
package org.matricula.registry.gradebook.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
