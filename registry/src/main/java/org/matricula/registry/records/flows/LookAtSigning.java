package org.matricula.registry.records.flows;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.ReturnedNotes;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.SigningView.Line;
import org.matricula.registry.records.flows.SigningView.Standing;
import org.matricula.registry.records.spi.ClassRecordForm.Signatory;
import org.matricula.registry.records.store.RecordStore;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.matricula.registry.records.store.SignatureStore;
import org.matricula.registry.records.store.SignatureStore.Voided;
import org.matricula.verifier.record.Block;
import org.springframework.stereotype.Component;

/// Looks at what a subject's teacher is about to sign: the results of the class, and how each stands.
@Component
@Act(
        value = "look-at-signing",
        by = {Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL, Role.INSPECTOR})
@Refuses(NotYours.class)
public final class LookAtSigning {
    private final Office office;
    private final Gradebook gradebook;
    private final ClassRecords records;
    private final RecordStore store;
    private final SignatureStore signatures;
    private final ReturnedNotes notes;

    LookAtSigning(
            Office office,
            Gradebook gradebook,
            ClassRecords records,
            RecordStore store,
            SignatureStore signatures,
            ReturnedNotes notes) {
        this.office = office;
        this.gradebook = gradebook;
        this.records = records;
        this.store = store;
        this.signatures = signatures;
        this.notes = notes;
    }

    /// The heading of a subject of the class; empty when it has no such subject.
    public Optional<Heading> subject(ClassRoom room, String code) {
        return records.form(room).sheet().subjects(room.grade()).stream()
                .filter(heading -> heading.code().equals(code))
                .findFirst();
    }

    /// @param subject one of the class, see [#subject(ClassRoom, String)]
    public Outcome<SigningView> run(Actor actor, ClassRoom room, Heading subject) {
        Place place = gradebook.place(room).ofSubject(subject.code());
        return office.look(LookAtSigning.class, actor, place, (now, noted) -> {
            ClassInfo info = gradebook.info(room, now.date());
            String block = block(room, info, subject.code());
            List<Column> columns = columns(room, subject.code());
            List<Line> lines = lines(room, subject.code(), block, columns, now);
            noted.about(lines.stream().map(Line::pupil).toList()).detail("subject", subject.code());
            return new SigningView(
                    room,
                    subject,
                    columns,
                    lines,
                    notes.waiting(room.id()).stream()
                            .filter(note -> note.subject().equals(subject.code()))
                            .toList(),
                    SignSubject.named(info, subject.code()),
                    now);
        });
    }

    /// The subjects of a class that a person signs: assigned to, and named in its records.
    public List<Heading> own(Actor actor, ClassRoom room) {
        Place place = gradebook.place(room);
        ClassInfo info = gradebook.info(room, office.now(place).date());
        return records.form(room).sheet().subjects(room.grade()).stream()
                .filter(subject -> office.may(SignSubject.class, actor, place.ofSubject(subject.code())))
                .filter(subject -> SignSubject.named(info, subject.code()).equals(actor.name()))
                .toList();
    }

    /// How a subject stands as a whole.
    ///
    /// @param counts how many records stand so; what is not there is none
    public record Counted(Heading subject, Map<Standing, Integer> counts) {
        public Counted {
            counts = Map.copyOf(counts);
        }

        /// How many can be signed now.
        public int ready() {
            return counts.getOrDefault(Standing.READY, 0);
        }
    }

    /// How the subjects that a person signs stand, each counted; refused to whoever signs none here.
    public Outcome<List<Counted>> count(Actor actor, ClassRoom room) {
        List<Heading> own = own(actor, room);
        if (own.isEmpty()) {
            return Outcome.refused(new NotYours("look-at-signing"));
        }
        Place place = gradebook.place(room).ofSubject(own.getFirst().code());
        return office.look(LookAtSigning.class, actor, place, (now, noted) -> {
            ClassInfo info = gradebook.info(room, now.date());
            List<WorkingRecord> all = records.look(room, now);
            noted.about(all.stream().map(WorkingRecord::pupil).toList())
                    .detail(
                            "subjects",
                            String.join(" ", own.stream().map(Heading::code).toList()));
            return own.stream()
                    .map(subject -> counted(subject, block(room, info, subject.code()), all))
                    .toList();
        });
    }

