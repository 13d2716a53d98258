package org.matricula.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.matricula.bench.Contest.Outcome;
import org.matricula.bench.Turns.Spent;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.SealKeys;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.SealClassFlow;
import org.matricula.registry.records.spi.ClassRecordForm.Signatory;
import org.matricula.registry.records.store.BookFolder;

/// A class of 35 books closed on the node against the command line sealing the same class.
final class Closing implements NodeContest.OnNode {
    private static final String NODE = "closing 35 books on the node";
    private static final String COMMAND = "./matricula seal, the whole command";
    private static final String FLOW = "what the command does, in a warm JVM";

    @Override
    public String about() {
        return """
                A class of 35 whose books everybody has signed is closed: from the principal's act, which writes the
                intent, to the moment when the last book is issued in both formats and the log has its checkpoint,
                all of it committed to the disk. The command line gets the same class as a sheet, reads it, signs as
                everybody and writes the files: as the whole command with its JVM, and as the same procedure in the
                JVM of the node, warm, without a start. The latter does eleven more signatures a book and keeps no
                database, no log and no journal.""";
    }

    @Override
    public Outcome hold(BenchNode node, Effort effort) throws Exception {
        int rounds = effort.quick() ? 3 : effort.rounds() + 2;
        Turns turns = new Turns(rounds, effort.quick() ? 2 : 3);
        BenchSchool school = new BenchSchool(node);
        Deque<ClassRoom> rooms = new ArrayDeque<>();
        while (rooms.size() < turns.each()) {
            rooms.add(school.approved());
        }
        node.analyse();
        Path keys = node.folder("bench-keys");
        Files.createDirectories(keys);
        Turns.Results results = turns.with(NODE, () -> {
                    ClassRoom room = rooms.remove();
                    return spent(
                            node, () -> school.done(node.get(CloseRecords.class).run(school.principal(), room)));
                })
                .with(FLOW, () -> intoFolder(node, out -> flow(keys.resolve("demo-keys"), out)))
                .with(COMMAND, () -> intoFolder(node, out -> command(keys, out)))
                .run();
        List<String> remarks = new ArrayList<>();
        remarks.add("On the node: %.2f s a class; the command: %.2f s; its procedure in a warm JVM: %.2f s."
                .formatted(
                        1 / results.onTheWall(NODE).median(),
                        1 / results.onTheWall(COMMAND).median(),
                        1 / results.onTheWall(FLOW).median()));
        remarks.addAll(node.readWhole());
        return new Outcome(
                "classes",
                results.all(),
                List.of(
                        slower(
                                "closing 35 books on the node, time against the command line's",
                                results.onTheWall(NODE),
                                results.onTheWall(COMMAND)),
                        slower(
                                "the same against the command's procedure in a warm JVM",
                                results.onTheWall(NODE),
                                results.onTheWall(FLOW)),
                        slower(
                                "the same by processor time, with PostgreSQL's",
                                results.byProcessor(NODE),
                                results.byProcessor(FLOW))),
                remarks);
    }

    /// Ours may take one and a half times as long.
    private static Goal slower(String claim, Race.Result ours, Race.Result theirs) {
        return Goal.cost(claim, ours, theirs, 1.5);
    }

    @FunctionalInterface
    private interface Job {
        void run() throws Exception;
    }

    @FunctionalInterface
    private interface SealInto {
        void folder(Path out) throws Exception;
    }

    private static Spent intoFolder(BenchNode node, SealInto sealing) throws Exception {
        Path out = Files.createTempDirectory("matricula-books");
        try {
            return spent(node, () -> sealing.folder(out.resolve("books")));
        } finally {
            House.remove(out);
        }
    }

    private static Spent spent(BenchNode node, Job job) throws Exception {
        long processor = node.processor() + children();
        long begin = System.nanoTime();
        job.run();
        double wall = (System.nanoTime() - begin) / 1e9;
        return new Spent(1, wall, (node.processor() + children() - processor) / 1e9);
    }

    /// The processor time of the processes that this one has started and seen end, in nanoseconds; 0 where the system
    /// does not say.
    private static long children() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (Files.notExists(stat)) {
            return 0;
        }
        String line = Files.readString(stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        return ticks * 10_000_000; // a hundred a second, whatever the kernel's own clock
    }

    private static void flow(Path keys, Path out) throws IOException {
        InstantSource clock = InstantSource.system();
        SealClassFlow flow = new SealClassFlow(new PrimaryReportBook(), clock);
        SealClassFlow.Order order = new SealClassFlow.Order(
                "class-4a.xlsx", Files.readAllBytes(House.sheet()), false, "http://127.0.0.1:8080/v/");
        try (BookFolder folder = BookFolder.open(out).orElseThrow()) {
            var outcome = flow.run(
                    order,
                    (issuer, signatories) -> SealKeys.demo(keys, issuer, signatories, clock.instant()),
                    folder,
                    new Silent());
            require(out, outcome.toString());
        }
    }

    private static void command(Path data, Path out) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(House.java());
        command.addAll(List.of(
                "-jar", House.program().toString(), "seal", House.sheet().toString()));
        command.addAll(List.of("--out", out.toString(), "--data", data.toString()));
        File said = data.resolve("said.txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said)
                .start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException(Files.readString(said.toPath(), StandardCharsets.UTF_8));
        }
        require(out, Files.readString(said.toPath(), StandardCharsets.UTF_8));
    }

    private static void require(Path out, String otherwise) throws IOException {
        try (var files = Files.list(out)) {
            long books = files.filter(file -> file.toString().endsWith(".pdf")).count();
            if (books != 35) {
                throw new IllegalStateException("%d books were sealed: %s".formatted(books, otherwise));
            }
        }
    }

    private static final class Silent implements SealClassFlow.Progress {
        @Override
        public void planned(int pupils, int signatures) {
            // nobody watches
        }

        @Override
        public void signed(Signatory signatory, int signatures) {
            // nobody watches
        }

        @Override
        public void written(String book) {
            // nobody watches
        }
    }
}
