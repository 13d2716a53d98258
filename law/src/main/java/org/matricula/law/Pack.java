package org.matricula.law;

import java.util.List;

/// What a country brings: its regulations, its decisions and its calendars. Found by `ServiceLoader`.
public interface Pack {
    /// The country: `VN`, `KZ` or `RU`.
    String country();

    /// The corpora of the pack, each read from `law/<id>.yaml`.
    List<Corpus> corpora();

    /// Every decision of the pack, in the order of the catalogue.
    List<Decision<?, ?>> decisions();

    /// The working calendars of the pack.
    List<WorkingCalendar> calendars();
}
