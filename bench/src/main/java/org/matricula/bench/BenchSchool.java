package org.matricula.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.ClassSheet;
import org.matricula.registry.gradebook.ClassSheetReader;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.MarksEntered;
import org.matricula.registry.gradebook.Reading;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.CellStore.Entry;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.ApproveRecords;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.records.store.WorkStore;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.Unlocking;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.Signer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The school of `examples/class-4a.xlsx` on a node, with its people and their keys, and as many classes like 4A as a
/// race needs, brought to where it begins by the acts of the people.
final class BenchSchool {
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    static final String YEAR = "2025-2026";
    private static final char[] PIN = "no secret here".toCharArray();
    private static final ClassSheetForm FORM = new PrimaryReportBook().sheet();
    private static final LocalDate SINCE = LocalDate.of(2025, 9, 5);
    private static final long PAUSE_NANOS = 500_000;

    private final BenchNode node;
    private final ClassSheet sheet;
    private final Institution school;
    private final Map<String, Actor> people = new HashMap<>();
    private final Map<UUID, Signer> keys = new HashMap<>();
    private int classes;

    BenchSchool(BenchNode node) throws IOException {
        this.node = node;
        Reading reading = new ClassSheetReader(FORM).read(Files.readAllBytes(House.sheet()), LocalDate.of(2026, 5, 31));
        this.sheet = ((Reading.Read) reading).sheet();
        Map<String, String> info = sheet.info().values();
        this.school = in(now -> node.get(Institutions.class)
                .add(
                        info.get("schoolCode"),
                        info.get("school"),
                        SINCE,
                        "VN",
                        HANOI,
                        Map.of("commune", info.get("commune"), "province", info.get("province")),
                        now));
        person(info.get("principal"), Role.PRINCIPAL, Optional.empty(), Optional.empty());
    }

    Institution school() {
        return school;
    }

    Actor principal() {
        return named("principal");
    }

    Moment now() {
        return new Moment(InstantSource.system().instant(), HANOI);
    }

    /// A class in which everybody has signed and that the principal has approved.
    ClassRoom approved() {
        ClassRoom room = entered();
        for (String subject : subjects()) {
            Actor teacher = people.get(sheet.info().teacherOf(subject).orElseThrow());
            done(node.get(SignSubject.class).run(teacher, room, subject, key(teacher)));
        }
        Actor homeroom = named(ClassSheetForm.HOMEROOM_TEACHER);
        done(node.get(SignConsolidation.class).run(homeroom, room, key(homeroom)));
        done(node.get(ApproveRecords.class).run(principal(), room, key(principal())));
        return room;
    }

    /// Waits until work is done.
    void done(Outcome<UUID> begun) {
        if (!(begun instanceof Outcome.Done<UUID>(UUID id))) {
            throw new IllegalStateException("refused: " + begun);
        }
        while (true) {
            Work work = node.get(WorkStore.class).find(id).orElseThrow();
            if (work.state() == Work.State.DONE) {
                return;
            }
            if (work.state() == Work.State.STOPPED) {
                throw new IllegalStateException("work stopped: " + work.problem());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private <T> T in(Function<Moment, T> work) {
        T done = new TransactionTemplate(node.get(PlatformTransactionManager.class)).execute(_ -> work.apply(now()));
        return java.util.Objects.requireNonNull(done);
    }

    private ClassRoom entered() {
        String name = "4/" + ++classes;
        ClassRoom room =
                in(now -> node.get(Gradebook.class).add(school.id(), YEAR, 4, name, FORM.id(), Actor.system(), now));
        teachers(room);
        in(now -> {
            int position = 0;
            List<Entry> entries = new ArrayList<>();
            for (PupilRow row : sheet.rows()) {
                Map<String, String> personal = new LinkedHashMap<>();
                row.values().forEach((key, value) -> {
                    if (charge(key) instanceof Charge.Pupil) {
                        personal.put(key, value);
                    }
                });
                // Each class has other pupils, or they would share their books' numbers.
                personal.computeIfPresent(
                        "personalNumber",
                        (_, number) -> number.substring(0, 6)
                                + "%06d"
                                        .formatted(
                                                (Integer.parseInt(number.substring(6)) + classes * 1_000) % 1_000_000));
                UUID pupil = node.get(Pupils.class).add(school.id(), personal, Actor.system(), now);
                node.get(Gradebook.class).join(room.id(), pupil, ++position, Actor.system(), now);
                row.values().forEach((key, value) -> {
                    if (!(charge(key) instanceof Charge.Pupil)) {
                        entries.add(new Entry(pupil, key, value, 0));
                    }
                });
            }
            node.get(CellStore.class).save(room.id(), entries, How.IMPORTED, Actor.system(), now);
            node.context()
                    .publishEvent(new MarksEntered(
                            room,
                            entries.stream().map(Entry::pupil).collect(Collectors.toSet()),
                            entries.stream().map(Entry::column).collect(Collectors.toSet()),
                            Actor.system(),
                            now));
            return position;
        });
        return room;
    }

    private static Charge charge(String key) {
        Column column = FORM.columns(4).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        return FORM.charge(4, column);
    }

    private void teachers(ClassRoom room) {
        String homeroom = sheet.info().value(ClassSheetForm.HOMEROOM_TEACHER).orElseThrow();
        person(homeroom, Role.HOMEROOM_TEACHER, Optional.of(room.id()), Optional.empty());
        for (String subject : subjects()) {
            person(
                    sheet.info().teacherOf(subject).orElseThrow(),
                    Role.SUBJECT_TEACHER,
                    Optional.of(room.id()),
                    Optional.of(subject));
        }
    }

    private Set<String> subjects() {
        return sheet.rows().stream()
                .flatMap(row -> row.values().keySet().stream())
                .filter(key -> key.endsWith(".level"))
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Gives a mandate to a person, who gets an account and a key on first use.
    private void person(String name, Role role, Optional<UUID> classId, Optional<String> subject) {
        Account account = in(now -> {
            Accounts accounts = node.get(Accounts.class);
            Account found = accounts.byLogin(name).orElseGet(() -> accounts.open(name, name, Actor.system(), now));
            node.get(Mandates.class)
                    .give(
                            found.id(),
                            new Mandate(role, school.id(), classId, subject, SINCE, Optional.empty()),
                            Actor.system(),
                            now);
            PersonalKeys personal = node.get(PersonalKeys.class);
            if (personal.newest(found.id()).isEmpty()) {
                personal.make(accounts.actor(found, true), new Issuer(school.code(), school.name()), PIN, now);
            }
            return found;
        });
        people.put(name, node.get(Accounts.class).actor(account, true));
    }

    private Actor named(String key) {
        return people.get(sheet.info().values().get(key));
    }

    private Signer key(Actor actor) {
        return keys.computeIfAbsent(actor.id(), id -> {
            Instant at = InstantSource.system().instant();
            return ((Unlocking.Unlocked) node.get(PersonalKeys.class).unlock(id, PIN, at)).signer();
        });
    }
}
