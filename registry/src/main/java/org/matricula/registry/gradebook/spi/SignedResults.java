package org.matricula.registry.gradebook.spi;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/// What of the results in a class is signed, so that a teacher's list of work says what is left to sign. Supplied by
/// whoever keeps signatures; without one nothing is said about them.
public interface SignedResults {
    /// How many pupils' results bear a signature that stands.
    ///
    /// @return by class, then by the subject's code (empty for the homeroom teacher's); what is not there is 0
    Map<UUID, Map<String, Integer>> signed(Collection<UUID> classes);
}
