package org.matricula.registry.records.flows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.ReturnedNote;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.records.spi.ClassRecordForm.Remark;

/// The results of the year of a class, before the homeroom teacher signs them.
///
/// @param subjects how each subject stands with its teacher
/// @param notes what was returned and waits
/// @param named whom the records name as homeroom teacher
public record ResultView(
        ClassRoom room,
        List<Line> lines,
        List<SubjectLine> subjects,
        List<ReturnedNote> notes,
        String named,
        Moment now) {
    public ResultView {
        lines = List.copyOf(lines);
        subjects = List.copyOf(subjects);
        notes = List.copyOf(notes);
    }

    /// How many can be signed now.
    public int ready() {
        return (int)
                lines.stream().filter(line -> line.standing() == Standing.READY).count();
    }

    /// How a record stands for the homeroom teacher.
    public enum Standing {
        READY,
        /// Something is missing, or a subject is not signed yet.
        WAITING,
        SIGNED,
        CLOSED
    }

    /// A pupil.
    ///
    /// @param record the id of the record; empty while there is none
    /// @param result the computed result; empty while something is missing
    /// @param reasons why it is what it is
    /// @param remarks what the law says about the row, each with where it is mended
    /// @param unsigned the subjects whose teachers have not signed
    public record Line(
            UUID pupil,
            String name,
            Optional<UUID> record,
            Standing standing,
            Optional<Sentence> result,
            List<Finding> reasons,
            List<Told> remarks,
            List<Heading> unsigned) {
        public Line {
            reasons = List.copyOf(reasons);
            remarks = List.copyOf(remarks);
            unsigned = List.copyOf(unsigned);
        }
    }

    /// A remark with the column it is about.
    ///
    /// @param column empty when it is about none that the sheet of the class has
    /// @param charge who mends it
    public record Told(Remark remark, Optional<Column> column, Optional<Charge> charge) {}

    /// A subject.
    ///
    /// @param teacher who signs it
    /// @param signed how many pupils' results are signed
    /// @param total how many pupils are taught it
    /// @param ready how many the teacher could sign now
    public record SubjectLine(Heading subject, String teacher, int signed, int total, int ready) {}
}
