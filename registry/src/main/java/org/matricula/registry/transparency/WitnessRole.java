package org.matricula.registry.transparency;

import java.util.Optional;

/// Whether this register witnesses others' logs.
///
/// @param witness empty when it does not
public record WitnessRole(Optional<Witness> witness) {}
