package org.matricula.packs.ru.diploma;

import java.util.List;
import org.matricula.law.Decision;
import org.matricula.law.WorkingCalendar;

/// The decisions on restoring a lost diploma, in the order of the catalogue.
public final class DiplomaDecisions {
    private DiplomaDecisions() {}

    /// All of them.
    ///
    /// @param calendar the working days of Russia, by which the terms are counted
    public static List<Decision<?, ?>> all(WorkingCalendar calendar) {
        return List.of(
                new UploadDecision(),
                new DossierDecision(),
                new TermDecision(calendar),
                new TransitionDecision(),
                new RouteDecision(calendar),
                new FeeDecision(),
                new TemporaryCertificateDecision(calendar));
    }
}
