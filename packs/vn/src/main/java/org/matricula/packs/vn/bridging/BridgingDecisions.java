package org.matricula.packs.vn.bridging;

import java.util.List;
import org.matricula.law.Decision;
import org.matricula.law.WorkingCalendar;

/// The decisions `vn.bridging.*`.
public final class BridgingDecisions {
    private BridgingDecisions() {}

    /// All of them, in the order of the catalogue.
    ///
    /// @param calendar the working days of Viet Nam
    public static List<Decision<?, ?>> all(WorkingCalendar calendar) {
        return List.of(
                new ExamRoute(),
                new ExamSet(),
                new Eligibility(),
                new DecidingAuthority(),
                new Conditions(),
                new Quota(),
                new MinistryTerm(calendar),
                new ExamReport(),
                new AnnualReport(),
                new Recognition(),
                new Graduation(),
                new Disposal());
    }
}
