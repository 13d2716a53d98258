package org.matricula.registry.records.flows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.ReturnedNotes;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.ResultView.Line;
import org.matricula.registry.records.flows.ResultView.Standing;
import org.matricula.registry.records.flows.ResultView.SubjectLine;
import org.matricula.registry.records.flows.ResultView.Told;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.spi.ClassRecordForm.Remark;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.matricula.verifier.record.Block;
import org.springframework.stereotype.Component;

/// Looks at the results of the year as the law computes them, with what still stands in the way of signing.
@Component
@Act(
        value = "look-at-result",
        by = {Role.HOMEROOM_TEACHER, Role.PRINCIPAL, Role.INSPECTOR})
@Refuses(NotYours.class)
public final class LookAtResult {
    private final Office office;
    private final Gradebook gradebook;
    private final ClassRecords records;
    private final ReturnedNotes notes;

    LookAtResult(Office office, Gradebook gradebook, ClassRecords records, ReturnedNotes notes) {
        this.office = office;
        this.gradebook = gradebook;
        this.records = records;
        this.notes = notes;
    }

    public Outcome<ResultView> run(Actor actor, ClassRoom room) {
        return office.look(LookAtResult.class, actor, gradebook.place(room), (now, noted) -> {
            ClassInfo info = gradebook.info(room, now.date());
            List<WorkingRecord> all = records.look(room, now);
            noted.about(all.stream().map(WorkingRecord::pupil).toList());
            return new ResultView(
                    room,
                    all.stream().map(record -> line(room, info, record)).toList(),
                    subjects(room, info, all),
                    notes.waiting(room.id()),
                    SignConsolidation.named(info),
                    now);
        });
    }

    private Line line(ClassRoom room, ClassInfo info, WorkingRecord record) {
        ClassRecordForm form = records.form(room);
        List<String> signed = record.signed();
        List<Heading> unsigned = record.closed()
                ? List.of()
                : form.sheet().subjects(room.grade()).stream()
                        .filter(subject -> taught(record, subject))
                        .filter(subject -> signed.stream().noneMatch(key -> key.endsWith("." + subject.code())))
                        .toList();
        return new Line(
                record.pupil(),
                record.row().value(ClassSheetForm.FULL_NAME).orElse(""),
                record.kept().map(Kept::id),
                standing(record),
                record.composition().result(),
                form.reasons(info, record.row()),
                record.composition().remarks().stream()
                        .map(remark -> told(room, form.sheet(), remark))
                        .toList(),
                unsigned);
    }

    private static Standing standing(WorkingRecord record) {
        if (record.closed()) {
            return Standing.CLOSED;
        }
        if (record.signed().contains(WorkingRecord.HOMEROOM)) {
            return Standing.SIGNED;
        }
        return record.kept().isPresent() && record.ready(WorkingRecord.HOMEROOM) ? Standing.READY : Standing.WAITING;
    }

    private static Told told(ClassRoom room, ClassSheetForm sheet, Remark remark) {
        Optional<Column> column = sheet.columns(room.grade()).stream()
                .filter(each -> each.key().equals(remark.key()))
                .findFirst();
        return new Told(remark, column, column.map(each -> sheet.charge(room.grade(), each)));
    }

    private List<SubjectLine> subjects(ClassRoom room, ClassInfo info, List<WorkingRecord> all) {
        List<SubjectLine> lines = new ArrayList<>();
        for (Heading subject : records.form(room).sheet().subjects(room.grade())) {
            List<WorkingRecord> taught =
                    all.stream().filter(record -> taught(record, subject)).toList();
            if (!taught.isEmpty()) {
                lines.add(new SubjectLine(
                        subject,
                        SignSubject.named(info, subject.code()),
                        (int) taught.stream()
                                .filter(record -> record.closed() || signed(record, subject))
                                .count(),
                        taught.size(),
                        (int) taught.stream()
                                .filter(record -> ready(record, subject))
                                .count()));
            }
        }
        return lines;
    }

    private static boolean taught(WorkingRecord record, Heading subject) {
        String prefix = subject.code() + ".";
        return record.row().values().keySet().stream().anyMatch(key -> key.startsWith(prefix))
                || record.composition().remarks().stream()
                        .anyMatch(remark -> remark.key().startsWith(prefix));
    }

    private static boolean signed(WorkingRecord record, Heading subject) {
        return record.signed().stream().anyMatch(key -> key.endsWith("." + subject.code()));
    }

    private static boolean ready(WorkingRecord record, Heading subject) {
        return record.kept().isPresent()
                && !record.closed()
                && record.sealing().stream()
                        .flatMap(sealing -> sealing.content().blocks().stream())
                        .filter(block -> block.by() == Block.Role.SUBJECT)
                        .map(Block::id)
                        .anyMatch(id -> id.endsWith("." + subject.code()) && record.ready(id));
    }
}
