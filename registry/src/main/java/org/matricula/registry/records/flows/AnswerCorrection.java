package org.matricula.registry.records.flows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.store.CorrectionStore;
import org.matricula.registry.records.store.CorrectionStore.Answer;
import org.springframework.stereotype.Component;

/// The head says whether a value is wrong: only the management of the school that issued a record may (VNRB:I.5.6.b/1).
/// A yes changes nothing in the closed record (VNRB:I.5.6.a/2): it is recalled as the authority directs
/// (VNRB:II.6.10/2), and the next version is signed anew.
@Act(value = "answer-correction", by = Role.PRINCIPAL)
@Refuses({NotYours.class, CorrectionAnswered.class, AnswerCorrection.AnswerWithoutReason.class})
@Component
public final class AnswerCorrection {
    /// A reason of one word is none.
    static final int SHORTEST_REASON = 10;

    private final Office office;
    private final Gradebook gradebook;
    private final CorrectionStore store;

    AnswerCorrection(Office office, Gradebook gradebook, CorrectionStore store) {
        this.office = office;
        this.gradebook = gradebook;
        this.store = store;
    }

    /// Nobody has said why.
    @WithoutClause("whoever asked is told why, whatever the answer")
    public record AnswerWithoutReason() implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of();
        }

        @Override
        public Sentence words() {
            return new Sentence(
                    "Write the reason in a sentence: whoever asked reads it.",
                    "Hãy viết lý do thành một câu: người gửi ghi chú sẽ đọc.");
        }
    }

    /// Whether a person may do so for a note now.
    public boolean may(Actor actor, CorrectionStore.Note note) {
        return office.may(AnswerCorrection.class, actor, gradebook.place(note.institution()));
    }

    /// Answers a note; empty when there is none.
    ///
    /// @param wrong whether the value is wrong indeed
    public Optional<Outcome<UUID>> run(Actor actor, UUID id, boolean wrong, String reason) {
        String written = reason.replace("\0", "").strip();
        return store.find(id)
                .map(note ->
                        office.act(AnswerCorrection.class, actor, gradebook.place(note.institution()), (now, notes) -> {
                            notes.about(note.pupil())
                                    .detail("number", note.number())
                                    .detail("version", note.version())
                                    .detail("answer", wrong ? "accepted" : "declined");
                            if (written.length() < SHORTEST_REASON) {
                                return Outcome.refused(new AnswerWithoutReason());
                            }
                            Answer answer = wrong ? Answer.ACCEPTED : Answer.DECLINED;
                            return store.step(id, answer, written, actor, now)
                                    ? new Outcome.Done<>(id)
                                    : Outcome.refused(new CorrectionAnswered());
                        }));
    }
}
