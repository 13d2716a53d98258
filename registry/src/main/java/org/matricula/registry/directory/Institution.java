package org.matricula.registry.directory;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.matricula.registry.flow.Place;

/// An institution as it is on a day.
///
/// @param code its code in the national register
/// @param name its name on that day
/// @param country `VN`, `KZ` or `RU`
/// @param zone the clock by which its days are counted
/// @param values what documents print of it besides its name, by class key of the form: `commune`, `province`
public record Institution(UUID id, String code, String name, String country, ZoneId zone, Map<String, String> values) {
    public Institution {
        values = Map.copyOf(values);
    }

    /// The whole institution as the place of an act.
    public Place place() {
        return Place.of(id, zone);
    }
}
