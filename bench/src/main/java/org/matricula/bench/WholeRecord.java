package org.matricula.bench;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.matricula.bench.Contest.Outcome;
import org.matricula.bench.Turns.Spent;
import org.matricula.registry.records.pdf.PdfBatch;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.verifier.merkle.LeafCommitment;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.Salt;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordSealing;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A record from its content to both formats on the disk, and into the log.
final class WholeRecord implements NodeContest.OnNode {
    private static final String OURS = "Matricula: four XAdES, PDF/A-3 with its seal, stored, logged";
    private static final String THEIRS = "DSS 6.4 four times, FOP 2.11, DSS 6.4 for the PDF, a row inserted";
    private static final String BOUND = "five raw signatures, QR code, deflate, SHA-256";
    private static final int CLASS = 35;

    /// How hard our printer compresses pages.
    private static final int PAGES = 3;

    private final InstantSource clock = InstantSource.system();
    private final SecureRandom random = new SecureRandom();
    private final School school = School.open();
    private final List<School.Hand> hands = school.hands(content(0), Providers.ACCP);
    private final KeyAtHand seal = school.key("SEAL", Providers.ACCP);

    private static RecordContent content(int number) {
        return Books.book(number, Set.of("FOREIGN_LANGUAGE_1"));
    }

    @Override
    public String about() {
        return """
                One record: composed, signed by four people and institutions as XAdES, printed as PDF/A-3 with the
                XML attached, sealed as PAdES, stored in PostgreSQL with fsync. All signatures are at level B, P-256,
                by the same native provider. Ours come by classes of 35: one transaction, then one checkpoint of the
                log, signed and durable. The competitors sign the same data with DSS, print with FOP as PDF/A-3b
                without tags, and insert a row for each record into the same table; they keep no log. The bound is
                what no implementation can do without: five signatures of a digest, the QR code, deflating the XML
                and the pages, SHA-256 over the signed parts and both files; it stores and logs nothing. Processor
                time is that of the process and of PostgreSQL.""";
    }

    @Override
    public Outcome hold(BenchNode node, Effort effort) throws Exception {
        node.owner().sql("create schema if not exists bench").update();
        node.owner().sql("""
                        create table if not exists bench.document
                            (number text, xml bytea, pdf bytea, xml_sha256 bytea, pdf_sha256 bytea)""").update();
        for (int i = 0; i < (effort.quick() ? 20 : 60); i++) {
            made(CLASS); // a class is a short turn: without this most of them would be compiled while they count
        }
        int theirs = effort.quick() ? 5 : 10;
        Turns turns = new Turns(effort.rounds(), effort.quick() ? 4 : 10);
        try (Connection database = node.ownersConnection();
                FopPrinter fop = new FopPrinter()) {
            DssSigning dss = new DssSigning(hands, Providers.ACCP, Date.from(school.now));
            Turns.Results results = turns.with(OURS, () -> spent(node, CLASS, () -> ours(node, database)))
                    .with(
                            THEIRS,
                            () -> spent(node, theirs, () -> {
                                for (int i = 0; i < theirs; i++) {
                                    theirs(i, dss, fop, database);
                                }
                            }))
                    .with(BOUND, bound(node))
                    .run();
            judged();
            return new Outcome(
                    "records",
                    results.all(),
                    List.of(
                            Goal.times(
                                    "a whole record against DSS, FOP and a row, by processor time",
                                    results.byProcessor(OURS),
                                    results.byProcessor(THEIRS),
                                    40),
                            Goal.times("the same on the wall", results.onTheWall(OURS), results.onTheWall(THEIRS), 40),
                            Goal.share(
                                    "a whole record as a share of its composite bound, by processor time",
                                    results.byProcessor(OURS),
                                    results.byProcessor(BOUND),
                                    50)),
                    List.of("Level B on both sides. The competitors' rows are %s bytes, ours %s."
                            .formatted(size(database, "theirs"), size(database, "ours"))));
        }
    }

    @FunctionalInterface
    private interface Job {
        void run() throws Exception;
    }

    private static Spent spent(BenchNode node, int units, Job job) throws Exception {
        long processor = node.processor();
        long begin = System.nanoTime();
        job.run();
        double wall = (System.nanoTime() - begin) / 1e9;
        return new Spent(units, wall, (node.processor() - processor) / 1e9);
    }

