package org.matricula.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.matricula.bench.Contest.Outcome;
import org.matricula.bench.Turns.Spent;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.store.IssuedStore;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The public look-up by code on the whole node against the least that a server of its kind can do.
final class LookUp implements NodeContest.OnNode {
    private static final String BARE = "bare controller, same query";
    private static final String PAGE = "page /v/{code}";
    private static final String API = "interface /api/v1/verify/codes/{code}";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// Before the race each kind is asked so often, so that what is compared is compiled, however busy the machine is.
    private static final int WARM = 5_000;

    private static final double LONGEST_WARMING = 60;

    /// At once, each from an address of its own, as readers of papers come.
    private static final int READERS = 8;

    @Override
    public String about() {
        return """
                Eight readers at once, each from an address of its own on a kept connection, ask for the codes of
                issued records in random order. The node answers with everything that a stranger's request passes:
                security filters, limit of tries, the page in the reader's language. The bare controller runs beside it
                in the same JVM with the same Tomcat, Spring MVC, pool of connections and query, and answers with the
                record's number alone. Processor time is the JVM's and PostgreSQL's without that of the readers.""";
    }

    @Override
    public Outcome hold(BenchNode node, Effort effort) throws Exception {
        List<String> codes = codes(node, effort.quick() ? 1_000 : 10_000);
        double seconds = effort.seconds() * 2;
        try (ConfigurableApplicationContext bare = BareServer.start(node.get(IssuedStore.class));
                Readers ofPage = new Readers(node, node.port(), "/v/", codes, seconds);
                Readers ofApi = new Readers(node, node.port(), "/api/v1/verify/codes/", codes, seconds);
                Readers ofBare = new Readers(node, BareServer.port(bare), "/v/", codes, seconds)) {
            for (Readers each : List.of(ofBare, ofPage, ofApi)) {
                each.warm();
            }
            Turns.Results results = new Turns(effort.rounds(), 1)
                    .with(BARE, ofBare)
                    .with(PAGE, ofPage)
                    .with(API, ofApi)
                    .run();
            return new Outcome(
                    "look-ups",
                    results.all(),
                    List.of(
                            Goal.share(
                                    "look-up by code, page, share of the bare controller's throughput",
                                    results.onTheWall(PAGE),
                                    results.onTheWall(BARE),
                                    50),
                            Goal.share(
                                    "look-up by code, HTTP interface, share of it",
                                    results.onTheWall(API),
                                    results.onTheWall(BARE),
                                    50),
                            Goal.share(
                                    "the page by processor time",
                                    results.byProcessor(PAGE),
                                    results.byProcessor(BARE),
                                    50),
                            Goal.share(
                                    "the HTTP interface by processor time",
                                    results.byProcessor(API),
                                    results.byProcessor(BARE),
                                    50)),
                    remarks(node, codes.size()));
        }
    }

    private static List<String> remarks(BenchNode node, int codes) {
        List<String> remarks = new ArrayList<>();
        remarks.add("%,d issued records; none of the codes asked for is wrong.".formatted(codes));
        remarks.addAll(node.readWhole());
        return remarks;
    }

    /// A class is closed by its people; what else is issued are rows like its own under other numbers and codes.
    private static List<String> codes(BenchNode node, int most) throws IOException {
        BenchSchool school = new BenchSchool(node);
        var room = school.approved();
        school.done(node.get(CloseRecords.class).run(school.principal(), room));
        JdbcClient owner = node.owner();
        for (String statement : List.of("""
                insert into records.record (id, institution, class_id, pupil, number, version, state, changed_at)
                select md5('record' || n)::uuid, r.institution, r.class_id, md5('pupil' || n)::uuid, 'B-' || n, 1,
                       'CLOSED', r.changed_at
                  from generate_series(1, :most) n cross join (select * from records.record limit 1) r""", """
                insert into records.sealed
                    (record, number, version, lookup_code, confirmation_code, data_digest, xml, xml_sha256,
                     effective_at, leaf, salt, at)
                select md5('record' || n)::uuid, 'B-' || n, 1,
                       upper(regexp_replace(md5('code' || n), '^(.{4})(.{4})(.{4})(.{4}).*', '\\1-\\2-\\3-\\4')),
                       s.confirmation_code, s.data_digest, s.xml, sha256(('xml' || n)::bytea), s.effective_at,
                       1000000 + n, s.salt, s.at
                  from generate_series(1, :most) n
                  join (select *, row_number() over (order by number) as place from records.sealed) s
                    on s.place = 1 + n % 35""", """
                insert into records.issued (record, pdf, pdf_sha256, at)
                select md5('record' || n)::uuid, '', sha256(('pdf' || n)::bytea), now()
                  from generate_series(1, :most) n""")) {
            owner.sql(statement).param("most", most).update();
        }
        node.analyse();
        return owner.sql("select lookup_code from records.sealed order by lookup_code")
                .query(String.class)
                .list();
    }

    /// Readers of one kind of answer, with their connections.
    private static final class Readers implements Turns.Turn, AutoCloseable {
        private final BenchNode node;
        private final String prefix;
        private final List<String> codes;
        private final double seconds;
        private final List<Wire> wires = new ArrayList<>();
        private final ExecutorService threads = Executors.newFixedThreadPool(READERS);

        Readers(BenchNode node, int port, String prefix, List<String> codes, double seconds) throws IOException {
            this.node = node;
            this.prefix = prefix;
            this.codes = codes;
            this.seconds = seconds;
            for (int reader = 1; reader <= READERS; reader++) {
                wires.add(new Wire(port, "127.0.7." + reader, "Accept-Language: vi\r\nAccept: */*\r\n"));
            }
        }

        void warm() throws Exception {
            double answers = 0;
            for (double spent = 0; answers < WARM && spent < LONGEST_WARMING; ) {
                Spent turn = take();
                answers += turn.units();
                spent += turn.wall();
            }
        }

        private record Read(long answers, long processor) {}

        @Override
        public Spent take() throws Exception {
            long processor = node.processor();
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * 1e9);
            List<Future<Read>> reading = new ArrayList<>();
            for (Wire wire : wires) {
                reading.add(threads.submit(() -> read(wire, end)));
            }
            long answers = 0;
            for (Future<Read> each : reading) {
                answers += each.get().answers();
                processor += each.get().processor();
            }
            return new Spent(answers, (System.nanoTime() - begin) / 1e9, (node.processor() - processor) / 1e9);
        }

        private Read read(Wire wire, long end) throws IOException {
            SplittableRandom random = new SplittableRandom();
            long before = THREADS.getCurrentThreadCpuTime();
            long answers = 0;
            while (System.nanoTime() < end) {
                wire.get(prefix + codes.get(random.nextInt(codes.size()))).good();
                answers++;
            }
            return new Read(answers, THREADS.getCurrentThreadCpuTime() - before);
        }

        @Override
        public void close() throws IOException {
            threads.shutdown();
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }
}
