package org.matricula.registry.records.flows;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.matricula.registry.directory.Pupil;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.ClosingWork.LookupAddress;
import org.matricula.registry.records.RecordIssuing;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.pdf.PdfBatch;
import org.matricula.registry.records.pdf.PdfDocument;
import org.matricula.registry.records.pdf.UnprintableCharacters;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.spi.PrintedForm;
import org.matricula.registry.records.store.BoardStore;
import org.matricula.registry.records.store.BoardStore.Issued;
import org.matricula.registry.records.store.BoardStore.Recalled;
import org.matricula.registry.records.store.BoardStore.Version;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.RecordStore;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.matricula.registry.records.store.RecordStore.Standing;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordSealing;
import org.springframework.stereotype.Component;

/// Looks at the books of a class, or at one of them as it prints. Each look names its pupils in the journal.
@Act(
        value = "look-at-book",
        by = {Role.HOMEROOM_TEACHER, Role.OFFICE, Role.PRINCIPAL, Role.INSPECTOR})
@Refuses(NotYours.class)
@Component
public final class LookAtBook {
    private static final String DRAFT = "BẢN NHÁP, chưa có giá trị pháp lý · DRAFT, not valid";

    private final Office office;
    private final Gradebook gradebook;
    private final ClassRecords records;
    private final RecordStore store;
    private final BoardStore board;
    private final ClosingStore closed;
    private final Pupils pupils;
    private final InstitutionKeys keys;
    private final LookupAddress lookup;

    LookAtBook(
            Office office,
            Gradebook gradebook,
            ClassRecords records,
            RecordStore store,
            BoardStore board,
            ClosingStore closed,
            Pupils pupils,
            InstitutionKeys keys,
            LookupAddress lookup) {
        this.office = office;
        this.gradebook = gradebook;
        this.records = records;
        this.store = store;
        this.board = board;
        this.closed = closed;
        this.pupils = pupils;
        this.keys = keys;
        this.lookup = lookup;
    }

    /// A book in its class.
    ///
    /// @param signed who has signed, in the order of time
    /// @param issued what was issued of this very version; empty before closing
    public record Book(Pupil pupil, WorkingRecord record, List<Standing> signed, Optional<Issued> issued) {
        public Book {
            signed = List.copyOf(signed);
        }
    }

    /// The books of a class, in the order of the class list.
    public record Books(ClassRoom room, List<Book> books, Moment now) {
        public Books {
            books = List.copyOf(books);
        }

        /// How many are in a state.
        public int in(RecordState state) {
            return (int) books.stream()
                    .filter(book -> book.record().state() == state)
                    .count();
        }
    }

    /// One version of a book.
    ///
    /// @param book the newest version of it, which may be a later one; empty when the pupil has left the class
    /// @param versions every version, the newest first
    /// @param recalled why this version was withdrawn
    public record Opened(
            ClassRoom room,
            Kept kept,
            Pupil pupil,
            Optional<Book> book,
            Optional<Issued> issued,
            List<Version> versions,
            Optional<Recalled> recalled,
            Moment now) {
        public Opened {
            versions = List.copyOf(versions);
        }

        /// Whether it can be printed: issued, or complete enough for a draft.
        public boolean printable() {
            return issued.isPresent() || draftable();
        }

        /// The record in the making, when this version is the newest one.
        public Optional<WorkingRecord> newest() {
            return book.map(Book::record)
                    .filter(record -> record.kept().map(Kept::id).equals(Optional.of(kept.id())));
        }

        boolean draftable() {
            return newest().filter(record -> record.sealing().isPresent()
                            && record.composition().content().isPresent())
                    .isPresent();
        }
    }

    /// A file to take away.
    ///
    /// @param draft whether it is no document yet
    public record Print(String name, byte[] bytes, boolean draft) {}

    /// The class of a book, whoever asks; empty when there is no such book.
    public Optional<ClassRoom> room(UUID record) {
        return store.find(record).flatMap(kept -> gradebook.find(kept.classId()));
    }

    /// The books of a class.
    public Outcome<Books> ofClass(Actor actor, ClassRoom room) {
        return office.look(LookAtBook.class, actor, gradebook.place(room), (now, notes) -> {
            Books books = books(room, now);
            notes.about(books.books().stream().map(book -> book.pupil().id()).toList());
            return books;
        });
    }

    /// One version of a book; empty when there is no such book.
    public Optional<Outcome<Opened>> open(Actor actor, UUID record) {
        return look(actor, record, (opened, _) -> opened);
    }

