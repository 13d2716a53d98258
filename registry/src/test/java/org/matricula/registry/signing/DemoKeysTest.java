package org.matricula.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.CertificateFacts;
import org.matricula.verifier.signature.Signer;

class DemoKeysTest {
    private static final Instant NOW = Instant.parse("2026-05-30T08:00:00Z");
    private static final Issuer SCHOOL = new Issuer("VN-79-0042", "Trường Tiểu học Hoa Sen");
    private static final KeyHolder MATHS = new KeyHolder(KeyRole.subject("MATHEMATICS"), "Nguyễn Thị Hà", "GV-07");
    private static final KeyHolder HOMEROOM = new KeyHolder(KeyRole.HOMEROOM, "Trần Văn Bình", "GV-01");
    private static final KeyHolder HEAD = new KeyHolder(KeyRole.PRINCIPAL, "Lê Thị Mai", "HT-01");

    @TempDir
    Path folder;

    private Path keys() {
        return folder.resolve("keys");
    }

    private DemoKeys open(KeyHolder... holders) {
        return DemoKeys.open(keys(), SCHOOL, List.of(holders), NOW);
    }

    @Test
    void every_holder_gets_a_certificate_that_says_who_they_are_and_what_they_may_sign() {
        KeyDirectory keys = open(MATHS, HOMEROOM, HEAD).directory();

        CertificateFacts teacher = CertificateFacts.of(
                keys.signer(MATHS.role(), MATHS.name(), SCHOOL.code(), NOW).certificate());
        assertThat(teacher.name()).isEqualTo("Nguyễn Thị Hà");
        assertThat(teacher.holderId()).isEqualTo("GV-07");
        assertThat(teacher.organisation()).isEqualTo("Trường Tiểu học Hoa Sen");
        assertThat(teacher.organisationId()).isEqualTo("VN-79-0042");
        assertThat(teacher.kind()).isEqualTo(CertificateFacts.Kind.PERSON);
        CertificateFacts school = CertificateFacts.of(
                keys.signer(KeyRole.SCHOOL, "", SCHOOL.code(), NOW).certificate());
        assertThat(school.kind()).isEqualTo(CertificateFacts.Kind.SEAL);
    }

    @Test
    void a_second_run_finds_the_same_keys_and_the_same_secret() throws IOException {
        DemoKeys first = open(MATHS);
        byte[] school = Files.readAllBytes(keys().resolve("school.p12"));
        DemoKeys second = open(MATHS, HOMEROOM);

        assertThat(second.registerSecret()).isEqualTo(first.registerSecret()).hasSize(32);
        assertThat(Files.readAllBytes(keys().resolve("school.p12"))).isEqualTo(school);
        assertThat(second.trust().anchors()).isEqualTo(first.trust().anchors()).hasSize(1);
        assertThat(second.trust().institution("VN-79-0042")).isPresent();
        assertThat(second.trust().demo()).isTrue();
    }

    @Test
    void another_teacher_in_the_same_role_gets_a_key_of_their_own() {
        open(HOMEROOM);
        KeyHolder other = new KeyHolder(KeyRole.HOMEROOM, "Phạm Thu Hương", "GV-02");
        KeyDirectory keys = open(other).directory();

        assertThat(CertificateFacts.of(keys.signer(KeyRole.HOMEROOM, "Trần Văn Bình", "", NOW)
                                .certificate())
                        .holderId())
                .isEqualTo("GV-01");
        assertThat(CertificateFacts.of(keys.signer(KeyRole.HOMEROOM, "Phạm Thu Hương", "", NOW)
                                .certificate())
                        .holderId())
                .isEqualTo("GV-02");
    }

