package org.matricula.registry.signing;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.signing.DemoRevocations.RevokedCertificate;
import org.matricula.verifier.signature.KnownCertificate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The register of seal certificates: which of them an institution's administrator declared, and how each ended.
///
/// Nothing in it is changed or taken away: a declaration, a withdrawal and a revocation are facts, each with its day.
@Component
public final class SealCertificates {
    private static final String ALL = """
            select c.id, c.institution, c.sha256, c.certificate, c.how, c.name, c.at,
                   w.from_day, w.ground as withdrawn_ground, w.name as withdrawn_by, w.at as withdrawn_at,
                   r.ground as revoked_ground, r.name as revoked_by, r.at as revoked_at
              from signing.seal_certificate c
              left join signing.seal_certificate_withdrawn w on w.certificate = c.id
              left join signing.seal_certificate_revoked r on r.certificate = c.id""";

    private final JdbcClient sql;

    SealCertificates(JdbcClient sql) {
        this.sql = sql;
    }

    /// How a certificate came to be declared.
    public enum How {
        /// The administrator brought its file.
        BROUGHT,
        /// The administrator took one of the node's own keys.
        HELD,
        /// It was made for the declaration, by the demo authority.
        MADE,
        /// It had sealed records before there was this register of certificates.
        SEALED_BEFORE
    }

    /// The end of a declaration.
    ///
    /// @param from the first day on which the certificate seals no more
    /// @param by whose act it was
    public record Withdrawal(LocalDate from, String ground, String by, Instant at) {}

    /// A key that nobody may rely on any more.
    public record Revocation(String ground, String by, Instant at) {}

    /// A declared certificate.
    ///
    /// @param sha256 of the certificate, in hexadecimal
    /// @param by who declared it
    public record SealCertificate(
            UUID id,
            UUID institution,
            X509Certificate certificate,
            String sha256,
            How how,
            String by,
            Instant at,
            Optional<Withdrawal> withdrawn,
            Optional<Revocation> revoked) {
        /// Whether it is declared at a moment: since its declaration, before the day of its withdrawal, never after it
        /// was revoked. Whether it is valid is another question.
        public boolean declared(Moment now) {
            return !at.isAfter(now.at())
                    && withdrawn.filter(end -> !now.date().isBefore(end.from())).isEmpty()
                    && revoked.filter(end -> !now.at().isBefore(end.at())).isEmpty();
        }

        /// Whether its time of validity holds a moment.
        public boolean valid(Instant when) {
            return !when.isBefore(certificate.getNotBefore().toInstant())
                    && !when.isAfter(certificate.getNotAfter().toInstant());
        }
    }

    /// SHA-256 of a certificate, in lower-case hexadecimal.
    public static String sha256(X509Certificate certificate) {
        return KnownCertificate.of(certificate).sha256().toString();
    }

    /// Every certificate that an institution ever declared, the newest declaration first.
    public List<SealCertificate> of(UUID institution) {
        return sql.sql(ALL + " where c.institution = :institution order by c.id desc")
                .param("institution", institution)
                .query(SealCertificates::read)
                .list();
    }

    /// Every certificate of every institution.
    public List<SealCertificate> all() {
        return sql.sql(ALL + " order by c.id").query(SealCertificates::read).list();
    }

    /// The certificate with the id of its declaration.
    public Optional<SealCertificate> find(UUID id) {
        return sql.sql(ALL + " where c.id = :id")
                .param("id", id)
                .query(SealCertificates::read)
                .optional();
    }

    /// Waits until nobody else declares or ends a certificate of the institution, until the end of the transaction.
    public void hold(UUID institution) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('seal ' || :institution, 0))")
                .param("institution", institution.toString())
                .query((_, _) -> institution)
                .single();
    }

    /// Writes a declaration. Runs in the act's transaction.
    ///
    /// @return its id
    public UUID declare(UUID institution, X509Certificate certificate, How how, Actor by, Moment now) {
        try {
            return sql.sql("""
                    insert into signing.seal_certificate (institution, sha256, certificate, how, account, name, at)
                    values (:institution, :sha256, :certificate, :how, :account, :name, :at) returning id""")
                    .param("institution", institution)
                    .param("sha256", sha256(certificate))
                    .param("certificate", certificate.getEncoded())
                    .param("how", how.name())
                    .param("account", by.account().orElse(null), java.sql.Types.OTHER)
                    .param("name", by.name())
                    .param("at", now.local())
                    .query(UUID.class)
                    .single();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /// Writes a withdrawal. Runs in the act's transaction.
    ///
    /// @param from the first day on which it seals no more
    public void withdraw(UUID certificate, LocalDate from, String ground, Actor by, Moment now) {
        sql.sql("""
                insert into signing.seal_certificate_withdrawn (certificate, from_day, ground, account, name, at)
                values (:certificate, :from, :ground, :account, :name, :at)""")
                .param("certificate", certificate)
                .param("from", from)
                .param("ground", ground)
                .param("account", by.account().orElse(null), java.sql.Types.OTHER)
                .param("name", by.name())
                .param("at", now.local())
                .update();
    }

    /// Writes a revocation. Runs in the act's transaction.
    public void revoke(UUID certificate, String ground, Actor by, Moment now) {
        sql.sql("""
                insert into signing.seal_certificate_revoked (certificate, ground, account, name, at)
                values (:certificate, :ground, :account, :name, :at)""")
                .param("certificate", certificate)
                .param("ground", ground)
                .param("account", by.account().orElse(null), java.sql.Types.OTHER)
                .param("name", by.name())
                .param("at", now.local())
                .update();
    }

    /// The revoked ones, with the moment. The demo authority tells whoever asks about its own.
    List<RevokedCertificate> revokedCertificates() {
        return sql
                .sql(ALL + " where r.certificate is not null order by c.id")
                .query(SealCertificates::read)
                .list()
                .stream()
                .map(each -> new RevokedCertificate(
                        each.certificate(), each.revoked().orElseThrow().at()))
                .toList();
    }

    private static SealCertificate read(ResultSet row, int number) throws SQLException {
        @Nullable LocalDate from = row.getObject("from_day", LocalDate.class);
        @Nullable String revoked = row.getString("revoked_ground");
        return new SealCertificate(
                row.getObject("id", UUID.class),
                row.getObject("institution", UUID.class),
                certificate(row.getBytes("certificate")),
                row.getString("sha256"),
                How.valueOf(row.getString("how")),
                row.getString("name"),
                row.getTimestamp("at").toInstant(),
                from == null
                        ? Optional.empty()
                        : Optional.of(new Withdrawal(
                                from,
                                row.getString("withdrawn_ground"),
                                row.getString("withdrawn_by"),
                                row.getTimestamp("withdrawn_at").toInstant())),
                revoked == null
                        ? Optional.empty()
                        : Optional.of(new Revocation(
                                revoked,
                                row.getString("revoked_by"),
                                row.getTimestamp("revoked_at").toInstant())));
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was stored can be read", e);
        }
    }
}
