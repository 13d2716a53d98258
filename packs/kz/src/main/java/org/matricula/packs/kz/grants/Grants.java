package org.matricula.packs.kz.grants;

import java.util.List;
import org.matricula.law.Decision;
import org.matricula.law.WorkingCalendar;

/// The decisions on education grants and social support.
public final class Grants {
    private Grants() {}

    /// Every decision of the service, in the order of the catalogue.
    ///
    /// @param calendar the Kazakh calendar
    public static List<Decision<?, ?>> decisions(WorkingCalendar calendar) {
        return List.of(
                new Window(calendar),
                new Dossier(),
                new SupportDossier(),
                new Ranking(),
                new Originals(),
                new ServiceTime());
    }
}
