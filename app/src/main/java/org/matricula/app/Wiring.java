package org.matricula.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.matricula.app.database.DatabaseSettings;
import org.matricula.app.ops.CheckRegister;
import org.matricula.app.ops.Fsck;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.accounts.SecretLock;
import org.matricula.registry.flow.Chore;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.records.ClosingWork.LookupAddress;
import org.matricula.registry.records.CorrectionNotes;
import org.matricula.registry.records.DeclareWhatSealed;
import org.matricula.registry.records.FamilyTree;
import org.matricula.registry.records.IssuedLookup;
import org.matricula.registry.records.ResumeClosing;
import org.matricula.registry.records.spi.ClassRecordForm;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.registry.signing.PublishedSeals;
import org.matricula.registry.signing.RemoteKeys;
import org.matricula.registry.signing.RemoteService;
import org.matricula.registry.signing.SigningLevels;
import org.matricula.registry.signing.TrustAnchors;
import org.matricula.registry.transparency.PublicLog;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.registry.transparency.Witness;
import org.matricula.registry.transparency.WitnessRole;
import org.matricula.registry.transparency.Witnesses;
import org.matricula.registry.verification.TrustFile;
import org.matricula.registry.verification.VerdictSigner;
import org.matricula.registry.verification.spi.Corrections;
import org.matricula.registry.verification.spi.IssuedRecords;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.signature.OnlineRevocation;
import org.matricula.verifier.signature.SignatureLevel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Gives the modules what they need from outside: the clock, the packs, the places of files and keys.
@Configuration(proxyBeanMethods = false)
class Wiring {
    /// The only clock of the server.
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    /// Whom this node trusts: `matricula.trust`, or the demo keys' own list; and its own log.
    @Bean
    TrustFile trustFile(
            @Value("${matricula.data}") Path data,
            @Value("${matricula.trust:}") String trust,
            @Value("${matricula.ask.revocation:false}") boolean ask,
            PublicLog log,
            WitnessRole role,
            PublishedSeals seals,
            VerdictSigner portal) {
        Path file = trust.isBlank() ? demoKeys(data).resolve("trust.json") : Path.of(trust);
        return new TrustFile(
                file,
                Optional.of(log.key()),
                new OwnSeals(seals, portal.key()),
                origin -> origin.equals(log.key().name())
                        ? Optional.of(log.known())
                        : role.witness().flatMap(each -> each.newest(origin)).map(Comparison.Known::of),
                ask ? Optional.of(new OnlineRevocation()) : Optional.empty());
    }

    /// What the verdicts that people take away are signed with: a key of its own beside the log's.
    @Bean
    VerdictSigner verdictSigner(@Value("${matricula.data}") Path data, TransparencyLog log) {
        return VerdictSigner.of(
                data.resolve("keys").resolve("verdicts.key"), log.key().name() + "/verdicts");
    }

    /// The public page asks the records of this node.
    @Bean
    IssuedRecords issuedRecords(IssuedLookup lookup, FamilyTree families) {
        return new IssuedFromRecords(lookup, families);
    }

    /// What strangers say is wrong goes to the records of this node.
    @Bean
    Corrections corrections(CorrectionNotes notes) {
        return new CorrectionsFromRecords(notes);
    }

    /// The institutions' keys: the folder `matricula.keys`, or demo keys.
    @Bean
    InstitutionKeys institutionKeys(
            @Value("${matricula.data}") Path data,
            @Value("${matricula.keys:}") String keys,
            @Value("${matricula.address}") URI address) {
        return keys.isBlank()
                ? InstitutionKeys.demo(demoKeys(data), publicAddress(address))
                : InstitutionKeys.of(Path.of(keys), System.getenv());
    }

    /// What second factors lie locked with in the database.
    @Bean
    SecretLock secretLock(InstitutionKeys keys) {
        return new SecretLock(keys::secret);
    }

    /// Which certificates are worth declaring: those that this node's own verifier would accept.
    @Bean
    TrustAnchors trustAnchors(TrustFile trust) {
        return new TrustAnchors(() -> trust.list().anchors());
    }

    /// Where people may use keys that live elsewhere: `matricula.signing.service`, and how this register shows itself
    /// there.
    @Bean
    RemoteKeys remoteKeys(
            @Value("${matricula.signing.service:}") String service,
            @Value("${matricula.signing.client:}") String client,
            @Value("${matricula.signing.secret:}") String secret) {
        return service.isBlank()
                ? RemoteKeys.none()
                : RemoteKeys.at(new RemoteService(
                        URI.create(service), client, secret, Optional.empty(), RemoteService.PATIENCE));
    }

