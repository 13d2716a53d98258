package org.matricula.registry.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.records.RecordState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What boards and pages of books ask: figures of many classes at once, and what was issued and recalled.
@Component
public final class BoardStore {
    /// The newest version of each pupil's record is one look into the unique index (class, pupil, version), and its
    /// signatures are one into theirs: `offset 0` keeps the planner from reading the signatures of every school.
    static final String COUNTS = """
            with listed as (
                select l.class_id, l.pupil from unnest(:classes::uuid[], :pupils::uuid[]) as l (class_id, pupil)),
            newest as materialized (
                select l.class_id, n.id, n.state
                  from listed l
                 cross join lateral (
                        select r.id, r.state from records.record r
                         where r.class_id = l.class_id and r.pupil = l.pupil
                         order by r.version desc limit 1) n)
            select class_id, true as is_state, state as key, count(*) as many from newest group by class_id, state
            union all
            select n.class_id, false, s.key, count(*)
              from newest n
             cross join lateral (select g.key from records.signature g where g.record = n.id offset 0) s
             group by n.class_id, s.key""";

    private final JdbcClient sql;

    BoardStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A pupil in a class.
    public record Place(UUID classId, UUID pupil) {}

    /// The figures of a class.
    ///
    /// @param states how many records are in each state; a pupil without a record is in none
    /// @param signed how many signatures stand, by key
    public record Counts(Map<RecordState, Integer> states, Map<String, Integer> signed) {
        /// A class of which nothing is known yet.
        public static Counts none() {
            return new Counts(new EnumMap<>(RecordState.class), new HashMap<>());
        }
    }

    /// Counts the newest version of each pupil's record, of all classes in one question.
    public Map<UUID, Counts> counts(Collection<Place> listed) {
        Map<UUID, Counts> counts = new HashMap<>();
        sql.sql(COUNTS)
                .param("classes", listed.stream().map(Place::classId).toArray(UUID[]::new))
                .param("pupils", listed.stream().map(Place::pupil).toArray(UUID[]::new))
                .query(row -> {
                    Counts of = counts.computeIfAbsent(row.getObject("class_id", UUID.class), _ -> Counts.none());
                    if (row.getBoolean("is_state")) {
                        of.states().put(RecordState.valueOf(row.getString("key")), row.getInt("many"));
                    } else {
                        of.signed().put(row.getString("key"), row.getInt("many"));
                    }
                });
        return counts;
    }

    /// How many signatures stand on the newest versions of the records of classes, by class and key.
    public Map<UUID, Map<String, Integer>> signed(Collection<UUID> classes) {
        Map<UUID, Map<String, Integer>> signed = new HashMap<>();
        sql.sql("""
                select r.class_id, s.key, count(*) as many
                  from records.record r
                  join records.signature s on s.record = r.id
                 where r.class_id = any(:classes)
                   and not exists (select 1 from records.record n
                                    where n.class_id = r.class_id and n.pupil = r.pupil and n.version > r.version)
                 group by r.class_id, s.key""").param("classes", classes.toArray(UUID[]::new)).query(row -> {
            signed.computeIfAbsent(row.getObject("class_id", UUID.class), _ -> new HashMap<>())
                    .put(row.getString("key"), row.getInt("many"));
        });
        return signed;
    }

    /// A version of a record that was issued.
    ///
    /// @param confirmation the secret that goes to the guardian with the paper
    public record Issued(
            UUID record,
            UUID pupil,
            String number,
            int version,
            String lookup,
            String confirmation,
            Instant effectiveAt,
            RecordState state) {}

    private static final String ISSUED = """
            select r.id, r.pupil, s.number, s.version, s.lookup_code, s.confirmation_code, s.effective_at, r.state
              from records.record r
              join records.sealed s on s.record = r.id
              join records.issued i on i.record = r.id""";

    /// What was issued of a class, every version of it.
    public List<Issued> issued(UUID classId) {
        return sql.sql(ISSUED + " where r.class_id = :class order by s.number, s.version")
                .param("class", classId)
                .query(BoardStore::issued)
                .list();
    }

    /// One issued version; empty while it is not issued.
    public Optional<Issued> issuedRecord(UUID record) {
        return sql.sql(ISSUED + " where r.id = :record")
                .param("record", record)
                .query(BoardStore::issued)
                .optional();
    }

    private static Issued issued(ResultSet row, int number) throws SQLException {
        return new Issued(
                row.getObject("id", UUID.class),
                row.getObject("pupil", UUID.class),
                row.getString("number"),
                row.getInt("version"),
                row.getString("lookup_code"),
                row.getString("confirmation_code"),
                row.getTimestamp("effective_at").toInstant(),
                RecordState.valueOf(row.getString("state")));
    }

    /// A version of a pupil's record in a class.
    public record Version(UUID record, int version, RecordState state) {}

    /// Every version of a pupil's record in a class, the newest first.
    public List<Version> versions(UUID classId, UUID pupil) {
        return sql.sql("""
                select id as record, version, state from records.record
                 where class_id = :class and pupil = :pupil order by version desc""")
                .param("class", classId)
                .param("pupil", pupil)
                .query(Version.class)
                .list();
    }

    /// A recall as it was carried out.
    public record Recalled(String ground, String directive, LocalDate directiveOn, String name, Instant at) {}

    /// Why a record was withdrawn; empty when it was not.
    public Optional<Recalled> recall(UUID record) {
        return sql.sql("""
                select ground, directive, directive_on, name, at from records.recalled where record = :record""")
                .param("record", record)
                .query((row, _) -> new Recalled(
                        row.getString("ground"),
                        row.getString("directive"),
                        row.getObject("directive_on", LocalDate.class),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }
}
