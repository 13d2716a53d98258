package org.matricula.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.Unlocking;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.Signer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The school of `examples/class-4a.xlsx` on a running node: its people with keys and PINs, and class 4A with
/// everything entered.
final class HoaSenSchool {
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    static final char[] PIN = "hoa-sen-4a".toCharArray();
    private static final String CODE = "22199901";
    private static final ClassSheetForm FORM = new PrimaryReportBook().sheet();
    private static final LocalDate SINCE = LocalDate.of(2025, 9, 5);

    private final RunningNode node;
    private final String code;
    private final Map<String, Actor> people = new HashMap<>();
    private final ClassSheet sheet;
    private final Institution school;
    private ClassRoom room = new ClassRoom(new UUID(0, 0), new UUID(0, 0), "", 4, "", "");

    HoaSenSchool(RunningNode node) throws IOException {
        this(node, CODE);
    }

    /// Under another number of the national register, for a node on which there are several: its people and pupils are
    /// others with the same names.
    HoaSenSchool(RunningNode node, String code) throws IOException {
        this.node = node;
        this.code = code;
        Reading reading = new ClassSheetReader(FORM)
                .read(Files.readAllBytes(Path.of("..", "examples", "class-4a.xlsx")), LocalDate.of(2026, 5, 31));
        this.sheet = ((Reading.Read) reading).sheet();
        Map<String, String> info = sheet.info().values();
        this.school = in(now -> get(Institutions.class)
                .add(
                        code,
                        info.get("school"),
                        SINCE,
                        "VN",
                        HANOI,
                        Map.of("commune", info.get("commune"), "province", info.get("province")),
                        now));
        Newcomers.declareSeal(node, school);
        person(info.get("principal"), Role.PRINCIPAL, Optional.empty(), Optional.empty());
    }

    <T> List<T> all(Class<T> kind) {
        return node.all(kind);
    }

    <T> T get(Class<T> bean) {
        return node.get(bean);
    }

    <T> T in(java.util.function.Function<Moment, T> work) {
        return new TransactionTemplate(get(PlatformTransactionManager.class))
                .execute(_ -> work.apply(new Moment(Instant.parse("2026-05-25T01:00:00Z"), HANOI)));
    }

    /// Makes class 4A under another name, with all its results entered, and its teachers assigned.
    ClassRoom enter(String name, int pupils) {
        room = in(now -> get(Gradebook.class).add(school.id(), "2025-2026", 4, name, FORM.id(), Actor.system(), now));
        teachers();
        in(now -> {
            int position = 0;
            List<Entry> entries = new ArrayList<>();
            for (PupilRow row : sheet.rows().subList(0, pupils)) {
                Map<String, String> personal = new LinkedHashMap<>();
                row.values().forEach((key, value) -> {
                    if (charge(key) instanceof Charge.Pupil) {
                        personal.put(key, value);
                    }
                });
                UUID pupil = get(Pupils.class).add(school.id(), numbered(personal, name), Actor.system(), now);
                get(Gradebook.class).join(room.id(), pupil, ++position, Actor.system(), now);
                row.values().forEach((key, value) -> {
                    if (!(charge(key) instanceof Charge.Pupil)) {
                        entries.add(new Entry(pupil, key, value, 0));
                    }
                });
            }
            save(entries, now);
            return entries.size();
        });
        return room;
    }

    /// Another class has other pupils, or they would share their books' numbers.
    private Map<String, String> numbered(Map<String, String> personal, String className) {
        if (className.equals("4A") && code.equals(CODE)) {
            return personal;
        }
        Map<String, String> other = new LinkedHashMap<>(personal);
        other.computeIfPresent(
                "personalNumber",
                (_, number) -> number.substring(0, 6)
                        + "%06d".formatted(Math.floorMod((number + className + code).hashCode(), 1_000_000)));
        return other;
    }

