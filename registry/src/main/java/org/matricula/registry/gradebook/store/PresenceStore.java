package org.matricula.registry.gradebook.store;

import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who has a block open right now, and in which cell he or she is.
@Component
public final class PresenceStore {
    /// Who was not heard of for so long has gone: three questions of a page that asks every three seconds, and a bit.
    private static final Duration GONE = Duration.ofSeconds(12);

    private final JdbcClient sql;

    PresenceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A person in a grid.
    ///
    /// @param pupil the row of the cell; none while no cell is chosen
    /// @param column the column of the cell
    public record Present(UUID account, String name, Optional<UUID> pupil, Optional<String> column) {}

    /// Says where a person is, and tells who else is there.
    public List<Present> seen(
            UUID classId, String block, Actor who, Optional<UUID> pupil, Optional<String> column, Moment now) {
        return sql.sql("""
                with here as (
                    insert into gradebook.presence (class_id, block, account, name, pupil, column_key, seen_at)
                    values (:class, :block, :account, :name, :pupil, :column, :at)
                    on conflict (class_id, block, account) do update
                       set name = excluded.name, pupil = excluded.pupil, column_key = excluded.column_key,
                           seen_at = excluded.seen_at)
                select account, name, pupil, column_key from gradebook.presence
                 where class_id = :class and block = :block and account <> :account and seen_at > :since
                 order by name, account""")
                .param("class", classId)
                .param("block", block)
                .param("account", who.id())
                .param("name", who.name())
                .param("pupil", pupil.orElse(null), Types.OTHER)
                .param("column", column.orElse(null))
                .param("at", now.local())
                .param("since", now.local().minus(GONE))
                .query((row, _) -> new Present(
                        row.getObject("account", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("pupil", UUID.class)),
                        Optional.ofNullable(row.getString("column_key"))))
                .list();
    }

    /// Says that a person has left.
    public void left(UUID classId, String block, Actor who) {
        sql.sql("delete from gradebook.presence where class_id = :class and block = :block and account = :account")
                .param("class", classId)
                .param("block", block)
                .param("account", who.id())
                .update();
    }
}
