package org.matricula.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.bench.Contest.Outcome;
import org.matricula.bench.Turns.Spent;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Kind;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.ClassStore.ClassRoomOrYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 45 pupils with 10 cells each saved at once against one row of the table after the other.
final class GridSave implements NodeContest.OnNode {
    private static final String WHOLE = "450 cells in one request";
    private static final String PUPILS = "45 requests, one a pupil";
    private static final String CELLS = "450 requests, one a cell";
    private static final String NAIVE = "450 times select, update, insert, commit; no request, no checks";
    private static final int ROWS = 45;
    private static final int COLUMNS = 10;
    private static final String TOKEN = "mat_of-the-bench";
    private static final ClassSheetForm FORM = new PrimaryReportBook().sheet();

    private record Cell(UUID pupil, String column, long revision) {}

    private int flips;

    @Override
    public String about() {
        return """
                The homeroom teacher's grid, 45 pupils with 10 levels each, every one of which changes: sent over HTTP
                as one PATCH, which weighs each cell, saves all in one statement, voids signatures and writes one line
                of the journal; against the same act with one cell a request, as a page does that saves each row of
                the table by itself. Beside them: a request for each pupil, and what a mapper of objects does without
                any of our checks and without HTTP, that is a select, an update, an insert of the history and a commit
                for each cell.""";
    }

    @Override
    public Outcome hold(BenchNode node, Effort effort) throws Exception {
        ClassRoom room = room(node);
        List<String> columns = columns();
        String path = "/api/v1/classes/" + room.id() + "/marks";
        JdbcClient sql = node.get(JdbcClient.class);
        int often = effort.quick() ? 4 : 8;
        try (Wire wire = new Wire(node.port(), "127.0.0.1", "Authorization: Bearer " + TOKEN + "\r\n")) {
            fill(node, wire, path, room, columns);
            node.analyse();
            Turns.Results results = new Turns(effort.rounds(), effort.quick() ? 1 : 3)
                    .with(WHOLE, () -> {
                        Spent all = new Spent(0, 0, 0);
                        for (int i = 0; i < often; i++) {
                            Spent one = requests(node, wire, path, room, columns, ROWS * COLUMNS);
                            all = new Spent(
                                    all.units() + 1, all.wall() + one.wall(), all.processor() + one.processor());
                        }
                        return all;
                    })
                    .with(PUPILS, () -> requests(node, wire, path, room, columns, COLUMNS))
                    .with(CELLS, () -> requests(node, wire, path, room, columns, 1))
                    .with(NAIVE, () -> naive(node, sql, room, columns))
                    .run();
            return new Outcome(
                    "grids",
                    results.all(),
                    List.of(
                            Goal.times(
                                    "grid of 45 × 10 cells in one save against row by row",
                                    results.onTheWall(WHOLE),
                                    results.onTheWall(CELLS),
                                    30),
                            Goal.times(
                                    "the same by processor time",
                                    results.byProcessor(WHOLE),
                                    results.byProcessor(CELLS),
                                    30)),
                    List.of(
                            "One save takes %.0f ms; a request for each pupil %.0f ms, for each cell %.0f ms; row by row without checks and requests %.0f ms."
                                    .formatted(
                                            1e3 / results.onTheWall(WHOLE).median(),
                                            1e3 / results.onTheWall(PUPILS).median(),
                                            1e3 / results.onTheWall(CELLS).median(),
                                            1e3 / results.onTheWall(NAIVE).median())));
        }
    }

    private static List<String> columns() {
        List<String> levels = FORM.columns(4).stream()
                .filter(column -> FORM.charge(4, column) instanceof Charge.Homeroom)
                .filter(column -> column.kind() instanceof Kind.Choice choice
                        && choice.option("T").isPresent()
                        && choice.option("C").isPresent())
                .map(Column::key)
                .limit(COLUMNS)
                .toList();
        if (levels.size() < COLUMNS) {
            throw new IllegalStateException("the homeroom teacher has only " + levels);
        }
        return levels;
    }

    /// What stands in the grid now, read before the clock runs.
    private static List<Cell> standing(JdbcClient sql, ClassRoom room, List<String> columns) {
        return sql.sql("""
                select p.pupil, k.key as column, coalesce(c.revision, 0) as revision
                  from gradebook.class_pupil p
                 cross join unnest(:columns::text[]) as k (key)
                  left join gradebook.cell c
                    on c.class_id = p.class_id and c.pupil = p.pupil and c.column_key = k.key
                 where p.class_id = :class order by p.position, k.key""")
                .param("columns", columns.toArray(String[]::new))
                .param("class", room.id())
                .query(Cell.class)
                .list();
    }

    private String nextLevel() {
        return flips++ % 2 == 0 ? "C" : "T";
    }

    private Spent requests(BenchNode node, Wire wire, String path, ClassRoom room, List<String> columns, int cellsEach)
            throws IOException {
        List<Cell> standing = standing(node.get(JdbcClient.class), room, columns);
        String level = nextLevel();
        List<byte[]> bodies = new ArrayList<>();
        for (int from = 0; from < standing.size(); from += cellsEach) {
            bodies.add(body(standing.subList(from, from + cellsEach), level));
        }
        byte[] saved = ("\"saved\":" + cellsEach).getBytes(StandardCharsets.UTF_8);
        long processor = node.processor();
        long begin = System.nanoTime();
        for (byte[] body : bodies) {
            byte[] answer = wire.ask("PATCH", path, body).good().body();
            if (!new String(answer, StandardCharsets.UTF_8).contains(new String(saved, StandardCharsets.UTF_8))) {
                throw new IllegalStateException(
                        "not every cell was saved: " + new String(answer, StandardCharsets.UTF_8));
            }
        }
        double wall = (System.nanoTime() - begin) / 1e9;
        return new Spent(1, wall, (node.processor() - processor) / 1e9);
    }

