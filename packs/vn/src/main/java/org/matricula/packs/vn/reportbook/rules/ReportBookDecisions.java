package org.matricula.packs.vn.reportbook.rules;

import java.util.List;
import org.matricula.law.Decision;

/// The decisions of the catalogue on report books, in its order.
public final class ReportBookDecisions {
    private ReportBookDecisions() {}

    /// All of them.
    public static List<Decision<?, ?>> all() {
        return List.of(
                new YearResultDecision(),
                new CampaignDecision(),
                new PersonalNumberDecision(),
                new SigningDecision(),
                new EditDecision(),
                new SignAsDecision());
    }
}
