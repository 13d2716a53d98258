package org.matricula.registry.directory;

import java.util.UUID;
import org.matricula.registry.flow.Mandate;

/// A mandate with the person who has it.
///
/// @param id the mandate's id
/// @param account who
/// @param name the person's name
/// @param mandate as what, where and how long, an early end counted in
public record Assignment(UUID id, UUID account, String name, Mandate mandate) {}
