package org.matricula.packs.ru.exam;

import java.util.List;
import org.matricula.law.Decision;

/// The decisions on remote examinations, in the order of the catalogue.
public final class ExamDecisions {
    private ExamDecisions() {}

    /// All of them.
    public static List<Decision<?, ?>> all() {
        return List.of(
                new TechnicalFailureDecision(),
                new TicketDecision(),
                new IdentificationDecision(),
                new SubgroupsDecision(),
                new OtherTimeDecision(),
                new SequenceDecision(),
                new ClosingDecision(),
                new RecordingNameDecision(),
                new AppealDecision(),
                new RetentionDecision());
    }
}