    @Test
    void two_runs_that_start_at_once_end_with_one_authority() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Callable<DemoKeys>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(() -> open(MATHS));
            }
            for (Future<DemoKeys> each : pool.invokeAll(starts)) {
                assertThat(each.get().trust().anchors()).hasSize(1);
            }
        }
        assertThat(keys().resolve("subject-MATHEMATICS.2.p12")).doesNotExist();
    }

    @Test
    void a_missing_role_is_named_with_the_file_that_is_wanted() {
        KeyDirectory keys = open(MATHS).directory();

        assertThatThrownBy(() -> keys.signer(KeyRole.PRINCIPAL, "", "", NOW))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining("'principal'")
                .hasMessageContaining("principal.p12");
    }

    @Test
    void a_wrong_password_is_said_in_words() throws IOException {
        open(MATHS);
        Files.writeString(keys().resolve("keys.properties"), "password=guess\n");

        assertThatThrownBy(() -> KeyDirectory.open(keys(), Map.of()).signer(MATHS.role(), MATHS.name(), "", NOW))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining("the password does not open")
                .hasMessageContaining("MATRICULA_KEYS_PASSWORD");
    }

    @Test
    void the_password_may_come_from_the_environment() throws IOException {
        open(MATHS);
        String password =
                Files.readAllLines(keys().resolve("keys.properties")).getLast().substring("password=".length());
        Files.delete(keys().resolve("keys.properties"));

        KeyDirectory keys = KeyDirectory.open(keys(), Map.of("MATRICULA_KEYS_PASSWORD", password));
        assertThat(keys.signer(MATHS.role(), MATHS.name(), "", NOW)
                        .certificate()
                        .getSubjectX500Principal())
                .isNotNull();
    }

    @Test
    void an_expired_certificate_is_refused_with_its_date() {
        KeyDirectory keys = open(MATHS).directory();

        assertThatThrownBy(() -> keys.signer(MATHS.role(), MATHS.name(), "", NOW.plus(Duration.ofDays(6 * 365))))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining("expired at 2031-05-29");
    }

    @Test
    void a_file_that_cannot_be_opened_stands_in_no_other_teachers_way_and_is_named_when_nobody_fits()
            throws IOException {
        open(HOMEROOM);
        Files.writeString(keys().resolve("homeroom.0.p12"), "not a key store");
        KeyDirectory keys = KeyDirectory.open(keys(), Map.of());

        assertThat(keys.signer(KeyRole.HOMEROOM, HOMEROOM.name(), SCHOOL.code(), NOW))
                .isNotNull();
        assertThatThrownBy(() -> keys.signer(KeyRole.HOMEROOM, "Phạm Thu Hương", SCHOOL.code(), NOW))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining("homeroom.0.p12")
                .hasMessageContaining("it is the key of Trần Văn Bình");
    }

    @Test
    void a_key_without_its_certificate_is_refused_in_words() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setEntry(
                "key",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                new KeyStore.PasswordProtection("word".toCharArray()));
        Path file = folder.resolve("principal.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "word".toCharArray());
        }

        assertThatThrownBy(() -> Pkcs12Signer.open(file, "word".toCharArray()))
                .isInstanceOf(KeyProblem.class)
                .hasMessageContaining("no private key with its certificate");
    }

    @Test
    void an_authority_that_was_made_anew_is_trusted_beside_the_old_one() throws IOException {
        open(MATHS);
        Files.delete(keys().resolve("issuing.p12"));

        assertThat(open(HOMEROOM).trust().anchors()).hasSize(2);
    }

    @Test
    void a_record_is_signed_in_order_and_sealed_with_them() {
        KeyDirectory keys = open(MATHS, HOMEROOM, HEAD).directory();
        RecordContent content = new RecordContent(
                "vn.report-book.primary.2020",
                "HB-2025-7QK4M2XN",
                1,
                SCHOOL,
                List.of(
                        new Block(
                                "subject.MATHEMATICS",
                                "Toán",
                                Block.Role.SUBJECT,
                                List.of(new Block.Field("mark", "Điểm", "9"))),
                        new Block(
                                "year",
                                "Kết quả",
                                Block.Role.HOMEROOM,
                                List.of(new Block.Field("result", "Kết quả", "Hoàn thành tốt & xuất sắc")))));
        RecordSealing record = RecordSealing.prepare(content);

        sign(keys.signer(MATHS.role(), MATHS.name(), "", NOW), NOW, act -> act.subject(record, "subject.MATHEMATICS"));
        sign(keys.signer(KeyRole.HOMEROOM, HOMEROOM.name(), "", NOW), NOW, act -> act.homeroom(record));
        sign(keys.signer(KeyRole.PRINCIPAL, HEAD.name(), "", NOW), NOW, act -> act.head(record));
        assertThat(record.sealed()).isFalse();
        Issue issue = new Issue("7QK4M2XN", "418203", OffsetDateTime.parse("2026-05-30T15:00:00+07:00"));
        sign(keys.signer(KeyRole.SCHOOL, "", SCHOOL.code(), NOW), NOW, act -> act.seal(record, issue));

        assertThat(record.sealed()).isTrue();
        assertThat(record.signatures()).hasSize(4);
    }

    private static void sign(Signer signer, Instant at, Consumer<SigningAct> what) {
        SigningAct act = new SigningAct(SignerIdentity.of(signer), at);
        what.accept(act);
        act.signWith(signer);
    }
}
