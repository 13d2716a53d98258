package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.TokenSigning;
import org.matricula.registry.signing.CertifiedKey;
import org.matricula.registry.signing.PersonKeyRefusals;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.flows.BringKey;
import org.matricula.registry.signing.flows.RevokeOwnKey;
import org.matricula.verifier.signature.TrustList;

/// Which certificates of tokens are good enough to sign with, under an authority that this register's
/// trust list names.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenCertificatesTest {
    private static final char[] PASSWORD = KeyDeeds.FILE_PASSWORD.toCharArray();

    private RunningNode node;
    private HoaSenSchool school;
    private ClassRoom room;
    private Actor teacher;
    private KeyStore store;

    @BeforeAll
    void a_school_that_trusts_an_authority(@TempDir Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("authority.p12");
        made(file, "ca", "CN=Authority", "-ext", "bc:c", "-ext", "ku=keyCertSign,cRLSign");
        issued(file, "good", KeyDeeds.HOLDER);
        issued(file, "revoked", KeyDeeds.HOLDER);
        issued(file, "another", "Somebody Else");
        issued(file, "old", KeyDeeds.HOLDER, "-startdate", "-30d", "-validity", "10");
        issued(file, "silent", KeyDeeds.HOLDER, "-ext", "crldp=URI:http://127.0.0.1:1/revoked.crl");
        store = KeyStore.getInstance(file.toFile(), PASSWORD);
        node = RunningNode.start(folder.resolve("data"));
        school = new HoaSenSchool(node);
        room = school.enter("4A", 1);
        school.person(KeyDeeds.HOLDER, Role.HOMEROOM_TEACHER, Optional.of(room.id()), Optional.empty());
        school.person(KeyDeeds.HOLDER, Role.PRINCIPAL, Optional.empty(), Optional.empty());
        teacher = school.person(
                KeyDeeds.HOLDER, Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MATHEMATICS"));
        trusts(folder.resolve("data"), (X509Certificate) store.getCertificate("ca"));
        node.get(BringKey.class).run(teacher, alone("revoked"), PASSWORD, HoaSenSchool.PIN);
        UUID key =
                node.get(PersonalKeys.class).newest(teacher.id()).orElseThrow().id();
        node.get(RevokeOwnKey.class).run(teacher, key, "Lộ mã PIN");
    }

    @AfterAll
    void stop() {
        node.close();
    }

    private static void made(Path file, String alias, String name, String... more) throws IOException {
        List<String> all = new ArrayList<>(
                List.of("-genkeypair", "-alias", alias, "-dname", name, "-keyalg", "EC", "-groupname", "secp256r1"));
        all.addAll(List.of(more));
        KeyDeeds.keytool(file, all.toArray(String[]::new));
    }

    private static void issued(Path file, String alias, String name, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("-signer", "ca", "-ext", "ku=nonRepudiation"));
        all.addAll(List.of(more));
        made(file, alias, "CN=" + name, all.toArray(String[]::new));
    }

    private byte[] alone(String alias) throws IOException, GeneralSecurityException {
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry("key", store.getKey(alias, PASSWORD), PASSWORD, store.getCertificateChain(alias));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        one.store(out, PASSWORD);
        return out.toByteArray();
    }

    private static void trusts(Path data, X509Certificate authority) throws IOException {
        Path file;
        try (Stream<Path> files = Files.walk(data)) {
            file = files.filter(each -> each.endsWith("trust.json")).findFirst().orElseThrow();
        }
        TrustList list = TrustList.read(Files.readAllBytes(file));
        List<X509Certificate> anchors = new ArrayList<>(list.anchors());
        anchors.add(authority);
        Files.write(
                file,
                new TrustList(list.demo(), anchors, list.institutions(), list.logs(), list.timeStampAuthorities())
                        .toJson());
    }

    private Optional<Refusal> refusal(Work.Kind kind, String alias) {
        return refusal(kind, store, alias);
    }

    private Optional<Refusal> refusal(Work.Kind kind, KeyStore in, String alias) {
        try {
            CertifiedKey key = CertifiedKey.of(List.of(in.getCertificateChain(alias)), alias);
            Outcome<?> outcome = node.get(TokenSigning.class)
                    .prepare(
                            teacher,
                            room,
                            kind,
                            Optional.of("MATHEMATICS").filter(_ -> kind == Work.Kind.SIGN_SUBJECT),
                            key);
            return outcome instanceof Outcome.Refused<?>(var reasons)
                    ? Optional.of(reasons.getFirst())
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Work.Kind.class, names = "CLOSE", mode = EnumSource.Mode.EXCLUDE)
    void a_certificate_that_would_not_verify_is_refused_for_what_is_wrong_with_it(Work.Kind kind) {
        assertThat(refusal(kind, "another"))
                .contains(new PersonKeyRefusals.KeyOfAnother("Somebody Else", KeyDeeds.HOLDER));
        assertThat(refusal(kind, "old")).contains(new PersonKeyRefusals.KeyOutOfTime());
        assertThat(refusal(kind, "revoked")).contains(new PersonKeyRefusals.KeyTakenOutOfUse());
        assertThat(refusal(kind, "silent")).contains(new PersonKeyRefusals.RevocationNotKnown());
        assertThat(refusal(kind, "good").filter(PersonKeyRefusals.class::isInstance))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Work.Kind.class, names = "CLOSE", mode = EnumSource.Mode.EXCLUDE)
    void a_certificate_of_an_authority_that_nobody_trusts_is_refused(Work.Kind kind, @TempDir Path folder)
            throws IOException, GeneralSecurityException {
        Path file = folder.resolve("other.p12");
        made(file, "ca", "CN=Other authority", "-ext", "bc:c", "-ext", "ku=keyCertSign");
        issued(file, "key", KeyDeeds.HOLDER);
        KeyStore other = KeyStore.getInstance(file.toFile(), PASSWORD);
        assertThat(refusal(kind, other, "key")).contains(new PersonKeyRefusals.AuthorityNotTrusted());
    }
}
