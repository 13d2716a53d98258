package org.matricula.registry.gradebook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A cell as it stands.
///
/// @param value canonical text; empty when it was emptied
/// @param revision grows with every change of any cell
/// @param by whose value it is; nobody when the register itself put it there
public record Cell(UUID pupil, String column, String value, long revision, Instant at, Optional<UUID> by) {}