    private record Made(List<byte[]> xml, List<byte[]> pdf) {}

    private Made made(int count) {
        List<byte[]> xml = new ArrayList<>();
        List<Prints.Print> prints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RecordContent content = content(i);
            xml.add(school.sealed(content, hands));
            prints.add(Prints.of(school, i, content, xml.getLast()));
        }
        return new Made(
                xml,
                PdfBatch.of(prints.stream().map(Prints.Print::document).toList())
                        .seal(seal));
    }

    private void ours(BenchNode node, Connection database) throws Exception {
        Made made = made(CLASS);
        List<LeafCommitment> acts = new ArrayList<>();
        database.setAutoCommit(false);
        try (PreparedStatement insert = insert(database)) {
            for (int i = 0; i < CLASS; i++) {
                row(insert, "ours", made.xml().get(i), made.pdf().get(i));
                insert.addBatch();
                acts.add(LeafCommitment.of(
                        Salt.fresh(random),
                        LoggedAct.ISSUE,
                        content(i).id(),
                        1,
                        made.xml().get(i)));
            }
            insert.executeBatch();
        }
        database.commit();
        database.setAutoCommit(true);
        TransparencyLog log = node.get(TransparencyLog.class);
        Instant at = clock.instant();
        new TransactionTemplate(node.get(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> log.append(acts, at));
        log.integrate(at);
    }

    private void theirs(int number, DssSigning dss, FopPrinter fop, Connection database) throws Exception {
        RecordContent content = content(number);
        byte[] xml = dss.xades(RecordSealing.prepare(content).toBytes());
        byte[] pdf = dss.pades(fop.print(Prints.of(school, number, content, xml)));
        try (PreparedStatement insert = insert(database)) {
            row(insert, "theirs", xml, pdf);
            insert.executeUpdate();
        }
    }

    private static PreparedStatement insert(Connection database) throws SQLException {
        return database.prepareStatement(
                "insert into bench.document (number, xml, pdf, xml_sha256, pdf_sha256) values (?, ?, ?, ?, ?)");
    }

    private static void row(PreparedStatement insert, String number, byte[] xml, byte[] pdf) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        insert.setString(1, number);
        insert.setBytes(2, xml);
        insert.setBytes(3, pdf);
        insert.setBytes(4, sha.digest(xml));
        insert.setBytes(5, sha.digest(pdf));
    }

    private Turns.Turn bound(BenchNode node) throws Exception {
        Made made = made(1);
        byte[] xml = made.xml().getFirst();
        byte[] pdf = made.pdf().getFirst();
        List<byte[]> packed = new ArrayList<>(List.of(xml));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                packed.add(page.getContents().readAllBytes());
            }
        }
        Digests digests = new Digests(xml).andTheFile(xml).andTheFile(pdf);
        Signature engine = seal.engine(Providers.ACCP, "NONEwithECDSA");
        byte[] digest = new byte[32];
        byte[] room = new byte[1 << 20];
        return () -> spent(node, CLASS, () -> {
            for (int i = 0; i < CLASS; i++) {
                for (int signature = 0; signature < 5; signature++) {
                    engine.update(digest);
                    engine.sign();
                }
                QrImage.modules(Prints.address("K7MX-2Q9D-HR4T-%04d".formatted(i)));
                for (byte[] each : packed) {
                    Deflater deflater = new Deflater(each == xml ? Deflater.DEFAULT_COMPRESSION : PAGES);
                    deflater.setInput(each);
                    deflater.finish();
                    deflater.deflate(room);
                    deflater.end();
                }
                digests.once();
            }
        });
    }

    /// What was raced is what DSS finds good.
    private void judged() {
        DssJudge judge = new DssJudge(school);
        Made made = made(1);
        if (judge.passed(made.xml().getFirst()) != 4 || judge.passed(made.pdf().getFirst()) != 1) {
            throw new IllegalStateException("DSS does not find the raced record totally passed");
        }
    }

    private static String size(Connection database, String number) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(
                "select avg(length(xml) + length(pdf))::bigint from bench.document where number = ?")) {
            query.setString(1, number);
            try (var row = query.executeQuery()) {
                row.next();
                return "%,d".formatted(row.getLong(1));
            }
        }
    }
}
