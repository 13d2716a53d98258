package org.matricula.app;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.Blocks;
import org.matricula.registry.gradebook.flows.DropPhrase;
import org.matricula.registry.gradebook.flows.EnterMarks;
import org.matricula.registry.gradebook.flows.KeepPhrase;
import org.matricula.registry.gradebook.flows.LookAtClass;
import org.matricula.registry.gradebook.flows.LookAtGrid;
import org.matricula.registry.gradebook.flows.OpenWindow;
import org.matricula.registry.gradebook.flows.ReturnBlock;
import org.matricula.registry.gradebook.flows.SettleNote;
import org.matricula.registry.gradebook.flows.UploadSheet;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.ClassStore.ClassRoomOrYear;
import org.matricula.registry.gradebook.store.NoteStore;
import org.matricula.registry.gradebook.store.PhraseStore;

/// The acts of the gradebook's desk in a class whose entry is open.
final class DeskDeeds {
    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2000-01-01T00:00:00Z");
    private static final OffsetDateTime FAR_AHEAD = OffsetDateTime.parse("2998-01-01T00:00:00Z");
    private static final OffsetDateTime FARTHER = OffsetDateTime.parse("2999-01-01T00:00:00Z");

    private final HoaSenSchool school;
    private final ClassRoom room;
    private final String subject;

    private DeskDeeds(HoaSenSchool school, ClassRoom room, String subject) {
        this.school = school;
        this.room = room;
        this.subject = subject;
    }

    /// @param room a class with entry still shut; it is opened
    static void add(Deeds deeds, HoaSenSchool school, ClassRoom room, String subject) {
        DeskDeeds desk = new DeskDeeds(school, room, subject);
        desk.open(Optional.of(room.id()));
        desk.marks(deeds);
        desk.windows(deeds);
        desk.phrases(deeds);
    }

    private void open(Optional<UUID> classId) {
        school.in(now -> {
            ClassRoomOrYear of = new ClassRoomOrYear(room.institution(), room.schoolYear(), classId);
            school.get(ClassStore.class).setWindow(of, LONG_AGO, FARTHER, Actor.system(), now);
            return of;
        });
    }

    private Block block(String code) {
        return school.get(Blocks.class).find(room.id(), code).orElseThrow();
    }

    private UUID pupil() {
        return school.get(Gradebook.class)
                .pupils(room.id(), LocalDate.of(2026, 5, 25))
                .getFirst()
                .pupil();
    }

    private void marks(Deeds deeds) {
        EnterMarks enter = school.get(EnterMarks.class);
        deeds.add(
                EnterMarks.class,
                "a subject",
                room,
                who -> enter.run(block(subject), typed(subject + ".comment"), How.TYPED, who));
        deeds.add(
                EnterMarks.class,
                "the homeroom's part",
                room,
                who -> enter.run(
                        block(Block.HOMEROOM),
                        typed(block(Block.HOMEROOM).columnKeys().getFirst()),
                        How.TYPED,
                        who));
        UploadSheet upload = school.get(UploadSheet.class);
        byte[] file = "STT,Họ và tên\n1,Nguyễn An".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        deeds.add(UploadSheet.class, "a subject, compared", room, who -> upload.compare(block(subject), file, who));
        deeds.add(UploadSheet.class, "a subject, entered", room, who -> upload.enter(block(subject), List.of(), who));
        deeds.add(
                UploadSheet.class,
                "the homeroom's part, compared",
                room,
                who -> upload.compare(block(Block.HOMEROOM), file, who));
        LookAtGrid grid = school.get(LookAtGrid.class);
        deeds.add(LookAtGrid.class, "a subject", room, who -> grid.run(block(subject), who));
        deeds.add(LookAtGrid.class, "the homeroom's part", room, who -> grid.run(block(Block.HOMEROOM), who));
        deeds.add(
                LookAtClass.class,
                "what is missing",
                room,
                who -> school.get(LookAtClass.class)
                        .run(school.get(Blocks.class).of(List.of(room.id())).getFirst(), who));
        deeds.add(
                ReturnBlock.class,
                "a subject",
                room,
                who -> school.get(ReturnBlock.class).run(block(subject), Optional.empty(), "Xem lại nhận xét", who));
        deeds.add(SettleNote.class, "on a subject", room, who -> {
            UUID note = school.in(now -> school.get(NoteStore.class)
                    .write(room.id(), Optional.empty(), subject, "Xem lại", Actor.system(), now));
            return school.get(SettleNote.class).run(block(subject), note, who);
        });
    }

    private List<CellChange> typed(String column) {
        return List.of(new CellChange(pupil(), column, "", 0));
    }

    private void windows(Deeds deeds) {
        ClassRoom unopened = school.in(now -> school.get(Gradebook.class)
                .add(room.institution(), "2029-2030", 4, "4A", room.form(), Actor.system(), now));
        deeds.add(
                OpenWindow.class,
                "of a class, before entry begins",
                unopened,
                who -> window("2029-2030", Optional.of(unopened.id()), who));
        deeds.add(
                OpenWindow.class,
                "of a year, before entry begins",
                unopened,
                who -> window("2030-2031", Optional.empty(), who));
        deeds.add(OpenWindow.class, "of a class, once entry has begun", room, who -> {
            open(Optional.of(room.id()));
            Outcome<?> outcome = window(room.schoolYear(), Optional.of(room.id()), who);
            open(Optional.of(room.id()));
            return outcome;
        });
    }

    private Outcome<?> window(String year, Optional<UUID> classId, Actor who) {
        return school.get(OpenWindow.class)
                .run(new ClassRoomOrYear(room.institution(), year, classId), FAR_AHEAD, FARTHER, who);
    }

    private void phrases(Deeds deeds) {
        KeepPhrase keep = school.get(KeepPhrase.class);
        deeds.add(
                KeepPhrase.class,
                "one's own, for a subject",
                room,
                who -> keep.run(block(subject), "Hát đúng giai điệu", false, who));
        deeds.add(
                KeepPhrase.class,
                "one's own, for the homeroom's part",
                room,
                who -> keep.run(block(Block.HOMEROOM), "Ngoan", false, who));
        deeds.add(KeepPhrase.class, "the school's", room, who -> keep.run(block(subject), "Tiến bộ", true, who));
        deeds.add(DropPhrase.class, "one's own, for a subject", room, who -> drop(block(subject), false, who));
        deeds.add(
                DropPhrase.class,
                "one's own, for the homeroom's part",
                room,
                who -> drop(block(Block.HOMEROOM), false, who));
        deeds.add(DropPhrase.class, "the school's", room, who -> drop(block(subject), true, who));
    }

    private Outcome<?> drop(Block block, boolean schools, Actor who) {
        UUID phrase = school.in(now -> school.get(PhraseStore.class)
                .keep(
                        room.institution(),
                        schools ? Optional.empty() : who.account(),
                        block.key(),
                        "Câu số " + UUID.randomUUID(),
                        Actor.system(),
                        now));
        return school.get(DropPhrase.class).run(block, phrase, schools, who);
    }
}