    /// Changes one cell, as the one who may.
    void change(UUID pupil, String column, String value) {
        in(now -> {
            long known = get(CellStore.class).cells(room.id()).stream()
                    .filter(cell -> cell.pupil().equals(pupil) && cell.column().equals(column))
                    .findFirst()
                    .map(cell -> cell.revision())
                    .orElse(0L);
            save(List.of(new Entry(pupil, column, value, known)), now);
            return known;
        });
    }

    private void save(List<Entry> entries, Moment now) {
        get(CellStore.class).save(room.id(), entries, How.IMPORTED, Actor.system(), now);
        node.publish(new MarksEntered(
                room,
                entries.stream().map(Entry::pupil).collect(Collectors.toSet()),
                entries.stream().map(Entry::column).collect(Collectors.toSet()),
                Actor.system(),
                now));
    }

    private static Charge charge(String key) {
        Column column = FORM.columns(4).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        return FORM.charge(4, column);
    }

    private void teachers() {
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

    /// Gives a mandate to a person, who gets an account and a key on first use.
    Actor person(String name, Role role, Optional<UUID> classId, Optional<String> subject) {
        String login = code.equals(CODE) ? name : name + " " + code;
        Account account = in(now -> {
            Account found = get(Accounts.class)
                    .byLogin(login)
                    .orElseGet(() -> get(Accounts.class).open(login, name, Actor.system(), now));
            get(Mandates.class)
                    .give(
                            found.id(),
                            new Mandate(role, school.id(), classId, subject, SINCE, Optional.empty()),
                            Actor.system(),
                            now);
            if (get(PersonalKeys.class).newest(found.id()).isEmpty()) {
                get(PersonalKeys.class).make(get(Accounts.class).actor(found, true), issuer(), PIN, now);
            }
            return found;
        });
        Actor actor = get(Accounts.class).actor(account, true);
        people.put(name, actor);
        return actor;
    }

    Set<String> subjects() {
        return sheet.rows().stream()
                .flatMap(row -> row.values().keySet().stream())
                .filter(key -> key.endsWith(".level"))
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
    }

    Actor teacherOf(String subject) {
        return people.get(sheet.info().teacherOf(subject).orElseThrow());
    }

    Actor homeroom() {
        return people.get(sheet.info().value(ClassSheetForm.HOMEROOM_TEACHER).orElseThrow());
    }

    Actor principal() {
        return people.get(sheet.info().value("principal").orElseThrow());
    }

    Signer key(Actor actor) {
        Unlocking unlocking = get(PersonalKeys.class).unlock(actor.id(), PIN, Instant.parse("2026-05-25T01:00:00Z"));
        return ((Unlocking.Unlocked) unlocking).signer();
    }

    Issuer issuer() {
        return new Issuer(school.code(), school.name());
    }

    Institution school() {
        return school;
    }

    /// Every subject of a class is signed by its teacher.
    void subjectsSign(ClassRoom room) {
        for (String subject : subjects()) {
            Actor teacher = teacherOf(subject);
            node.done(get(SignSubject.class).run(teacher, room, subject, key(teacher)));
        }
    }

    /// A class is signed by its subjects' teachers and the homeroom teacher, and waits for the principal.
    void homeroomSigns(ClassRoom room) {
        subjectsSign(room);
        node.done(get(SignConsolidation.class).run(homeroom(), room, key(homeroom())));
    }

    /// A class is signed by everybody and can be closed.
    void approve(ClassRoom room) {
        homeroomSigns(room);
        node.done(get(ApproveRecords.class).run(principal(), room, key(principal())));
    }

    /// A class is signed by everybody, sealed and issued.
    void close(ClassRoom room) {
        approve(room);
        node.done(get(CloseRecords.class).run(principal(), room));
    }

    /// The piece of work that an act of these people began is over, and ended well.
    void done(Outcome<UUID> begun) {
        node.done(begun);
    }

    /// Waits for the end of a piece of work, good or bad.
    Work ended(UUID work) {
        return node.ended(work);
    }
}
