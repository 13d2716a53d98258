package org.matricula.registry.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.records.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Long work, and how far it is.
@Component
public final class WorkStore {
    private static final String WORK =
            "select id, class_id, kind, subject, name, total, done, state, problem, at, ended_at from records.work";

    private final JdbcClient sql;

    WorkStore(JdbcClient sql) {
        this.sql = sql;
    }

    public UUID begin(UUID classId, Work.Kind kind, Optional<String> subject, int total, Actor by, Moment now) {
        return sql.sql("""
                insert into records.work (class_id, kind, subject, account, name, total, state, at)
                values (:class, :kind, :subject, :account, :name, :total, 'RUNNING', :at) returning id""")
                .param("class", classId)
                .param("kind", kind.name())
                .param("subject", subject.orElse(null))
                .param("account", by.account().orElse(null), java.sql.Types.OTHER)
                .param("name", by.name())
                .param("total", total)
                .param("at", now.local())
                .query(UUID.class)
                .single();
    }

    public void progress(UUID work, int more) {
        sql.sql("update records.work set done = done + :more where id = :id")
                .param("id", work)
                .param("more", more)
                .update();
    }

    /// @param problem why it stopped; empty when it is done
    public void end(UUID work, String problem, Instant at) {
        sql.sql("""
                update records.work set state = :state, problem = :problem, ended_at = :at
                 where id = :id and state = 'RUNNING'""")
                .param("id", work)
                .param("state", problem.isEmpty() ? "DONE" : "STOPPED")
                .param("problem", problem)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    public Optional<Work> find(UUID id) {
        return sql.sql(WORK + " where id = :id")
                .param("id", id)
                .query(WorkStore::read)
                .optional();
    }

    /// The newest work of each kind and subject in a class.
    public List<Work> ofClass(UUID classId) {
        return sql.sql("select distinct on (kind, subject) id, class_id, kind, subject, name, total, done, state,"
                        + " problem, at, ended_at from records.work where class_id = :class"
                        + " order by kind, subject, id desc")
                .param("class", classId)
                .query(WorkStore::read)
                .list();
    }

    /// Work that says it runs, of these kinds: after a start of the only node, none of it does.
    public List<Work> running() {
        return sql.sql(WORK + " where state = 'RUNNING' order by id")
                .query(WorkStore::read)
                .list();
    }

    private static Work read(ResultSet row, int number) throws SQLException {
        return new Work(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                Work.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("subject")),
                row.getString("name"),
                row.getInt("total"),
                row.getInt("done"),
                Work.State.valueOf(row.getString("state")),
                row.getString("problem"),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(java.sql.Timestamp::toInstant));
    }
}
