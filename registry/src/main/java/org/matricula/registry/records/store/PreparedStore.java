package org.matricula.registry.records.store;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.records.Work;
import org.matricula.registry.signing.CertifiedKey;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What keys were asked to sign: committed before a key is used, and never changed.
@Component
public final class PreparedStore {
    private final JdbcClient sql;

    PreparedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Who is asked to sign, and what.
    ///
    /// @param signedAt the time that the signatures state
    /// @param until until when values are taken from outside; empty for a key that is unlocked here
    public record Asked(
            UUID classId,
            Work.Kind kind,
            Optional<String> subject,
            UUID account,
            CertifiedKey key,
            Instant signedAt,
            Optional<Instant> until) {}

    /// Writes down what is to be signed.
    ///
    /// @param digests by the ids of the records, 32 bytes each
    public UUID prepare(Asked asked, SequencedMap<UUID, byte[]> digests, Moment now) {
        UUID id = sql.sql("""
                insert into records.prepared
                    (class_id, kind, subject, account, certificates, signed_at, until, at)
                values
                    (:class, :kind, :subject, :account, :certificates, :signed, :until, :at) returning id""")
                .param("class", asked.classId())
                .param("kind", asked.kind().name())
                .param("subject", asked.subject().orElse(null), java.sql.Types.VARCHAR)
                .param("account", asked.account())
                .param("certificates", path(asked.key()))
                .param("signed", asked.signedAt().atOffset(ZoneOffset.UTC))
                .param(
                        "until",
                        asked.until().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", now.local())
                .query(UUID.class)
                .single();
        sql.sql("""
                insert into records.prepared_digest (prepared, record, digest)
                select :prepared, record, digest
                  from unnest(:records::uuid[], :digests::bytea[]) as each (record, digest)""")
                .param("prepared", id)
                .param("records", digests.keySet().toArray(UUID[]::new))
                .param("digests", digests.values().toArray(byte[][]::new))
                .update();
        return id;
    }

    /// What takes values from outside.
    ///
    /// @param digests by the ids of the records
    public record Open(
            UUID id,
            UUID classId,
            Work.Kind kind,
            Optional<String> subject,
            CertifiedKey key,
            Instant signedAt,
            Instant until,
            SequencedMap<UUID, byte[]> digests) {}

    /// What was prepared for a key of this person elsewhere, and was not given up; its time may be over.
    public Optional<Open> open(UUID id, UUID account) {
        SequencedMap<UUID, byte[]> digests = new LinkedHashMap<>();
        sql.sql("select record, digest from records.prepared_digest where prepared = :id order by record")
                .param("id", id)
                .query((RowCallbackHandler)
                        row -> digests.put(row.getObject("record", UUID.class), row.getBytes("digest")));
        return sql.sql("""
                select id, class_id, kind, subject, certificates, signed_at, until from records.prepared p
                 where id = :id and account = :account and until is not null
                   and not exists (select from records.prepared_given_up g where g.prepared = p.id)""")
                .param("id", id)
                .param("account", account)
                .query((row, _) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getObject("class_id", UUID.class),
                        Work.Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("subject")),
                        key(row.getBytes("certificates")),
                        row.getTimestamp("signed_at").toInstant(),
                        row.getTimestamp("until").toInstant(),
                        digests))
                .optional();
    }

    /// No value is taken any more.
    public void giveUp(UUID id, Moment now) {
        sql.sql("insert into records.prepared_given_up (prepared, at) values (:id, :at) on conflict do nothing")
                .param("id", id)
                .param("at", now.local())
                .update();
    }

    private static CertifiedKey key(byte[] path) {
        try {
            return CertifiedKey.of(
                    CertificateFactory.getInstance("X.509")
                            .generateCertPath(new ByteArrayInputStream(path), "PkiPath")
                            .getCertificates(),
                    "what was prepared");
        } catch (CertificateException e) {
            throw new IllegalStateException("certificates that were written can be read", e);
        }
    }

    /// The certificate of the key and those above it as a PkiPath (ITU-T X.509), one value.
    private static byte[] path(CertifiedKey key) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertPath(key.whole())
                    .getEncoded("PkiPath");
        } catch (CertificateException e) {
            throw new IllegalStateException("certificates that were read can be written", e);
        }
    }
}
