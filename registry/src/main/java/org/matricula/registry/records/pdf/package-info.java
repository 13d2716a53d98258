/// Writes batches of printed forms as sealed PDF/A-3 files in one pass: layout, one font subset a batch, tags,
/// metadata, the signed XML inside, and the institution's PAdES seal. `docs/formats/pdf.md` describes the result.
@NullMarked
package org.matricula.registry.records.pdf;

import org.jspecify.annotations.NullMarked;
