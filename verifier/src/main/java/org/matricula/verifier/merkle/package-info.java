/// The mathematics and the file formats of the transparency log: RFC 9162 trees and proofs, signed
/// checkpoints, salted leaves, and the proof that travels with a document.
///
/// Everything here is pure and total: no clock, no disk, no database, and any bytes in give a value or
/// [Unreadable]. The formats are published in `docs/formats/log.md`.
@NullMarked
package org.matricula.verifier.merkle;

import org.jspecify.annotations.NullMarked;
