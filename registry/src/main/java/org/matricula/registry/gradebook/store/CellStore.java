package org.matricula.registry.gradebook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.Cell;
import org.matricula.registry.gradebook.ClassPupil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The cells of classes: what stands in them now, and every entry that ever changed one.
@Component
public final class CellStore {
    private final JdbcClient sql;

    CellStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// How a value came into a cell.
    public enum How {
        TYPED,
        PASTED,
        UPLOADED,
        IMPORTED,
        UNDONE
    }

    /// A value that passed every check.
    ///
    /// @param knownRevision the revision that the cell must still have; 0 when it must never have been filled
    public record Entry(UUID pupil, String column, String value, long knownRevision) {}

    /// Every cell of a class.
    public List<Cell> cells(UUID classId) {
        return sql.sql("""
                select pupil, column_key, value, revision, at, by from gradebook.cell where class_id = :class""").param("class", classId).query(CellStore::read).list();
    }

    /// The cells of a class that changed after a revision.
    public List<Cell> changedSince(UUID classId, long revision) {
        return sql.sql("""
                select pupil, column_key, value, revision, at, by from gradebook.cell
                 where class_id = :class and revision > :revision order by revision""")
                .param("class", classId)
                .param("revision", revision)
                .query(CellStore::read)
                .list();
    }

    /// Lets nobody else change cells of the class until the end of this transaction. Revisions then become visible in
    /// their order, so that whoever asks for what changed after one misses nothing.
    public void alone(UUID classId) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:class, 7))")
                .param("class", classId.toString())
                .query((_, _) -> true)
                .single();
    }

    /// The cells of some columns that changed after a revision.
    public List<Cell> changedSince(UUID classId, Collection<String> columns, long revision) {
        return sql.sql("""
                select pupil, column_key, value, revision, at, by from gradebook.cell
                 where class_id = :class and revision > :revision and column_key = any(:columns) order by revision""")
                .param("class", classId)
                .param("revision", revision)
                .param("columns", columns.toArray(String[]::new))
                .query(CellStore::read)
                .list();
    }

    /// The cells of some columns as they stood at a revision.
    public List<Cell> asOf(UUID classId, Collection<String> columns, long revision) {
        return sql.sql("""
                select distinct on (pupil, column_key) pupil, column_key, value, revision, at, by
                  from gradebook.cell_entered
                 where class_id = :class and column_key = any(:columns) and revision <= :revision
                 order by pupil, column_key, revision desc""")
                .param("class", classId)
                .param("revision", revision)
                .param("columns", columns.toArray(String[]::new))
                .query(CellStore::read)
                .list();
    }

    /// A pupil of a class with what stands in the cells of some columns.
    ///
    /// @param cells by column key; a cell that was never filled is absent
    public record Line(ClassPupil pupil, Map<String, Cell> cells) {
        public Line {
            cells = Map.copyOf(cells);
        }
    }

    /// The class list on a day with the cells of some columns, in the order of the list.
    public List<Line> lines(UUID classId, Collection<String> columns, LocalDate on) {
        Map<ClassPupil, Map<String, Cell>> lines = new LinkedHashMap<>();
        sql.sql("""
                with listed as materialized (
                    select p.pupil, p.position, gradebook.is_closed(p.class_id, p.pupil) as closed
                      from gradebook.class_pupil p
                     where p.class_id = :class
                       and not exists (select 1 from gradebook.class_pupil_left l
                                        where l.class_id = p.class_id and l.pupil = p.pupil and l.after < :on))
                select l.pupil, l.position, l.closed, c.column_key, c.value, c.revision, c.at, c.by
                  from listed l
                  left join gradebook.cell c
                    on c.class_id = :class and c.pupil = l.pupil and c.column_key = any(:columns)
                 order by l.position, l.pupil""")
                .param("class", classId)
                .param("on", on)
                .param("columns", columns.toArray(String[]::new))
                .query(row -> {
                    Map<String, Cell> cells = lines.computeIfAbsent(
                            new ClassPupil(
                                    row.getObject("pupil", UUID.class),
                                    row.getInt("position"),
                                    row.getBoolean("closed")),
                            _ -> new LinkedHashMap<>());
                    if (row.getString("column_key") != null) {
                        cells.put(row.getString("column_key"), read(row, 0));
                    }
                });
        return lines.entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
    }

    /// Saves values in one statement; a cell that is no longer at the known revision keeps what it has.
    ///
    /// @return the cells that were saved, as they stand now
    public List<Cell> save(UUID classId, Collection<Entry> entries, How how, Actor by, Moment now) {
        return sql.sql("""
                with wanted as (
                    select * from unnest(:pupils::uuid[], :columns::text[], :values::text[], :known::bigint[])
                        as w (pupil, column_key, value, known)),
                before as (
                    select w.*, coalesce(c.value, '') as was
                      from wanted w
                      left join gradebook.cell c
                        on c.class_id = :class and c.pupil = w.pupil and c.column_key = w.column_key
                     where coalesce(c.revision, 0) = w.known),
                saved as (
                    insert into gradebook.cell as c (class_id, pupil, column_key, value, revision, at, by)
                    select :class, b.pupil, b.column_key, b.value, nextval('gradebook.revision'), :at, :by::uuid
                      from before b
                    on conflict (class_id, pupil, column_key) do update
                       set value = excluded.value, revision = excluded.revision, at = excluded.at, by = excluded.by
                     where c.revision = (select w.known from wanted w
                                          where w.pupil = excluded.pupil and w.column_key = excluded.column_key)
                    returning c.pupil, c.column_key, c.value, c.revision, c.at, c.by),
                told as (
                    insert into gradebook.cell_entered
                        (class_id, pupil, column_key, was, value, revision, how, at, by)
                    select :class, s.pupil, s.column_key, b.was, s.value, s.revision, :how, s.at, s.by
                      from saved s join before b on b.pupil = s.pupil and b.column_key = s.column_key)
                select pupil, column_key, value, revision, at, by from saved""")
                .param("class", classId)
                .param("pupils", entries.stream().map(Entry::pupil).toArray(UUID[]::new))
                .param("columns", entries.stream().map(Entry::column).toArray(String[]::new))
                .param("values", entries.stream().map(Entry::value).toArray(String[]::new))
                .param("known", entries.stream().map(Entry::knownRevision).toArray(Long[]::new))
                .param("how", how.name())
                .param("at", now.local())
                .param("by", by.account().orElse(null), java.sql.Types.OTHER)
                .query(CellStore::read)
                .list();
    }

    private static Cell read(ResultSet row, int number) throws SQLException {
        return new Cell(
                row.getObject("pupil", UUID.class),
                row.getString("column_key"),
                row.getString("value"),
                row.getLong("revision"),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getObject("by", UUID.class)));
    }
}
