package org.matricula.registry.records.flows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.ReturnedNote;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.records.spi.ClassRecordForm.Remark;
import org.matricula.registry.records.store.RecordStore;
import org.matricula.registry.records.store.SignatureStore.Voided;

/// What a subject's teacher is about to sign.
///
/// @param columns what is entered in the subject
/// @param notes what the homeroom teacher returned and waits
/// @param named whom the records name as the one who signs
public record SigningView(
        ClassRoom room,
        Heading subject,
        List<Column> columns,
        List<Line> lines,
        List<ReturnedNote> notes,
        String named,
        Moment now) {
    public SigningView {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /// How many can be signed now.
    public int ready() {
        return (int)
                lines.stream().filter(line -> line.standing() == Standing.READY).count();
    }

    /// How the subject of a pupil stands.
    public enum Standing {
        /// It can be signed now.
        READY,
        SIGNED,
        /// Something is missing.
        WAITING,
        /// The book is closed.
        CLOSED,
        /// The pupil is not taught the subject.
        NOT_TAUGHT
    }

    /// A pupil.
    ///
    /// @param signature the one that stands
    /// @param voided the one that became void and was not given again
    /// @param changed what changed since it became void
    /// @param remarks what is missing
    public record Line(
            UUID pupil,
            String name,
            PupilRow row,
            Standing standing,
            Optional<RecordStore.Standing> signature,
            Optional<Voided> voided,
            List<Column> changed,
            List<Remark> remarks) {
        public Line {
            changed = List.copyOf(changed);
            remarks = List.copyOf(remarks);
        }
    }
}
