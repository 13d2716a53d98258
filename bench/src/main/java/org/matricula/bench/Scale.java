package org.matricula.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.records.BookNumbers;
import org.matricula.registry.records.SealKeys;
import org.matricula.registry.records.flows.SealBooks;
import org.matricula.registry.records.spi.ClassRecordForm.Signatory;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Stamper;

/// One class against a whole province: does a record cost more when there are many?
final class Scale implements Contest {
    static final int CLASS = 35;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Set<String> ALL =
            Books.SUBJECTS.stream().map(Books.Subject::code).collect(Collectors.toSet());

    private final School school;

    Scale(School school) {
        this.school = school;
    }

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String about() {
        return """
                The whole flow behind `./matricula seal` after the sheet is read: fifteen signatures on the XML of
                each book, the PDF with its seal, class by class; the pupils are generated as they come and the
                finished bytes are counted and let go, so that the disk is not measured. One class of 35, sealed
                again and again by a flow made for it, against one flow that seals 1,000 classes in a row; both
                alternate, a seventh of the thousand at a time.""";
    }

    @Override
    public Outcome hold(Effort effort) {
        int classes = effort.quick() ? 35 : 1_000;
        SealBooks large = flow(Providers.ACCP);
        // Warm: the first classes of a process are compiled while they run.
        for (int i = 0; i < (effort.quick() ? 10 : 60); i++) {
            seal(flow(Providers.ACCP), i);
        }
        int rounds = effort.rounds();
        double[] small = new double[rounds];
        double[] big = new double[rounds];
        double[] heap = new double[rounds];
        int done = 0;
        for (int round = 0; round < rounds; round++) {
            int until = classes * (round + 1) / rounds;
            int repeats = Math.max(1, (until - done) / 4);
            small[round] = timed(repeats, i -> seal(flow(Providers.ACCP), 0));
            int from = done;
            big[round] = timed(until - done, i -> seal(large, from + i));
            done = until;
            heap[round] = heapInUse();
        }
        Race.Result one = new Race.Result("classes of 35, one at a time", small);
        Race.Result many = new Race.Result("%,d records in a row".formatted(classes * CLASS), big);
        Goal cost =
                Goal.added("what a record of %,d costs more than one of 35".formatted(classes * CLASS), one, many, 10);
        Goal memory = Goal.single(
                "growth of the heap in use over the run, in MB",
                Math.max(0, heap[rounds - 1] - heap[0]),
                20,
                Goal.Bound.AT_MOST,
                Goal.Unit.COUNT);
        List<String> remarks = List.of(
                "Heap in use after a collection, from the first seventh to the last: "
                        + java.util.Arrays.stream(heap)
                                .mapToObj(mb -> "%.0f".formatted(mb))
                                .collect(Collectors.joining(", "))
                        + " MB.",
                "Provider: " + Providers.ACCP.described() + ".");
        return new Outcome("records", List.of(one, many), List.of(cost, memory), remarks);
    }

    /// Seals one class of generated pupils.
    ///
    /// @return something of the result
    static int seal(SealBooks flow, int classNumber) {
        List<RecordContent> contents = new ArrayList<>(CLASS);
        for (int i = 0; i < CLASS; i++) {
            contents.add(Books.book(classNumber * CLASS + i, ALL, 1));
        }
        int bytes = 0;
        for (SealBooks.SealedBook book : flow.seal(contents, (_, _) -> {})) {
            bytes += book.xml().length + book.pdf().length;
        }
        return bytes;
    }

    /// The flow with the school's keys.
    SealBooks flow(Providers providers) {
        Map<Signatory, Signer> signers = new LinkedHashMap<>();
        for (Books.Subject subject : Books.SUBJECTS) {
            String block = "subject." + subject.code();
            signers.put(
                    new Signatory(Role.SUBJECT, block, office(subject.label()), subject.teacher()),
                    school.key(block, providers));
        }
        signers.put(
                new Signatory(Role.HOMEROOM, "", office("chủ nhiệm"), Books.HOMEROOM),
                school.key("HOMEROOM", providers));
        signers.put(
                new Signatory(Role.HEAD, "", office("hiệu trưởng"), Books.PRINCIPAL), school.key("HEAD", providers));
        signers.put(
                new Signatory(Role.SEAL, "", office("nhà trường"), School.ISSUER.name()),
                school.key("SEAL", providers));
        byte[] secret = new byte[32];
        return new SealBooks(
                new PrimaryReportBook(),
                new SealKeys(signers, secret, true, new byte[0], Stamper.NONE),
                new BookNumbers(secret),
                "https://hocba.example.edu.vn/v/",
                InstantSource.system());
    }

    private static Sentence office(String words) {
        return new Sentence(words, words);
    }

    @FunctionalInterface
    private interface Step {
        int of(int number);
    }

    private static volatile int sink;

    private static double timed(int classes, Step step) {
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < classes; i++) {
            sink += step.of(i);
        }
        return classes * CLASS * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
    }

    private static double heapInUse() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