    /// A book as it prints: what was issued, or a draft with the signatures so far. Empty inside when something is
    /// still missing, so that there is nothing to print.
    public Optional<Outcome<Optional<Print>>> pdf(Actor actor, UUID record) {
        return look(
                actor,
                record,
                (opened, now) -> opened.issued().isPresent()
                        ? closed.pdf(record).map(pdf -> new Print(name(opened) + ".pdf", pdf, false))
                        : opened.draftable() ? draft(opened, now) : Optional.empty());
    }

    /// A book as a sealed XML file; empty inside before closing.
    public Optional<Outcome<Optional<Print>>> xml(Actor actor, UUID record) {
        return look(
                actor,
                record,
                (opened, _) -> closed.xml(record).map(xml -> new Print(name(opened) + ".xml", xml, false)));
    }

    /// The issued file of a format, for those who have looked at the whole class already.
    public Optional<byte[]> file(UUID record, boolean pdf) {
        return pdf ? closed.pdf(record) : closed.xml(record);
    }

    private <T> Optional<Outcome<T>> look(Actor actor, UUID record, BiFunction<Opened, Moment, T> what) {
        Optional<Kept> found = store.find(record);
        Optional<ClassRoom> room = found.flatMap(kept -> gradebook.find(kept.classId()));
        if (found.isEmpty() || room.isEmpty()) {
            return Optional.empty();
        }
        Kept kept = found.get();
        return Optional.of(office.look(LookAtBook.class, actor, gradebook.place(room.get()), (now, notes) -> {
            notes.about(kept.pupil());
            return what.apply(opened(room.get(), kept, now), now);
        }));
    }

    private Opened opened(ClassRoom room, Kept kept, Moment now) {
        Optional<Book> book = books(room, now).books().stream()
                .filter(each -> each.pupil().id().equals(kept.pupil()))
                .findFirst();
        return new Opened(
                room,
                kept,
                book.map(Book::pupil)
                        .orElseGet(() -> pupils.get(List.of(kept.pupil())).get(kept.pupil())),
                book,
                board.issuedRecord(kept.id()),
                board.versions(room.id(), kept.pupil()),
                board.recall(kept.id()),
                now);
    }

    private Books books(ClassRoom room, Moment now) {
        List<WorkingRecord> look = records.look(room, now);
        Map<UUID, Pupil> known =
                pupils.get(look.stream().map(WorkingRecord::pupil).toList());
        Map<UUID, List<Standing>> signed =
                store.signatures(room.id()).stream().collect(Collectors.groupingBy(Standing::record));
        Map<UUID, Issued> issued =
                board.issued(room.id()).stream().collect(Collectors.toMap(Issued::record, each -> each));
        List<Book> books = new ArrayList<>();
        for (WorkingRecord record : look) {
            Optional<UUID> id = record.kept().map(Kept::id);
            books.add(new Book(
                    known.get(record.pupil()),
                    record,
                    id.map(key -> signed.getOrDefault(key, List.of())).orElse(List.of()).stream()
                            .sorted(java.util.Comparator.comparing(Standing::at).thenComparing(Standing::key))
                            .toList(),
                    id.map(issued::get)));
        }
        return new Books(room, books, now);
    }

    /// Draws the print as it will be, without any code by which it could be taken for issued, and says on every page
    /// that it is a draft.
    private Optional<Print> draft(Opened opened, Moment now) {
        RecordSealing sealing = opened.newest().flatMap(WorkingRecord::sealing).orElseThrow();
        ClassRecordForm form = records.form(opened.room());
        RecordIssuing issuing = new RecordIssuing(form, lookup.prefix(), keys.demo());
        OffsetDateTime at = now.local().truncatedTo(ChronoUnit.SECONDS);
        PdfDocument document =
                issuing.draft(sealing.content(), issuing.sealing(new Issue("", "", at), issuing.signers(sealing)));
        try {
            byte[] pdf = PdfBatch.of(List.of(marked(document))).unsealed().getFirst();
            return Optional.of(new Print(name(opened) + "-DRAFT.pdf", pdf, true));
        } catch (UnprintableCharacters _) {
            return Optional.empty(); // the page of closing names the characters and where to mend them
        }
    }

    private static PdfDocument marked(PdfDocument document) {
        PrintedForm form = document.form();
        PrintedForm.Footer footer = form.footer();
        PrintedForm marked = new PrintedForm(
                "DRAFT · " + form.title(),
                form.language(),
                form.accent(),
                new PrintedForm.Footer(footer.left(), footer.pages(), DRAFT),
                form.parts());
        return new PdfDocument(
                document.recordId(),
                document.version(),
                document.dataDigest(),
                document.sealedAt(),
                marked,
                document.xml(),
                document.logProof());
    }

    private static String name(Opened opened) {
        return opened.kept().number() + "-v" + opened.kept().version();
    }
}
