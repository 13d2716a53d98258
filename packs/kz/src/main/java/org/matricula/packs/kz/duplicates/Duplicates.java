package org.matricula.packs.kz.duplicates;

import java.util.List;
import org.matricula.law.Decision;
import org.matricula.law.WorkingCalendar;

/// The decisions on duplicates.
public final class Duplicates {
    private Duplicates() {}

    /// Every decision of the service, in the order of the catalogue.
    ///
    /// @param calendar the Kazakh calendar
    public static List<Decision<?, ?>> decisions(WorkingCalendar calendar) {
        return List.of(
                new Term(calendar),
                new Dossier(),
                new HandOver(),
                new Storage(calendar),
                new Complaint(calendar),
                new Route());
    }
}
