package org.matricula.registry.gradebook.flows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.Pupil;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.ClassSheet;
import org.matricula.registry.gradebook.ClassSheetReader;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.Problem;
import org.matricula.registry.gradebook.Reading;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.matricula.registry.gradebook.store.CellStore.Line;
import org.springframework.stereotype.Component;

/// Takes a block from a sheet that its teacher keeps: first shows what would change, cell by cell, then enters exactly
/// that, all of it or nothing. An empty cell of the sheet changes nothing.
@Act(
        value = "upload-sheet",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER})
@Refuses({
    NotYours.class,
    EntryWindowNotSet.class,
    EntryWindowNotYetOpen.class,
    EntryWindowClosed.class,
    OtherColumns.class,
    TooManyCells.class,
    SheetNoLongerFits.class
})
@Component
public final class UploadSheet {
    private final Office office;
    private final Gradebook gradebook;
    private final CellStore cells;
    private final Pupils pupils;
    private final Entry entry;

    UploadSheet(Office office, Gradebook gradebook, CellStore cells, Pupils pupils, Entry entry) {
        this.office = office;
        this.gradebook = gradebook;
        this.cells = cells;
        this.pupils = pupils;
        this.entry = entry;
    }

    /// What a sheet would change. Changes nothing.
    ///
    /// @param file its bytes, XLSX or CSV
    public Outcome<SheetChanges> compare(Block block, byte[] file, Actor actor) {
        return office.act(UploadSheet.class, block.entering(actor), block.place(), (now, notes) -> {
            Optional<Refusal> shut = block.shut(now);
            if (shut.isPresent()) {
                return Outcome.refused(shut.get());
            }
            SheetChanges changes = compared(block, file, now);
            notes.about(changes.changes().stream()
                            .map(SheetChanges.Change::pupil)
                            .toList())
                    .detail("block", block.code())
                    .detail("compared", changes.changes().size());
            return new Outcome.Done<>(changes);
        });
    }

    /// Enters what was shown.
    ///
    /// @param changes as [#compare(Block, byte[], Actor)] gave them
    public Outcome<Entered> enter(Block block, List<CellChange> changes, Actor actor) {
        return office.act(UploadSheet.class, block.entering(actor), block.place(), (now, notes) -> {
            Optional<Refusal> refusal = entry.refusal(block, changes, now);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            Entry.Weighed weighed = entry.weigh(block, changes, now);
            boolean fits = weighed.answers().values().stream().allMatch(answer -> answer instanceof Answer.Saved);
            return fits
                    ? new Outcome.Done<>(entry.save(block, weighed, How.UPLOADED, actor, now, notes))
                    : Outcome.refused(new SheetNoLongerFits());
        });
    }

    private SheetChanges compared(Block block, byte[] file, Moment now) {
        ClassSheetForm form = new BlockSheet(gradebook.form(block.room()), block);
        Reading reading = new ClassSheetReader(form).read(file, now.date());
        Optional<ClassSheet> sheet = switch (reading) {
            case Reading.Read(var read, var _) -> Optional.of(read);
            case Reading.Problems(var _, var good) -> good;
        };
        List<Problem> problems = new ArrayList<>(
                reading.remarks().stream().filter(Problem::blocks).toList());
        List<Problem> remarks =
                reading.remarks().stream().filter(said -> !said.blocks()).toList();
        sheet.flatMap(read -> otherClass(block, read)).ifPresent(problems::add);
        if (sheet.isEmpty()) {
            return new SheetChanges(block, List.of(), problems, remarks, List.of(), 0, 0);
        }
        return compared(block, sheet.get(), problems, remarks, now);
    }

    private SheetChanges compared(
            Block block, ClassSheet sheet, List<Problem> problems, List<Problem> remarks, Moment now) {
        List<Line> lines = cells.lines(block.room().id(), block.columnKeys(), now.date());
        Map<UUID, Line> byPupil =
                lines.stream().collect(Collectors.toMap(line -> line.pupil().pupil(), Function.identity()));
        Map<UUID, Pupil> known = pupils.get(byPupil.keySet());
        Set<PupilRow> unsure = new HashSet<>();
        Map<PupilRow, Pupil> matched = new Matching(List.copyOf(known.values())).match(sheet.rows(), unsure);
        List<SheetChanges.Change> changes = new ArrayList<>();
        List<SheetChanges.Stranger> strangers = new ArrayList<>();
        int same = 0;
        for (PupilRow row : sheet.rows()) {
            Pupil pupil = matched.get(row);
            if (pupil == null) {
                strangers.add(new SheetChanges.Stranger(
                        row.row(), row.value(ClassSheetForm.FULL_NAME).orElse(""), unsure.contains(row)));
                continue;
            }
            for (Column column : block.columns()) {
                Optional<String> value = row.value(column.key());
                if (value.isEmpty()) {
                    continue;
                }
                Cell stands = byPupil.get(pupil.id()).cells().get(column.key());
                String was = stands == null ? "" : stands.value();
                if (was.equals(value.get())) {
                    same++;
                } else {
                    changes.add(new SheetChanges.Change(
                            pupil.id(),
                            pupil.fullName(),
                            column,
                            sheet.cell(row, column.key()),
                            was,
                            value.get(),
                            stands == null ? 0 : stands.revision()));
                }
            }
        }
        closed(changes, byPupil, problems);
        return new SheetChanges(block, changes, problems, remarks, strangers, same, matched.size());
    }

    private static void closed(List<SheetChanges.Change> changes, Map<UUID, Line> byPupil, List<Problem> problems) {
        for (SheetChanges.Change change : changes) {
            if (byPupil.get(change.pupil()).pupil().closed()) {
                problems.add(new Problem(
                        "",
                        change.cell(),
                        Optional.of(change.name()),
                        Problem.Severity.ERROR,
                        new Sentence(
                                "This pupil's record is closed, so nothing of it changes. Take the row out of the sheet.",
                                "Học bạ của học sinh này đã đóng nên không sửa được. Hãy bỏ dòng này khỏi tệp.")));
            }
        }
    }

    private static Optional<Problem> otherClass(Block block, ClassSheet sheet) {
        return sheet.info()
                .value(ClassSheetForm.CLASS_NAME)
                .filter(name -> !name.equalsIgnoreCase(block.room().name().replace(" ", "")))
                .map(name -> new Problem(
                        sheet.name(),
                        "",
                        Optional.empty(),
                        Problem.Severity.ERROR,
                        Sentence.of(
                                "The sheet says that it is of class %s, and this is class %s. Choose the other file, or mend the class in the sheet.",
                                "Tệp ghi là lớp %s, còn đây là lớp %s. Hãy chọn tệp khác hoặc sửa tên lớp trong tệp.",
                                name,
                                block.room().name())));
    }
}
