package org.matricula.registry.gradebook;

import java.util.UUID;

/// A class of a school year.
///
/// @param schoolYear for example `2025-2026`
/// @param name for example `4A`
/// @param form the class form of the pack, by its id
public record ClassRoom(UUID id, UUID institution, String schoolYear, int grade, String name, String form) {}
