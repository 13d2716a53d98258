/// What a pack supplies to print its records: a form turns a record into a small vocabulary of headings, tables and
/// panels, and the registry sets it as a sealed PDF. A form never sees a page, a font or a key.
@NullMarked
@NamedInterface("spi")
package org.matricula.registry.records.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
