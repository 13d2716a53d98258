package org.matricula.registry.records.flows;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.matricula.law.Sentence;
import org.matricula.law.WithoutClause;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.gradebook.ClassSheet;
import org.matricula.registry.gradebook.ClassSheetReader;
import org.matricula.registry.gradebook.Problem;
import org.matricula.registry.gradebook.Reading;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.records.BookNumbers;
import org.matricula.registry.records.SealKeys;
import org.matricula.registry.records.SealReport;
import org.matricula.registry.records.flows.SealBooks.SealedBook;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.records.spi.ClassRecordForm.Composition;
import org.matricula.registry.records.spi.ClassRecordForm.Identity;
import org.matricula.registry.records.spi.ClassRecordForm.Remark;
import org.matricula.registry.records.spi.ClassRecordForm.Signatory;
import org.matricula.registry.records.store.BookFolder;
import org.matricula.verifier.record.RecordContent;

/// Seals a class: reads its sheet, composes a book for every pupil, signs in order, seals, and puts both formats of
/// each book into a folder.
///
/// While one problem remains nothing is sealed, unless the office chose to seal the good rows; then the others are
/// listed. A class is one act: every book of it is made before the first one is put into the folder, so a refusal
/// leaves the folder as it was. Running again finishes what a fall left undone and leaves every sealed book as it is.
@Refuses({SealClassFlow.SheetNeedsMending.class, SealClassFlow.LawForbids.class})
public final class SealClassFlow {
    /// A place in rows: `D12`, `D12:D14`, `12:12`.
    private static final Pattern ROWS = Pattern.compile("[A-Z]*(\\d+)(?::[A-Z]*(\\d+))?");

    private static final Sentence NO_RESULT = new Sentence("—", "—");

    private final ClassRecordForm form;
    private final InstantSource clock;

    /// @param clock the server's clock
    public SealClassFlow(ClassRecordForm form, InstantSource clock) {
        this.form = form;
        this.clock = clock;
    }

    /// Something in the sheet has to be mended first.
    ///
    /// @param problem what, where and how
    /// @param clauses the clauses behind it; none when the file itself is the problem
    @WithoutClause(
            "the sheet itself has to be mended; where a rule found the fault, the clauses of the rule come along")
    public record SheetNeedsMending(Problem problem, List<String> clauses) implements Refusal {
        public SheetNeedsMending {
            clauses = List.copyOf(clauses);
        }

        @Override
        public Sentence words() {
            return problem.words();
        }

        /// The rows of the sheet in which the problem stands; none when it is not about rows.
        private List<Integer> rows() {
            Matcher named = ROWS.matcher(problem.cell());
            if (!named.matches()) {
                return List.of();
            }
            int first = Integer.parseInt(named.group(1));
            int last = named.group(2) == null ? first : Integer.parseInt(named.group(2));
            return IntStream.rangeClosed(first, last).boxed().toList();
        }
    }

    /// The law has something against sealing a book that is otherwise ready.
    public record LawForbids(SealBooks.ObstacleFound obstacle) implements Refusal {
        @Override
        public List<String> clauses() {
            return List.of(obstacle.finding().clause());
        }

        @Override
        public Sentence words() {
            Sentence because = obstacle.finding().because();
            return new Sentence(obstacle.book() + ": " + because.en(), obstacle.book() + ": " + because.local());
        }
    }

    /// What to seal and how.
    ///
    /// @param fileName the name of the sheet, for its type and the report
    /// @param bytes the sheet
    /// @param goodRowsOnly seal the rows without a problem and list the others
    /// @param lookupAddress where anyone looks a book up; the lookup code is added at the end
    public record Order(String fileName, byte[] bytes, boolean goodRowsOnly, String lookupAddress) {}

    /// What was done.
    ///
    /// @param trust the trust list that makes the books verifiable; empty when the keys came from elsewhere
    public record Sealed(SealReport report, byte[] trust) {}

    /// Gives the keys for the people of the class.
    @FunctionalInterface
    public interface Keys {
        /// @throws org.matricula.registry.signing.KeyProblem when a key is missing or unfit
        SealKeys of(RecordContent.Issuer issuer, List<Signatory> signatories);
    }

    /// Told as the work goes on.
    public interface Progress {
        /// The sheet was read and checked.
        ///
        /// @param signatures how many signatures are to be made
        void planned(int pupils, int signatures);

