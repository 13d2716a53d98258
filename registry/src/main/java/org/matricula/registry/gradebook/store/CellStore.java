package org.matricula.registry.gradebook.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.Cell;
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
