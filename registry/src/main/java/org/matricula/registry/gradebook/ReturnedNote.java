package org.matricula.registry.gradebook;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A note with which a block went back to its teacher, and which waits to be settled.
///
/// @param pupil about whom; the whole block when empty
/// @param subject the subject's code; empty for the homeroom teacher's block
/// @param name who wrote it
public record ReturnedNote(Optional<UUID> pupil, String subject, String words, Instant at, String name) {}
