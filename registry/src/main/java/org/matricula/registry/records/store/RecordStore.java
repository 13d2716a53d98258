package org.matricula.registry.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.RecordState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Records that are being made: their states, working files and the signatures that stand in them.
@Component
public final class RecordStore {
    private static final String KEPT = "select id, class_id, pupil, number, version, state, file from records.record";

    private final JdbcClient sql;

    RecordStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A record as it is kept.
    ///
    /// @param file the working file with the signatures so far; none before the first and after closing
    public record Kept(
            UUID id, UUID classId, UUID pupil, String number, int version, RecordState state, Optional<byte[]> file) {}

    /// A signature that stands.
    ///
    /// @param key the id of a subject's block, `HOMEROOM` or `HEAD`
    public record Standing(UUID record, String key, UUID account, String name, java.time.Instant at) {}

    /// The newest version of each pupil's record in a class.
    public List<Kept> ofClass(UUID classId) {
        return sql.sql("select distinct on (pupil) id, class_id, pupil, number, version, state, file"
                        + " from records.record where class_id = :class order by pupil, version desc")
                .param("class", classId)
                .query(RecordStore::read)
                .list();
    }

    /// The newest version of the records of some pupils, held until the end of the transaction: nobody else signs or
    /// changes them meanwhile.
    public List<Kept> hold(UUID classId, Collection<UUID> pupils) {
        return sql.sql(KEPT + """
                 r where class_id = :class and pupil = any(:pupils)
                   and version = (select max(version) from records.record o
                                   where o.class_id = r.class_id and o.pupil = r.pupil)
                 order by pupil for update""")
                .param("class", classId)
                .param("pupils", pupils.toArray(UUID[]::new))
                .query(RecordStore::read)
                .list();
    }

    public Optional<Kept> find(UUID record) {
        return sql.sql(KEPT + " where id = :id")
                .param("id", record)
                .query(RecordStore::read)
                .optional();
    }

    /// Begins a record.
    public Kept begin(ClassRoom room, UUID pupil, String number, int version, Moment now) {
        UUID id = sql.sql("""
                insert into records.record (institution, class_id, pupil, number, version, state, changed_at)
                values (:institution, :class, :pupil, :number, :version, 'DRAFT', :at) returning id""")
                .param("institution", room.institution())
                .param("class", room.id())
                .param("pupil", pupil)
                .param("number", number)
                .param("version", version)
                .param("at", now.local())
                .query(UUID.class)
                .single();
        return new Kept(id, room.id(), pupil, number, version, RecordState.DRAFT, Optional.empty());
    }

    /// Keeps a record's new state and working file.
    ///
    /// @param file null when there is none
    public void keep(UUID record, String number, RecordState state, byte @Nullable [] file, Moment now) {
        sql.sql("""
                update records.record set number = :number, state = :state, file = :file, changed_at = :at
                 where id = :id""")
                .param("id", record)
                .param("number", number)
                .param("state", state.name())
                .param("file", file, java.sql.Types.BINARY)
                .param("at", now.local())
                .update();
    }

    /// The signatures that stand in the records of a class.
    public List<Standing> signatures(UUID classId) {
        return sql.sql("""
                select s.record, s.key, s.account, s.name, s.at
                  from records.signature s join records.record r on r.id = s.record
                 where r.class_id = :class""").param("class", classId).query(Standing.class).list();
    }

    /// A signature was given.
    public void signed(UUID record, String key, UUID account, String name, Moment now) {
        sql.sql("""
                insert into records.signature (record, key, account, name, at)
                values (:record, :key, :account, :name, :at)""")
                .param("record", record)
                .param("key", key)
                .param("account", account)
                .param("name", name)
                .param("at", now.local())
                .update();
        tell(record, key, "SIGNED", Optional.of(account), name, now);
    }

    /// A signature became void, because what it covers was changed by somebody.
    public void voided(UUID record, String key, Optional<UUID> by, String name, Moment now) {
        sql.sql("delete from records.signature where record = :record and key = :key")
                .param("record", record)
                .param("key", key)
                .update();
        tell(record, key, "VOIDED", by, name, now);
    }

    private void tell(UUID record, String key, String what, Optional<UUID> account, String name, Moment now) {
        sql.sql("""
                insert into records.signature_told (record, key, what, account, name, at)
                values (:record, :key, :what, :account, :name, :at)""")
                .param("record", record)
                .param("key", key)
                .param("what", what)
                .param("account", account.orElse(null), java.sql.Types.OTHER)
                .param("name", name)
                .param("at", now.local())
                .update();
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getObject("pupil", UUID.class),
                row.getString("number"),
                row.getInt("version"),
                RecordState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getBytes("file")));
    }
}
