package org.matricula.registry.signing;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.signing.DemoRevocations.RevokedCertificate;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.Signer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The signing keys of people. Each is locked with a PIN that only its holder knows: neither the administrator nor a
/// copy of the database can sign with it. It lives here, or at the remote signing service that the operator has named.
///
/// The PKCS #12 password is made from the PIN and the node's secret, so that a stolen database alone does not even
/// allow guessing a short PIN.
@Component
public final class PersonalKeys {
    /// After so many wrong PINs in a row the key rests.
    static final int TRIES = 5;
    /// How long it rests.
    static final Duration REST = Duration.ofMinutes(15);
    /// The shortest PIN.
    public static final int SHORTEST_PIN = 6;

    private static final String KEY = """
            select k.id, k.account, k.name, k.not_before, k.not_after, k.demo, k.service,
                   exists (select from signing.personal_key_revoked r where r.key = k.id) as revoked
              from signing.personal_key k""";

    private final JdbcClient sql;
    private final InstitutionKeys institutions;
    private final RemoteKeys remote;
    private final TransactionTemplate transaction;

    PersonalKeys(
            JdbcClient sql, InstitutionKeys institutions, RemoteKeys remote, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.institutions = institutions;
        this.remote = remote;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// A person's key, still locked.
    ///
    /// @param name the name that its certificate bears
    /// @param demo whether it comes from the demo authority
    /// @param service the remote signing service at which it lives; empty when it lives here
    public record PersonalKey(
            UUID id,
            UUID account,
            String name,
            Instant notBefore,
            Instant notAfter,
            boolean demo,
            Optional<URI> service,
            boolean revoked) {
        /// Whether it can sign at a moment.
        public boolean usable(Instant at) {
            return !revoked && !at.isBefore(notBefore) && !at.isAfter(notAfter);
        }
    }

    /// What came of unlocking.
    public sealed interface Unlocking {
        /// The key signs now, for this act.
        record Unlocked(Signer signer) implements Unlocking {}

        /// The person has no key that can sign now.
        record NoKey() implements Unlocking {}

        /// The PIN is wrong.
        ///
        /// @param left how many tries are left before the key rests
        record WrongPin(int left) implements Unlocking {}

        /// Too many wrong PINs.
        ///
        /// @param until when it can be tried again
        record Resting(Instant until) implements Unlocking {}
    }

    /// The person's newest key; empty when there is none.
    public Optional<PersonalKey> newest(UUID account) {
        return of(account).stream().findFirst();
    }

    /// Every key a person ever had here, the newest first.
    public List<PersonalKey> of(UUID account) {
        return of(List.of(account));
    }

    /// Every key that some people ever had here, the newest first.
    public List<PersonalKey> of(Collection<UUID> accounts) {
        return sql.sql(KEY + " where k.account = any(:accounts) order by k.id desc")
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(PersonalKeys::read)
                .list();
    }

    /// The key with an id.
    public Optional<PersonalKey> find(UUID key) {
        return sql.sql(KEY + " where k.id = :key")
                .param("key", key)
                .query(PersonalKeys::read)
                .optional();
    }

    private static PersonalKey read(ResultSet row, int number) throws SQLException {
        return new PersonalKey(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getTimestamp("not_before").toInstant(),
                row.getTimestamp("not_after").toInstant(),
                row.getBoolean("demo"),
                Optional.ofNullable(row.getString("service")).map(URI::create),
                row.getBoolean("revoked"));
    }

    /// Makes a key for the person who acts, with a certificate of the demo authority. Runs in the act's transaction.
    ///
    /// @param school the institution that the certificate names
    /// @throws IllegalArgumentException when the PIN is shorter than [#SHORTEST_PIN]
    /// @throws KeyProblem when this node works with real keys: then people bring their own
    public void make(Actor person, Issuer school, char[] pin, Moment now) {
        demandLength(pin);
        byte[] pkcs12 = institutions
                .demoKeys(school, now.at())
                .personal(
                        new KeyHolder(KeyRole.HOMEROOM, person.name(), ""),
                        school,
                        password(person.id(), pin),
                        now.at());
        store(person.id(), pkcs12, password(person.id(), pin), now);
    }

    /// Takes in the key that a person got from a certificate authority. Runs in the act's transaction.
    ///
    /// @param pkcs12 the file with one key and its certificates
    /// @param filePassword the password of that file; it is not kept
    /// @throws KeyProblem when the file cannot be opened, or its certificate is of another person
    public void bring(Actor person, byte[] pkcs12, char[] filePassword, char[] pin, Moment now) {
        demandLength(pin);
        Pkcs12Signer signer = Pkcs12Signer.open(pkcs12, filePassword, "the file");
        String holder = CertificateFacts.of(signer.certificate()).name();
        if (!holder.equals(person.name())) {
            throw new KeyProblem("it is the key of " + holder + ", not of " + person.name());
        }
        store(
                person.id(),
                Pkcs12Signer.relocked(pkcs12, filePassword, password(person.id(), pin)),
                password(person.id(), pin),
                now);
    }

    /// Takes note of a person's key at the remote signing service. Runs in the act's transaction.
    ///
    /// @throws KeyProblem when its certificate is of another person
    public void use(Actor person, RemoteKeys.Told told, Moment now) {
        if (!told.holder().equals(person.name())) {
            throw new KeyProblem("it is the key of " + told.holder() + ", not of " + person.name());
        }
        store(person.id(), told.certificate(), Optional.empty(), Optional.of(told), now);
    }

    private void store(UUID account, byte[] pkcs12, char[] password, Moment now) {
        X509Certificate certificate =
                Pkcs12Signer.open(pkcs12, password, "the key").certificate();
        store(account, certificate, Optional.of(pkcs12), Optional.empty(), now);
    }

    private void store(
            UUID account,
            X509Certificate certificate,
            Optional<byte[]> pkcs12,
            Optional<RemoteKeys.Told> told,
            Moment now) {
        try {
            sql.sql("""
                    insert into signing.personal_key
                        (account, name, certificate, not_before, not_after, pkcs12, service, credential, described,
                         demo, at)
                    values
                        (:account, :name, :certificate, :from, :to, :pkcs12, :service, :credential, :described,
                         :demo, :at)""")
                    .param("account", account)
                    .param("name", CertificateFacts.of(certificate).name())
                    .param("certificate", certificate.getEncoded())
                    .param("from", certificate.getNotBefore().toInstant().atOffset(ZoneOffset.UTC))
                    .param("to", certificate.getNotAfter().toInstant().atOffset(ZoneOffset.UTC))
                    .param("pkcs12", pkcs12.orElse(null))
                    .param("service", told.map(RemoteKeys.Told::service).orElse(null))
                    .param("credential", told.map(RemoteKeys.Told::credential).orElse(null))
                    .param("described", told.map(RemoteKeys.Told::described).orElse(null))
                    .param(
                            "demo",
                            certificate.getSubjectX500Principal().getName().contains("OU=DEMO"))
                    .param("at", now.local())
                    .update();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /// Takes a key out of use: signatures given before stay good. Runs in the act's transaction.
    public void revoke(UUID key, String ground, Actor by, Moment now) {
        sql.sql("""
                insert into signing.personal_key_revoked (key, ground, at, by) values (:key, :ground, :at, :by)
                on conflict do nothing""")
                .param("key", key)
                .param("ground", ground)
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .update();
    }

    /// Whether the demo authority issued a certificate with this serial number to a person.
    boolean issued(BigInteger serial) {
        return sql.sql(
                        "select certificate from signing.personal_key where demo and position(:serial in certificate) > 0")
                .param("serial", serial.toByteArray())
                .query((row, _) -> certificate(row.getBytes("certificate")).getSerialNumber())
                .list()
                .contains(serial);
    }

    /// Whether a key with this certificate was taken out of use here.
    boolean revokedHere(X509Certificate certificate) {
        try {
            return sql.sql("""
                    select exists (select from signing.personal_key_revoked r
                                     join signing.personal_key k on k.id = r.key
                                    where k.certificate = :certificate)""")
                    .param("certificate", certificate.getEncoded())
                    .query(Boolean.class)
                    .single();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    /// The certificates of keys that were taken out of use, with the moment. The demo authority tells whoever asks.
    List<RevokedCertificate> revokedCertificates() {
        return sql.sql("""
                select k.certificate, r.at
                  from signing.personal_key_revoked r
                  join signing.personal_key k on k.id = r.key
                 where k.demo
                 order by k.id""")
                .query((row, _) -> {
                    Instant at = row.getTimestamp("at").toInstant();
                    return new RevokedCertificate(certificate(row.getBytes("certificate")), at);
                })
                .list();
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was stored can be read", e);
        }
    }

    /// Unlocks the person's key for one act. A wrong PIN is remembered even when the act is refused, so this must not
    /// run inside the act's transaction.
    public Unlocking unlock(UUID account, char[] pin, Instant at) {
        Optional<PersonalKey> key = newest(account).filter(k -> k.usable(at));
        return key.isEmpty() ? new Unlocking.NoKey() : transaction.execute(_ -> inTurn(account, key.get(), pin, at));
    }

    /// One try at a time for each person: tries made at once would each be told that none of the others was made.
    private Unlocking inTurn(UUID account, PersonalKey key, char[] pin, Instant at) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('unlock ' || :account, 0))")
                .param("account", account.toString())
                .query((_, _) -> account)
                .single();
        List<Tried> tried = sql.sql("""
                select good, at from signing.unlock_tried where account = :account order by id desc limit :most""")
                .param("account", account)
                .param("most", TRIES)
                .query((row, _) ->
                        new Tried(row.getBoolean("good"), row.getTimestamp("at").toInstant()))
                .list();
        int wrong = (int) tried.stream().takeWhile(t -> !t.good()).count();
        if (wrong >= TRIES && at.isBefore(tried.getFirst().at().plus(REST))) {
            return new Unlocking.Resting(tried.getFirst().at().plus(REST));
        }
        return key.service().isPresent()
                ? elsewhere(account, key, pin, at)
                : here(account, key, pin, at, TRIES - wrong - 1);
    }

    /// @param left how many tries are left when this one is wrong
    private Unlocking here(UUID account, PersonalKey key, char[] pin, Instant at, int left) {
        byte[] pkcs12 = sql.sql("select pkcs12 from signing.personal_key where id = :id")
                .param("id", key.id())
                .query(byte[].class)
                .single();
        try {
            Signer signer = Pkcs12Signer.open(pkcs12, password(account, pin), "the key");
            remember(account, true, at);
            return new Unlocking.Unlocked(signer);
        } catch (WrongPassword _) {
            remember(account, false, at);
            return new Unlocking.WrongPin(Math.max(0, left));
        }
    }

    /// Only the service knows whether the PIN is right, and says so when it is asked for the first value. That counts
    /// as a try then.
    private Unlocking elsewhere(UUID account, PersonalKey key, char[] pin, Instant at) {
        return sql.sql("select service, credential, described from signing.personal_key where id = :id")
                .param("id", key.id())
                .query((row, _) -> remote.signer(
                        row.getString("service"),
                        row.getString("credential"),
                        row.getString("described"),
                        new String(pin),
                        good -> remember(account, good, at)))
                .single()
                .<Unlocking>map(Unlocking.Unlocked::new)
                .orElseGet(Unlocking.NoKey::new);
    }

    private record Tried(boolean good, Instant at) {}

    private void remember(UUID account, boolean good, Instant at) {
        sql.sql("insert into signing.unlock_tried (account, good, at) values (:account, :good, :at)")
                .param("account", account)
                .param("good", good)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private char[] password(UUID account, char[] pin) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(institutions.secret(), "HmacSHA256"));
            mac.update(("personal-key:" + account + ":").getBytes(StandardCharsets.UTF_8));
            byte[] typed = new String(pin).getBytes(StandardCharsets.UTF_8);
            byte[] made = mac.doFinal(typed);
            Arrays.fill(typed, (byte) 0);
            return Base64.getEncoder().encodeToString(made).toCharArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static void demandLength(char[] pin) {
        if (pin.length < SHORTEST_PIN) {
            throw new IllegalArgumentException("a PIN has at least " + SHORTEST_PIN + " characters");
        }
    }
}
