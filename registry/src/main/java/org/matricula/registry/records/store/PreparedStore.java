package org.matricula.registry.records.store;

import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.records.Work;
import org.matricula.verifier.record.SignerIdentity;
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
            SignerIdentity signer,
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
                .param("certificates", path(asked.signer()))
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

    /// The certificate of the key and those above it as a PkiPath (ITU-T X.509), one value.
    private static byte[] path(SignerIdentity signer) {
        List<X509Certificate> chain = new ArrayList<>(List.of(signer.certificate()));
        chain.addAll(signer.chain());
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertPath(chain)
                    .getEncoded("PkiPath");
        } catch (CertificateException e) {
            throw new IllegalStateException("certificates that were read can be written", e);
        }
    }
}
