package org.matricula.registry.gradebook.flows;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.MarksEntered;
import org.matricula.registry.gradebook.SmallForm;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.ClassStore.ClassRoomOrYear;
import org.matricula.registry.gradebook.store.MissingStore;
import org.matricula.registry.gradebook.store.NoteStore;
import org.matricula.registry.gradebook.store.PhraseStore;
import org.matricula.registry.gradebook.store.PresenceStore;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;
import org.springframework.context.event.EventListener;

/// A school with the small form, on a real database: classes of three pupils, people in every role, and entry open from
/// 20 May 8:00 to 30 May 17:00 in Hanoi.
final class School implements AutoCloseable {
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    static final String YEAR = "2025-2026";
    static final OffsetDateTime OPENS = OffsetDateTime.parse("2026-05-20T08:00:00+07:00");
    static final OffsetDateTime CLOSES = OffsetDateTime.parse("2026-05-30T17:00:00+07:00");
    private static final AtomicInteger COUNT = new AtomicInteger();

    final StandingClock clock = new StandingClock("2026-05-21T02:00:00Z");
    final Node node;
    final Institution institution;
    final List<MarksEntered> heard;

    /// Hears what is announced, and may object.
    static final class Ear {
        final List<MarksEntered> heard = new ArrayList<>();
        boolean objects;

        @EventListener
        void hear(MarksEntered entered) {
            heard.add(entered);
            if (objects) {
                throw new IllegalStateException("a signature could not be voided");
            }
        }
    }

    School(Class<?>... more) {
        List<Class<?>> beans = new ArrayList<>(List.of(
                Journal.class,
                Office.class,
                Institutions.class,
                Accounts.class,
                Mandates.class,
                Pupils.class,
                ClassStore.class,
                CellStore.class,
                NoteStore.class,
                PhraseStore.class,
                PresenceStore.class,
                MissingStore.class,
                Gradebook.class,
                SmallForm.class,
                Blocks.class,
                Entry.class,
                EnterMarks.class,
                LookAtGrid.class,
                FollowGrid.class,
                LookAtClass.class,
                MyClasses.class,
                ReturnBlock.class,
                SettleNote.class,
                OpenWindow.class,
                KeepPhrase.class,
                DropPhrase.class,
                UploadSheet.class,
                Ear.class));
        beans.addAll(List.of(more));
        node = new Node(clock, beans.toArray(Class<?>[]::new));
        heard = node.get(Ear.class).heard;
        institution = another();
    }

    <T> T get(Class<T> bean) {
        return node.get(bean);
    }

    Moment now() {
        return new Moment(clock.instant(), HANOI);
    }

    Institution another() {
        return get(Institutions.class)
                .add(
                        "2200%04d".formatted(COUNT.incrementAndGet()),
                        "Trường Tiểu học Hoa Sen",
                        LocalDate.of(2000, 9, 5),
                        "VN",
                        HANOI,
                        Map.of(),
                        now());
    }

    ClassRoom room() {
        return room(institution);
    }

    /// A class of grade 1 with An, Bình and Chi, open for entry.
    ClassRoom room(Institution at) {
        ClassRoom room = get(Gradebook.class)
                .add(at.id(), YEAR, 1, "1." + COUNT.incrementAndGet(), "test.small", Actor.system(), now());
        List<String> names = List.of("Nguyễn An", "Trần Bình", "Lê Chi");
        for (int i = 0; i < names.size(); i++) {
            UUID pupil = get(Pupils.class)
                    .add(
                            at.id(),
                            Map.of(
                                    "fullName",
                                    names.get(i),
                                    "personalNumber",
                                    "0223160%05d".formatted(COUNT.incrementAndGet()),
                                    "bornOn",
                                    "2019-01-1" + i),
                            Actor.system(),
                            now());
            get(Gradebook.class).join(room.id(), pupil, i + 1, Actor.system(), now());
        }
        open(room, OPENS, CLOSES);
        return room;
    }

    void open(ClassRoom room, OffsetDateTime opens, OffsetDateTime closes) {
        get(ClassStore.class)
                .setWindow(
                        new ClassRoomOrYear(room.institution(), room.schoolYear(), Optional.of(room.id())),
                        opens,
                        closes,
                        Actor.system(),
                        now());
    }

    List<UUID> pupils(ClassRoom room) {
        return get(ClassStore.class).pupils(room.id(), now().date()).stream()
                .map(each -> each.pupil())
                .toList();
    }

    Block block(ClassRoom room, String code) {
        return get(Blocks.class).find(room.id(), code).orElseThrow();
    }

    /// Somebody with one mandate.
    Actor person(String name, Role role, UUID at, Optional<UUID> room, Optional<String> subject) {
        Account account = get(Accounts.class).open("login" + COUNT.incrementAndGet(), name, Actor.system(), now());
        Optional<LocalDate> to =
                role == Role.INSPECTOR ? Optional.of(LocalDate.of(2026, 12, 31)) : Optional.<LocalDate>empty();
        get(Mandates.class)
                .give(
                        account.id(),
                        new Mandate(role, at, room, subject, LocalDate.of(2025, 9, 1), to),
                        Actor.system(),
                        now());
        return get(Accounts.class).actor(account, false);
    }

    Actor teacher(ClassRoom room, String subject) {
        return person(
                "Phạm Lan", Role.SUBJECT_TEACHER, room.institution(), Optional.of(room.id()), Optional.of(subject));
    }

    Actor homeroom(ClassRoom room) {
        return person(
                "Nguyễn Thị Hoa", Role.HOMEROOM_TEACHER, room.institution(), Optional.of(room.id()), Optional.empty());
    }

    Actor whole(Role role, UUID at) {
        return person("Trần Văn Minh", role, at, Optional.empty(), Optional.empty());
    }

    static CellChange change(UUID pupil, String column, String value, long known) {
        return new CellChange(pupil, column, value, known);
    }

    @Override
    public void close() {
        node.close();
    }
}