        /// Somebody signed.
        void signed(Signatory signatory, int signatures);

        /// A book is on the disk in both formats.
        void written(String book);
    }

    /// Runs the act.
    ///
    /// @throws UncheckedIOException when the disk refuses; the folder then holds whole books only
    public Outcome<Sealed> run(Order order, Keys keys, BookFolder folder, Progress progress) {
        LocalDate today = clock.instant().atZone(form.zone()).toLocalDate();
        Reading reading = new ClassSheetReader(form.sheet()).read(order.bytes(), today);
        List<SheetNeedsMending> problems = new ArrayList<>();
        reading.remarks().stream()
                .filter(Problem::blocks)
                .forEach(p -> problems.add(new SheetNeedsMending(p, List.of())));
        Optional<ClassSheet> sheet = switch (reading) {
            case Reading.Read read -> Optional.of(read.sheet());
            case Reading.Problems some -> some.goodRows();
        };
        if (sheet.isEmpty()) {
            return new Outcome.Refused<>(List.copyOf(problems));
        }
        ClassInfo info = sheet.get().info();
        List<SheetNeedsMending> ofClass = unprintable(sheet.get());
        if (!ofClass.isEmpty()) {
            problems.addAll(0, ofClass);
            return new Outcome.Refused<>(List.copyOf(problems));
        }
        SealKeys keysOfClass = keys.of(form.issuer(info), form.signatories(info));
        BookNumbers numbers = new BookNumbers(keysOfClass.secret());
        List<Row> rows = sheet.get().rows().stream()
                .map(row -> compose(info, row, numbers, folder, today))
                .toList();
        rows.forEach(row -> problems.addAll(row.problems(sheet.get())));
        if (!problems.isEmpty() && (!order.goodRowsOnly() || rows.stream().noneMatch(Row::usable))) {
            return new Outcome.Refused<>(List.copyOf(problems));
        }
        Map<Signatory, Integer> made;
        try {
            made = seal(order, keysOfClass, numbers, rows, folder, progress);
        } catch (SealBooks.NotToBeSealed refused) {
            return new Outcome.Refused<>(
                    refused.obstacles().stream().<Refusal>map(LawForbids::new).toList());
        }
        SealReport report = report(order, info, keysOfClass, reading, rows, made, problems);
        return new Outcome.Done<>(new Sealed(report, keysOfClass.trust()));
    }

    /// A pupil's row and what is to become of it.
    private record Row(PupilRow row, String book, Composition composition, SealReport.State state) {
        boolean usable() {
            return state != SealReport.State.LEFT_OUT;
        }

        List<SheetNeedsMending> problems(ClassSheet sheet) {
            return composition.remarks().stream()
                    .filter(Remark::blocks)
                    .map(r -> new SheetNeedsMending(
                            new Problem(
                                    sheet.name(),
                                    sheet.cell(row, r.key()),
                                    row.value(ClassSheetForm.FULL_NAME),
                                    Problem.Severity.ERROR,
                                    r.words()),
                            r.clauses()))
                    .toList();
        }
    }

    private Row compose(ClassInfo info, PupilRow row, BookNumbers numbers, BookFolder folder, LocalDate today) {
        Identity identity = form.identity(info, row);
        String book = numbers.book(identity.institution(), identity.schoolYear(), identity.person());
        Composition composition = form.compose(info, row, book, 1, today);
        List<Remark> unprintable = new ArrayList<>();
        row.values()
                .forEach((key, value) -> Unprintable.in(value)
                        .ifPresent(words -> unprintable.add(new Remark(key, true, words, List.of()))));
        if (!unprintable.isEmpty()) {
            unprintable.addAll(composition.remarks());
            return left(row, book, composition.result(), unprintable);
        }
        if (composition.content().isEmpty()) {
            return left(row, book, composition.result(), composition.remarks());
        }
        return switch (folder.find(composition.content().get())) {
            case ABSENT -> new Row(row, book, composition, SealReport.State.SEALED);
            case SAME -> new Row(row, book, composition, SealReport.State.ALREADY_SEALED);
            case OTHER -> {
                List<Remark> remarks = new ArrayList<>(composition.remarks());
                remarks.add(form.sealedDifferently(book));
                yield left(row, book, composition.result(), remarks);
            }
        };
    }

    private static Row left(PupilRow row, String book, Optional<Sentence> result, List<Remark> remarks) {
        return new Row(row, book, new Composition(Optional.empty(), result, remarks), SealReport.State.LEFT_OUT);
    }

