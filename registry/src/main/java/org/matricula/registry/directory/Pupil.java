package org.matricula.registry.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A pupil as the school knows him or her now.
///
/// @param personalNumber the number of the national register; empty while there is none
/// @param values canonical text by column key of the class form, name and personal number included
public record Pupil(UUID id, Optional<String> personalNumber, String fullName, Map<String, String> values) {
    public Pupil {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
