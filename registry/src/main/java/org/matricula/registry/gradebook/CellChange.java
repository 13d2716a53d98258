package org.matricula.registry.gradebook;

import java.util.UUID;

/// A cell as somebody wants it.
///
/// @param column the column key of the form
/// @param value as typed; empty to empty the cell
/// @param knownRevision the revision of the cell that the person saw; 0 when it was never filled
public record CellChange(UUID pupil, String column, String value, long knownRevision) {}