    /// What is said of the class as a whole and cannot be printed: it stands in every book.
    private static List<SheetNeedsMending> unprintable(ClassSheet sheet) {
        return Stream.concat(sheet.info().values().values().stream(), sheet.info().teachers().values().stream())
                .distinct()
                .flatMap(value -> Unprintable.in(value).stream()
                        .map(words -> new Sentence(value + ": " + words.en(), value + ": " + words.local())))
                .map(words -> new SheetNeedsMending(
                        new Problem(sheet.name(), "", Optional.empty(), Problem.Severity.ERROR, words), List.of()))
                .toList();
    }

    private Map<Signatory, Integer> seal(
            Order order, SealKeys keys, BookNumbers numbers, List<Row> rows, BookFolder folder, Progress progress) {
        SealBooks sealer = new SealBooks(form, keys, numbers, order.lookupAddress(), clock);
        List<RecordContent> contents = rows.stream()
                .filter(r -> r.state() == SealReport.State.SEALED)
                .map(r -> r.composition().content().orElseThrow())
                .toList();
        progress.planned(contents.size(), sealer.signaturesFor(contents));
        Map<Signatory, Integer> made = new LinkedHashMap<>();
        keys.signers().keySet().forEach(signatory -> made.put(signatory, 0));
        List<SealedBook> sealed = sealer.seal(contents, (signatory, signatures) -> {
            made.merge(signatory, signatures, Integer::sum);
            progress.signed(signatory, signatures);
        });
        for (SealedBook book : sealed) {
            folder.put(book.content().id(), book.xml(), book.pdf());
            progress.written(book.content().id());
        }
        return made;
    }

    private SealReport report(
            Order order,
            ClassInfo info,
            SealKeys keys,
            Reading reading,
            List<Row> rows,
            Map<Signatory, Integer> made,
            List<SheetNeedsMending> problems) {
        List<SealReport.Pupil> pupils = new ArrayList<>(unread(rows, problems));
        for (Row row : rows) {
            pupils.add(new SealReport.Pupil(
                    row.row().row(),
                    row.row().value(ClassSheetForm.FULL_NAME).orElse(""),
                    row.state(),
                    row.usable() ? row.book() : "",
                    row.composition().result().orElse(NO_RESULT),
                    row.composition().remarks().stream().map(Remark::words).toList()));
        }
        pupils.sort(Comparator.comparingInt(SealReport.Pupil::row));
        List<SealReport.SignerLine> signers = keys.signers().entrySet().stream()
                .map(e -> new SealReport.SignerLine(
                        e.getKey().office(),
                        e.getKey().name(),
                        e.getValue().certificate().getSerialNumber().toString(16),
                        made.get(e.getKey())))
                .toList();
        return new SealReport(
                order.fileName(),
                info.value("school").orElse(""),
                info.value(ClassSheetForm.CLASS_NAME).orElse(""),
                info.value("schoolYear").orElse(""),
                SealReport.time(clock.instant().atZone(form.zone())),
                keys.demo(),
                pupils,
                signers,
                reading.remarks().stream()
                        .map(p -> new Sentence(p.line("en"), p.line("vi")))
                        .toList(),
                List.copyOf(problems));
    }

    /// The pupils whose rows the reader left out: they are not in the sheet as read, only in what it says against them.
    private static List<SealReport.Pupil> unread(List<Row> read, List<SheetNeedsMending> problems) {
        Set<Integer> known = read.stream().map(row -> row.row().row()).collect(Collectors.toSet());
        Map<Integer, List<SheetNeedsMending>> byRow = new TreeMap<>();
        for (SheetNeedsMending each : problems) {
            for (int row : each.rows()) {
                if (!known.contains(row)) {
                    byRow.computeIfAbsent(row, _ -> new ArrayList<>()).add(each);
                }
            }
        }
        List<SealReport.Pupil> pupils = new ArrayList<>();
        byRow.forEach((row, said) -> pupils.add(new SealReport.Pupil(
                row,
                said.stream()
                        .filter(each -> each.rows().getFirst().equals(row))
                        .flatMap(each -> each.problem().pupil().stream())
                        .findFirst()
                        .orElse("—"),
                SealReport.State.LEFT_OUT,
                "",
                NO_RESULT,
                said.stream().map(SheetNeedsMending::words).toList())));
        return pupils;
    }
}
