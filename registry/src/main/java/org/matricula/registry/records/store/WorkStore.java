package org.matricula.registry.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.records.Stop;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.store.ClosingStore.Closing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Long work, and how far it is.
@Component
public final class WorkStore {
    private static final String COLUMNS =
            " id, class_id, kind, subject, name, total, done, state, why, problem, at, ended_at from records.work";
    private static final String WORK = "select" + COLUMNS;

    private final JdbcClient sql;

    WorkStore(JdbcClient sql) {
        this.sql = sql;
    }

    public UUID begin(UUID classId, Work.Kind kind, Optional<String> subject, int total, Actor by, Moment now) {
        return begin(classId, kind, subject, Optional.empty(), total, by, now);
    }

    /// Begins the work of an intent to close.
    public UUID beginClosing(Closing closing, Actor by, Moment now) {
        return begin(
                closing.classId(),
                Work.Kind.CLOSE,
                Optional.empty(),
                Optional.of(closing.id()),
                closing.records(),
                by,
                now);
    }

    private UUID begin(
            UUID classId,
            Work.Kind kind,
            Optional<String> subject,
            Optional<UUID> closing,
            int total,
            Actor by,
            Moment now) {
        return sql.sql("""
                insert into records.work
                    (class_id, kind, subject, closing, account, name, total, state, at, heard_at)
                values
                    (:class, :kind, :subject, :closing, :account, :name, :total, 'RUNNING', :at, :at) returning id""")
                .param("closing", closing.orElse(null), java.sql.Types.OTHER)
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

    public void progress(UUID work, int more, Instant at) {
        sql.sql("update records.work set done = done + :more, heard_at = :at where id = :id")
                .param("id", work)
                .param("more", more)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The node that is at some work is alive.
    public void heard(Set<UUID> works, Instant at) {
        if (!works.isEmpty()) {
            sql.sql("update records.work set heard_at = :at where id = any(:ids) and state = 'RUNNING'")
                    .param("ids", works.toArray(UUID[]::new))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /// Ends work. A closing that came to its end has closed all it names, also what a node that fell did not count.
    ///
    /// @param problem why it stopped; empty when it is done
    public void end(UUID work, Optional<Stop> problem, Instant at) {
        sql.sql("""
                update records.work
                   set state = :state, why = :why, problem = :problem, ended_at = :at,
                       done = case when kind = 'CLOSE' and :state = 'DONE' then total else done end
                 where id = :id and state = 'RUNNING'""")
                .param("id", work)
                .param("state", problem.isEmpty() ? "DONE" : "STOPPED")
                .param("why", problem.map(stop -> stop.why().name()).orElse(null), java.sql.Types.VARCHAR)
                .param("problem", problem.map(Stop::detail).orElse(""))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Work that stopped goes on.
    public void again(UUID work, Instant at) {
        sql.sql("""
                update records.work
                   set state = 'RUNNING', why = null, problem = '', ended_at = null, heard_at = :at
                 where id = :id""").param("id", work).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    public Optional<Work> find(UUID id) {
        return sql.sql(WORK + " where id = :id")
                .param("id", id)
                .query(WorkStore::read)
                .optional();
    }

    /// The newest work of each kind and subject in a class.
    public List<Work> ofClass(UUID classId) {
        return sql.sql("select distinct on (kind, subject)" + COLUMNS + " where class_id = :class"
                        + " order by kind, subject, id desc")
                .param("class", classId)
                .query(WorkStore::read)
                .list();
    }

    /// Work that says it runs, and that nothing was heard of since a moment.
    public List<Work> lost(Instant heardBefore) {
        return sql.sql(WORK + " where state = 'RUNNING' and heard_at < :before order by id")
                .param("before", moment(heardBefore))
                .query(WorkStore::read)
                .list();
    }

    /// As the database understands it, which knows no moment without end.
    static OffsetDateTime moment(Instant at) {
        return at.equals(Instant.MAX) ? OffsetDateTime.MAX : at.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Stop> stop(@Nullable String why, String detail) {
        return Optional.ofNullable(why).map(kind -> new Stop(Stop.Why.valueOf(kind), detail));
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
                stop(row.getString("why"), row.getString("problem")),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(java.sql.Timestamp::toInstant));
    }
}
