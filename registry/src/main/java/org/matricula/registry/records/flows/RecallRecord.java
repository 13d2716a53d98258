package org.matricula.registry.records.flows;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Notes;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.flow.SecondFactorNeeded;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.Reaches;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.ClosingStore.Recall;
import org.matricula.registry.records.store.ClosingStore.Sealed;
import org.matricula.registry.records.store.RecordStore;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.verifier.merkle.LeafCommitment;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.Salt;
import org.springframework.stereotype.Component;

/// The head withdraws a closed record as the authority directed: the log says so for ever, the file stays and is no
/// longer in force, and the next version is begun so that what was wrong can be put right and signed anew.
@Act(value = "recall-record", by = Role.PRINCIPAL, strong = true)
@Reaches(RecordState.RECALLED)
@Refuses({
    NotYours.class,
    SecondFactorNeeded.class,
    RecallRecord.OnlyClosedIsRecalled.class,
    RecallRecord.GroundMissing.class,
    RecallRecord.DirectiveMissing.class,
    RecallRecord.DirectiveInTheFuture.class
})
@Component
public final class RecallRecord {
    /// A ground of one word is none.
    static final int SHORTEST_GROUND = 10;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Office office;
    private final Gradebook gradebook;
    private final ClassRecords records;
    private final RecordStore kept;
    private final ClosingStore store;
    private final TransparencyLog log;

    RecallRecord(
            Office office,
            Gradebook gradebook,
            ClassRecords records,
            RecordStore kept,
            ClosingStore store,
            TransparencyLog log) {
        this.office = office;
        this.gradebook = gradebook;
        this.records = records;
        this.kept = kept;
        this.store = store;
        this.log = log;
    }

    /// The record is not closed, was recalled before, or has a later version.
    @WithoutClause("the order of the register's own states")
    public record OnlyClosedIsRecalled() implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of();
        }

        @Override
        public Sentence words() {
            return new Sentence(
                    "Only a closed record can be recalled. Before closing, change what is entered; a recalled record stays recalled.",
                    "Chỉ thu hồi được học bạ đã chốt. Trước khi chốt, hãy sửa kết quả đã nhập; học bạ đã thu hồi thì giữ nguyên.");
        }
    }

    /// Nobody has said why.
    @WithoutClause("the register wants the ground in words; which clause orders a recall is in the directive")
    public record GroundMissing() implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of();
        }

        @Override
        public Sentence words() {
            return new Sentence(
                    "Write the ground of the recall in a sentence.", "Hãy viết lý do thu hồi thành một câu.");
        }
    }

    /// No directive is named.
    @WithoutClause("the regulation of the country says who directs; the register wants to know the paper")
    public record DirectiveMissing() implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of();
        }

        @Override
        public Sentence words() {
            return new Sentence(
                    "Name the authority's directive: its number and its date.",
                    "Hãy ghi văn bản chỉ đạo của cơ quan quản lý: số và ngày.");
        }
    }

    /// The directive has a date that has not come yet.
    @WithoutClause("a slip of the pen, not of the law")
    public record DirectiveInTheFuture() implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of();
        }

        @Override
        public Sentence words() {
            return new Sentence(
                    "The date of the directive has not come yet. Check it.",
                    "Ngày của văn bản chỉ đạo chưa tới. Hãy kiểm tra lại.");
        }
    }

    /// What is written in the form.
    ///
    /// @param ground why, in words
    /// @param directive the number of the directive
    /// @param directiveOn its date; empty when it was not given or is no date
    public record Wish(String ground, String directive, Optional<LocalDate> directiveOn) {
        public Wish {
            ground = written(ground);
            directive = written(directive);
        }

        /// What a program sends may hold a sign that no database keeps.
        private static String written(String text) {
            return text.replace("\0", "").strip();
        }
    }

    /// Whether a person may recall in a class now.
    public boolean may(Actor actor, ClassRoom room) {
        return office.may(RecallRecord.class, actor, gradebook.place(room));
    }

    /// Recalls a record.
    ///
    /// @param room its class
    /// @return the next version, which is begun; the recalled one when the pupil has left the class
    public Outcome<UUID> run(Actor actor, ClassRoom room, UUID record, Wish wish) {
        return office.act(RecallRecord.class, actor, gradebook.place(room), (now, notes) -> {
            List<Refusal> refusals = faults(wish, now);
            Optional<Sealed> sealed = store.issuedRecord(record);
            boolean closed = sealed.isPresent()
                    && kept.hold(room.id(), Set.of(sealed.get().pupil())).stream()
                            .anyMatch(last -> last.id().equals(record) && last.state() == RecordState.CLOSED);
            if (!closed) {
                refusals.add(new OnlyClosedIsRecalled());
            }
            return refusals.isEmpty()
                    ? new Outcome.Done<>(recall(actor, room, sealed.orElseThrow(), wish, now, notes))
                    : new Outcome.Refused<>(refusals);
        });
    }

    private static List<Refusal> faults(Wish wish, Moment now) {
        List<Refusal> refusals = new ArrayList<>();
        if (wish.ground().length() < SHORTEST_GROUND) {
            refusals.add(new GroundMissing());
        }
        if (wish.directive().isEmpty() || wish.directiveOn().isEmpty()) {
            refusals.add(new DirectiveMissing());
        } else if (wish.directiveOn().get().isAfter(now.date())) {
            refusals.add(new DirectiveInTheFuture());
        }
        return refusals;
    }

    private UUID recall(Actor actor, ClassRoom room, Sealed sealed, Wish wish, Moment now, Notes notes) {
        notes.about(sealed.pupil())
                .detail("number", sealed.number())
                .detail("version", sealed.version())
                .detail("directive", wish.directive());
        gradebook.reopen(room.id(), Set.of(sealed.pupil()), actor, now);
        Salt salt = Salt.fresh(RANDOM);
        LeafCommitment leaf =
                LeafCommitment.of(salt, LoggedAct.RECALL, sealed.number(), sealed.version(), sealed.xml());
        // The log comes as late as it can, since from here on this transaction is alone in it; what follows needs the
        // leaf or the state that the leaf allows.
        long index = log.append(List.of(leaf), now.at()).getFirst();
        store.recalled(
                sealed.record(),
                new Recall(wish.ground(), wish.directive(), wish.directiveOn().orElseThrow()),
                index,
                salt.bytes(),
                actor,
                now);
        return records.hold(room, Set.of(sealed.pupil()), actor, now).stream()
                .flatMap(record -> record.kept().stream())
                .map(Kept::id)
                .findFirst()
                .orElse(sealed.record());
    }
}