    private static Counted counted(Heading subject, String block, List<WorkingRecord> all) {
        Map<Standing, Integer> counts = new EnumMap<>(Standing.class);
        all.forEach(record -> counts.merge(standing(record, subject.code(), block), 1, Integer::sum));
        return new Counted(subject, counts);
    }

    private String block(ClassRoom room, ClassInfo info, String subject) {
        return records.form(room).signatories(info).stream()
                .filter(signatory -> signatory.role() == Block.Role.SUBJECT)
                .map(Signatory::blockId)
                .filter(id -> id.endsWith("." + subject))
                .findFirst()
                .orElse("");
    }

    private List<Column> columns(ClassRoom room, String subject) {
        ClassSheetForm sheet = records.form(room).sheet();
        return sheet.columns(room.grade()).stream()
                .filter(column ->
                        sheet.charge(room.grade(), column) instanceof Charge.Subject(var code) && code.equals(subject))
                .filter(column -> !(column.kind() instanceof Kind.Unused))
                .toList();
    }

    private List<Line> lines(ClassRoom room, String subject, String block, List<Column> columns, Moment now) {
        Map<UUID, RecordStore.Standing> given = store.signatures(room.id()).stream()
                .filter(signature -> signature.key().equals(block))
                .collect(Collectors.toMap(RecordStore.Standing::record, Function.identity()));
        Map<UUID, Voided> voided = signatures.voided(room.id()).stream()
                .filter(signature -> signature.key().equals(block))
                .collect(Collectors.toMap(Voided::record, Function.identity()));
        List<Cell> cells = voided.isEmpty() ? List.of() : gradebook.cells(room.id());
        List<Line> lines = new ArrayList<>();
        for (WorkingRecord record : records.look(room, now)) {
            Optional<UUID> id = record.kept().map(Kept::id);
            Optional<Voided> lost = id.map(voided::get);
            lines.add(new Line(
                    record.pupil(),
                    record.row().value(ClassSheetForm.FULL_NAME).orElse(""),
                    record.row(),
                    standing(record, subject, block),
                    id.map(given::get),
                    lost,
                    lost.map(gone -> changed(cells, columns, record.pupil(), gone))
                            .orElse(List.of()),
                    record.composition().remarks().stream()
                            .filter(remark -> remark.blocks()
                                    && (remark.key().startsWith(subject + ".")
                                            || record.kept().isEmpty()
                                                    && remark.key().equals(ClassSheetForm.PERSONAL_NUMBER)))
                            .toList()));
        }
        return lines;
    }

    private static Standing standing(WorkingRecord record, String subject, String block) {
        if (record.closed()) {
            return Standing.CLOSED;
        }
        if (record.signed().contains(block)) {
            return Standing.SIGNED;
        }
        if (record.kept().isPresent() && record.ready(block)) {
            return Standing.READY;
        }
        boolean taught = record.row().values().keySet().stream().anyMatch(key -> key.startsWith(subject + "."))
                || record.composition().remarks().stream()
                        .anyMatch(remark -> remark.key().startsWith(subject + "."));
        return taught ? Standing.WAITING : Standing.NOT_TAUGHT;
    }

    private static List<Column> changed(List<Cell> cells, List<Column> columns, UUID pupil, Voided gone) {
        return columns.stream()
                .filter(column -> cells.stream()
                        .anyMatch(cell -> cell.pupil().equals(pupil)
                                && cell.column().equals(column.key())
                                && !cell.at().isBefore(gone.at())))
                .toList();
    }
}