    /// To which level this node raises signatures: `matricula.person.level`, `matricula.seal.level`,
    /// `matricula.tsa.url`.
    @Bean
    SigningLevels signingLevels(
            @Value("${matricula.person.level:B}") SignatureLevel persons,
            @Value("${matricula.seal.level:LT}") SignatureLevel seals,
            @Value("${matricula.tsa.url:}") String tsa) {
        return new SigningLevels(persons, seals, tsa.isBlank() ? Optional.empty() : Optional.of(URI.create(tsa)));
    }

    /// The address, when others can reach it: certificates that name a machine's own loop would help nobody.
    private static String publicAddress(URI address) {
        return List.of("127.0.0.1", "localhost", "[::1]", "0.0.0.0").contains(address.getHost())
                ? ""
                : address.toString();
    }

    /// The log of everything issued; a node whose log is in doubt does not start.
    @Bean
    TransparencyLog transparencyLog(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            @Value("${matricula.data}") Path data,
            @Value("${matricula.log.origin:}") String origin,
            @Value("${matricula.address}") URI address)
            throws IOException {
        return TransparencyLog.open(
                sql, transactions, data, origin.isBlank() ? LogOrigin.of(data, Optional.of(address)) : origin);
    }

    /// The log as anybody reads it.
    @Bean
    PublicLog publicLog(TransparencyLog log) {
        return log.forEverybody();
    }

    /// This node as a witness of others' logs: `matricula.witness.for` names their keys.
    @Bean
    WitnessRole witnessRole(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            @Value("${matricula.data}") Path data,
            @Value("${matricula.witness.for:}") String logs,
            PublicLog log) {
        List<VerifierKey> keys = logs.isBlank()
                ? List.of()
                : Stream.of(logs.strip().split("\\s+")).map(VerifierKey::read).toList();
        return new WitnessRole(Witness.open(sql, transactions, data, log.key().name() + "/witness", keys));
    }

    /// Who is asked to cosign this node's log: `matricula.witnesses`.
    @Bean
    Witnesses witnesses(PublicLog log, @Value("${matricula.witnesses:}") String witnesses) {
        return new Witnesses(log, Witnesses.Address.read(witnesses));
    }

    /// Witnesses are asked by themselves; no act waits for them.
    @Bean
    Chore askWitnesses(Witnesses witnesses, InstantSource clock) {
        return new Chore("ask-witnesses", Duration.ofSeconds(10), () -> witnesses.ask(clock.instant()));
    }

    /// Checks everything that is stored, while the node works; trusts whom the node trusts at that moment.
    @Bean
    CheckRegister.Eyes eyes(
            JdbcClient sql,
            PlatformTransactionManager transactions,
            @Value("${matricula.data}") Path data,
            @Value("${matricula.log.origin:}") String given,
            TrustFile trust)
            throws IOException {
        String origin = given.isBlank() ? LogOrigin.of(data, Optional.empty()) : given;
        // It reads in a transaction of its own, which the running log must not join: what fsck says is read by fsck.
        return at -> new Fsck(sql, transactions, data, origin, trust.verifier().knowing(_ -> Optional.empty())).run(at);
    }

    /// Where anyone looks a record up: `matricula.address`, the address of this register as the public knows it.
    @Bean
    LookupAddress lookupAddress(@Value("${matricula.address}") URI address) {
        return new LookupAddress(address.toString().replaceAll("/+$", "") + "/v/");
    }

    /// The record of a primary-school year in Viet Nam, and the class sheet it is made from.
    @Bean
    ClassRecordForm primaryReportBook() {
        return new PrimaryReportBook();
    }

    @Bean
    ClassSheetForm primaryClassSheet(ClassRecordForm primaryReportBook) {
        return primaryReportBook.sheet();
    }

    /// Before the node says that it is ready, what fell in the middle is carried to its end. On a database of its own
    /// nobody else can be at it.
    @Bean
    ApplicationRunner resume(
            DeclareWhatSealed declared, PublishedSeals seals, ResumeClosing closing, DatabaseSettings database) {
        return _ -> {
            // Before anything is sealed on.
            declared.run();
            seals.note();
            if (database.url().isEmpty()) {
                closing.atStart();
            } else {
                closing.lost();
            }
        };
    }

    /// What a node lost or had to leave, another one finds within minutes.
    @Bean
    Chore lostClosings(ResumeClosing closing) {
        return new Chore("carry-on-closings", Duration.ofMinutes(1), closing::lost);
    }

    private static Path demoKeys(Path data) {
        return data.resolve("demo-keys");
    }
}