    private static byte[] body(List<Cell> cells, String level) {
        StringBuilder json = new StringBuilder("{\"block\":\"homeroom\",\"how\":\"TYPED\",\"changes\":[");
        String between = "";
        for (Cell cell : cells) {
            json.append(between)
                    .append("{\"pupil\":\"%s\",\"column\":\"%s\",\"value\":\"%s\",\"revision\":%d}"
                            .formatted(cell.pupil(), cell.column(), level, cell.revision()));
            between = ",";
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A mapper of objects saves what has changed, one object after the other, each in a transaction of its own.
    private Spent naive(BenchNode node, JdbcClient sql, ClassRoom room, List<String> columns) throws IOException {
        List<Cell> standing = standing(sql, room, columns);
        String level = nextLevel();
        OffsetDateTime now =
                OffsetDateTime.ofInstant(java.time.InstantSource.system().instant(), BenchSchool.HANOI);
        TransactionTemplate transaction = new TransactionTemplate(node.get(PlatformTransactionManager.class));
        long processor = node.processor();
        long begin = System.nanoTime();
        for (Cell cell : standing) {
            transaction.executeWithoutResult(_ -> {
                String was = sql.sql("""
                        select value from gradebook.cell
                         where class_id = :class and pupil = :pupil and column_key = :column""")
                        .param("class", room.id())
                        .param("pupil", cell.pupil())
                        .param("column", cell.column())
                        .query(String.class)
                        .single();
                long revision = sql.sql("select nextval('gradebook.revision')")
                        .query(Long.class)
                        .single();
                sql.sql("""
                        update gradebook.cell set value = :value, revision = :revision, at = :at
                         where class_id = :class and pupil = :pupil and column_key = :column""")
                        .param("value", level)
                        .param("revision", revision)
                        .param("at", now)
                        .param("class", room.id())
                        .param("pupil", cell.pupil())
                        .param("column", cell.column())
                        .update();
                sql.sql("""
                        insert into gradebook.cell_entered
                            (class_id, pupil, column_key, was, value, revision, how, at)
                        values (:class, :pupil, :column, :was, :value, :revision, 'TYPED', :at)""")
                        .param("class", room.id())
                        .param("pupil", cell.pupil())
                        .param("column", cell.column())
                        .param("was", was)
                        .param("value", level)
                        .param("revision", revision)
                        .param("at", now)
                        .update();
            });
        }
        double wall = (System.nanoTime() - begin) / 1e9;
        return new Spent(1, wall, (node.processor() - processor) / 1e9);
    }

    private void fill(BenchNode node, Wire wire, String path, ClassRoom room, List<String> columns) throws IOException {
        requests(node, wire, path, room, columns, ROWS * COLUMNS);
    }

    private static ClassRoom room(BenchNode node) throws Exception {
        Moment now = new Moment(java.time.InstantSource.system().instant(), BenchSchool.HANOI);
        UUID school = node.get(Institutions.class)
                .add(
                        "22001234",
                        "Trường Tiểu học Hoa Sen",
                        LocalDate.of(2000, 1, 1),
                        "VN",
                        BenchSchool.HANOI,
                        Map.of(),
                        now)
                .id();
        ClassRoom room =
                node.get(Gradebook.class).add(school, BenchSchool.YEAR, 4, "4/1", FORM.id(), Actor.system(), now);
        for (int i = 0; i < ROWS; i++) {
            UUID pupil = node.get(Pupils.class)
                    .add(
                            school,
                            Map.of(
                                    "fullName",
                                    "Nguyễn Thị " + i,
                                    "personalNumber",
                                    "0222160%05d".formatted(i),
                                    "bornOn",
                                    "2016-01-%02d".formatted(i % 28 + 1)),
                            Actor.system(),
                            now);
            node.get(Gradebook.class).join(room.id(), pupil, i + 1, Actor.system(), now);
        }
        node.get(ClassStore.class)
                .setWindow(
                        new ClassRoomOrYear(school, BenchSchool.YEAR, Optional.of(room.id())),
                        OffsetDateTime.parse("2000-01-01T00:00:00Z"),
                        OffsetDateTime.parse("2999-01-01T00:00:00Z"),
                        Actor.system(),
                        now);
        UUID teacher = node.get(Accounts.class)
                .open("homeroom", "Lê Thị Bích Hạnh", Actor.system(), now)
                .id();
        node.get(Mandates.class)
                .give(
                        teacher,
                        new Mandate(
                                Role.HOMEROOM_TEACHER,
                                school,
                                Optional.of(room.id()),
                                Optional.empty(),
                                LocalDate.of(2000, 1, 1),
                                Optional.empty()),
                        Actor.system(),
                        now);
        node.owner()
                .sql(
                        "insert into accounts.token (account, name, hash, at, until) values (:account, 'bench', :hash, now(), now() + interval '1 day')")
                .param("account", teacher)
                .param("hash", MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.UTF_8)))
                .update();
        return room;
    }
}
