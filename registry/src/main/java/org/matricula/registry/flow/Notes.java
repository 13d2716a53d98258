package org.matricula.registry.flow;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What an act notes for its line in the journal: whom it was about, and figures. Never a pupil's data.
public final class Notes {
    private final Set<UUID> pupils = new LinkedHashSet<>();
    private final Map<String, String> details = new LinkedHashMap<>();

    /// The act reads or changes something of these pupils.
    public Notes about(Collection<UUID> ids) {
        pupils.addAll(ids);
        return this;
    }

    /// The act reads or changes something of this pupil.
    public Notes about(UUID pupil) {
        pupils.add(pupil);
        return this;
    }

    /// A detail without personal data, for example how many cells were saved.
    public Notes detail(String name, Object value) {
        details.put(name, String.valueOf(value));
        return this;
    }

    Set<UUID> pupils() {
        return pupils;
    }

    Map<String, String> details() {
        return details;
    }
}
