package org.matricula.registry.records.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Issued records, found by what is printed on them or by their files. A record that is sealed but not issued yet is
/// not there.
@Component
public final class IssuedStore {
    private static final String FOUND = """
            select s.record, s.number, s.version, s.lookup_code, s.confirmation_code, s.xml, s.xml_sha256, s.leaf, s.salt,
                   c.at as recalled_at, c.ground, n.version as newer, n.effective_at as newer_at
              from records.sealed s
              join records.issued i on i.record = s.record
              left join records.recalled c on c.record = s.record
              left join lateral (
                    select o.version, o.effective_at
                      from records.sealed o join records.issued using (record)
                     where records.plain(o.number) = records.plain(s.number)
                       and o.number = s.number and o.version > s.version
                     order by o.version desc limit 1) n on true
            """;

    private final JdbcClient sql;

    IssuedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// An issued record.
    ///
    /// @param leaf of its issue in the log
    /// @param recalled when it was withdrawn and why; empty when it was not
    /// @param newer the newest version after it; empty when it is the newest
    public record Row(
            UUID record,
            String number,
            int version,
            String lookupCode,
            String confirmationCode,
            byte[] xml,
            byte[] xmlSha256,
            long leaf,
            byte[] salt,
            Optional<Recalled> recalled,
            Optional<Newer> newer) {}

    /// A withdrawal.
    public record Recalled(Instant at, String ground) {}

    /// A newer version.
    public record Newer(int version, Instant effectiveAt) {}

    /// The version with a lookup code, however it was typed.
    public Optional<Row> byLookupCode(String code) {
        return sql.sql(FOUND + "where records.plain(s.lookup_code) = records.plain(:code)")
                .param("code", code)
                .query(IssuedStore::row)
                .optional();
    }

    /// The version of a number with a confirmation code, or else the newest one; both however they were typed.
    public Optional<Row> byNumber(String number, String confirmationCode) {
        return sql.sql(FOUND + """
                where records.plain(s.number) = records.plain(:number)
                order by records.plain(s.confirmation_code) = records.plain(:code) desc, s.version desc limit 1""")
                .param("number", number)
                .param("code", confirmationCode)
                .query(IssuedStore::row)
                .optional();
    }

    /// A version of a number.
    public Optional<Row> byNumber(String number, int version) {
        return sql.sql(FOUND + """
                where records.plain(s.number) = records.plain(:number) and s.number = :number and s.version = :version""")
                .param("number", number)
                .param("version", version)
                .query(IssuedStore::row)
                .optional();
    }

    /// The version one of whose files has this digest.
    public Optional<Row> byFile(byte[] sha256) {
        return sql.sql(FOUND + """
                where s.record = (select record from records.sealed where xml_sha256 = :sha
                                  union select record from records.issued where pdf_sha256 = :sha)""").param("sha", sha256).query(IssuedStore::row).optional();
    }

    /// The first record that was ever logged.
    public Optional<Row> first() {
        return sql.sql(FOUND + "order by s.leaf limit 1")
                .query(IssuedStore::row)
                .optional();
    }

    /// The PDF of an issued record.
    public byte[] pdf(UUID record) {
        return sql.sql("select pdf from records.issued where record = :record")
                .param("record", record)
                .query((row, _) -> row.getBytes("pdf"))
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Optional<Recalled> recalled = row.getTimestamp("recalled_at") == null
                ? Optional.empty()
                : Optional.of(new Recalled(row.getTimestamp("recalled_at").toInstant(), row.getString("ground")));
        Optional<Newer> newer = row.getTimestamp("newer_at") == null
                ? Optional.empty()
                : Optional.of(new Newer(
                        row.getInt("newer"), row.getTimestamp("newer_at").toInstant()));
        return new Row(
                row.getObject("record", UUID.class),
                row.getString("number"),
                row.getInt("version"),
                row.getString("lookup_code"),
                row.getString("confirmation_code"),
                row.getBytes("xml"),
                row.getBytes("xml_sha256"),
                row.getLong("leaf"),
                row.getBytes("salt"),
                recalled,
                newer);
    }
}
