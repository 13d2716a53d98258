package org.matricula.registry.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.matricula.registry.records.RecordState;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Every record with all that is kept of it, in the order of their ids and a few at a time; changes nothing.
public final class FsckStore {
    private static final int AT_ONCE = 100;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final JdbcClient sql;

    /// @param sql the database of the register
    public FsckStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A record as all tables together tell it.
    ///
    /// @param file the working file
    /// @param signed the keys of the signatures that stand
    /// @param intended whether an intent to close names it
    public record Told(
            UUID id,
            UUID institution,
            UUID classId,
            UUID pupil,
            String number,
            int version,
            RecordState state,
            Optional<byte[]> file,
            Set<String> signed,
            boolean intended,
            Optional<Sealed> sealed,
            Optional<Issued> issued,
            Optional<Recalled> recalled) {}

    /// The row of the sealed XML.
    public record Sealed(
            String number,
            int version,
            String lookupCode,
            String confirmationCode,
            String dataDigest,
            byte[] xml,
            byte[] sha256,
            Instant effectiveAt,
            long leaf,
            byte[] salt) {}

    /// The row of the issued PDF.
    public record Issued(byte[] pdf, byte[] sha256) {}

    /// The row of a recall.
    public record Recalled(long leaf, byte[] salt) {}

    /// Hands over every record, a few at a time.
    public void all(Consumer<List<Told>> reader) {
        UUID last = BEFORE_ALL;
        while (true) {
            List<Told> some = after(last);
            if (some.isEmpty()) {
                return;
            }
            reader.accept(some);
            last = some.getLast().id();
        }
    }

    private List<Told> after(UUID last) {
        Map<UUID, Set<String>> signed = new HashMap<>();
        sql.sql("""
                select s.record, s.key from records.signature s
                 where s.record in (select id from records.record where id > :last order by id limit :most)""").param("last", last).param("most", AT_ONCE).query(row -> {
            signed.computeIfAbsent(row.getObject("record", UUID.class), _ -> new HashSet<>())
                    .add(row.getString("key"));
        });
        return sql.sql("""
                select r.id, r.institution, r.class_id, r.pupil, r.number, r.version, r.state, r.file,
                       c.record is not null as intended,
                       s.number as sealed_number, s.version as sealed_version, s.lookup_code, s.confirmation_code,
                       s.data_digest, s.xml, s.xml_sha256, s.effective_at, s.leaf, s.salt,
                       i.pdf, i.pdf_sha256,
                       b.leaf as recalled_leaf, b.salt as recalled_salt
                  from records.record r
                  left join records.closing_record c on c.record = r.id
                  left join records.sealed s on s.record = r.id
                  left join records.issued i on i.record = r.id
                  left join records.recalled b on b.record = r.id
                 where r.id > :last order by r.id limit :most""")
                .param("last", last)
                .param("most", AT_ONCE)
                .query((row, _) -> read(row, signed))
                .list();
    }

    private static Told read(ResultSet row, Map<UUID, Set<String>> signed) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Told(
                id,
                row.getObject("institution", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getObject("pupil", UUID.class),
                row.getString("number"),
                row.getInt("version"),
                RecordState.valueOf(row.getString("state")),
                Optional.ofNullable(row.getBytes("file")),
                signed.getOrDefault(id, Set.of()),
                row.getBoolean("intended"),
                row.getBytes("xml") == null ? Optional.empty() : Optional.of(sealed(row)),
                row.getBytes("pdf") == null
                        ? Optional.empty()
                        : Optional.of(new Issued(row.getBytes("pdf"), row.getBytes("pdf_sha256"))),
                row.getBytes("recalled_salt") == null
                        ? Optional.empty()
                        : Optional.of(new Recalled(row.getLong("recalled_leaf"), row.getBytes("recalled_salt"))));
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(
                row.getString("sealed_number"),
                row.getInt("sealed_version"),
                row.getString("lookup_code"),
                row.getString("confirmation_code"),
                row.getString("data_digest"),
                row.getBytes("xml"),
                row.getBytes("xml_sha256"),
                row.getTimestamp("effective_at").toInstant(),
                row.getLong("leaf"),
                row.getBytes("salt"));
    }
}
