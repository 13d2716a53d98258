package org.matricula.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.signing.DemoRevocations.RevokedCertificate;
import org.matricula.registry.signing.DemoServices.Rank;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.signature.TimeStamp;

class DemoServicesTest {
    private static final Instant NOW = InstantSource.system().instant().minusSeconds(5);
    private static final Issuer SCHOOL = new Issuer("VN-79-0042", "Trường Tiểu học Hoa Sen");

    @TempDir
    Path folder;

    private final List<RevokedCertificate> revoked = new ArrayList<>();
    private DemoServices services;
    private X509Certificate teacher;

    @BeforeEach
    void an_authority_with_a_teacher() {
        DemoKeys keys = DemoKeys.open(
                folder.resolve("keys"),
                SCHOOL,
                List.of(new KeyHolder(KeyRole.HOMEROOM, "Trần Văn Bình", "GV-01")),
                "https://register.example",
                NOW);
        teacher = keys.directory().signer(KeyRole.HOMEROOM, "", "", NOW).certificate();
        services = DemoKeys.servicesIn(folder.resolve("keys"), () -> revoked, NOW);
    }

    @Test
    void a_time_stamp_says_what_was_seen_and_when() {
        byte[] digest = new byte[32];
        digest[0] = 7;

        TimeStamp stamp = TimeStamp.read(services.token(digest, NOW)).orElseThrow();

        assertThat(stamp.sha256()).isEqualTo(digest);
        assertThat(Duration.between(stamp.at(), NOW).abs()).isLessThan(Duration.ofSeconds(1));
        assertThat(stamp.forTimeStamps()).isTrue();
        assertThat(stamp.chain()).hasSize(2);
    }

    @Test
    void a_changed_time_stamp_is_none_or_shows_other_certificates() {
        byte[] token = services.token(new byte[32], NOW);
        TimeStamp whole = TimeStamp.read(token).orElseThrow();
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            assertThat(TimeStamp.read(changed).filter(stamp -> stamp.chain().equals(whole.chain())))
                    .as("byte " + i)
                    .isEmpty();
        }
    }

    @Test
    void a_request_that_is_none_is_answered_with_a_failure() throws Exception {
        assertThat(new TimeStampResponse(services.stamp(new byte[] {1, 2, 3}, NOW)).getStatus())
                .isEqualTo(2);
        TimeStampRequestGenerator weak = new TimeStampRequestGenerator();
        byte[] sha1 = weak.generate(TSPAlgorithms.SHA1, new byte[20]).getEncoded();
        assertThat(new TimeStampResponse(services.stamp(sha1, NOW)).getStatus()).isEqualTo(2);
    }

    @Test
    void a_question_that_is_none_is_answered_with_a_failure() throws Exception {
        assertThat(new OCSPResp(services.answer(new byte[] {1, 2, 3}, NOW)).getStatus())
                .isEqualTo(OCSPResp.MALFORMED_REQUEST);
    }

    @Test
    @Tag("foreign")
    void openssl_hears_good_of_what_was_issued_revoked_of_what_was_revoked_and_unknown_of_anything_else()
            throws Exception {
        Path issuing = Files.write(folder.resolve("issuing.pem"), pem(services.certificate(Rank.ISSUING)));
        Path root = Files.write(folder.resolve("root.pem"), pem(services.certificate(Rank.ROOT)));
        assertThat(heard(issuing, root, teacher.getSerialNumber())).contains(": good");
        assertThat(heard(issuing, root, teacher.getSerialNumber().add(BigInteger.ONE)))
                .contains(": unknown");
        revoked.add(new RevokedCertificate(teacher, NOW));
        assertThat(heard(issuing, root, teacher.getSerialNumber())).contains(": revoked");
    }

    private String heard(Path issuing, Path root, BigInteger serial) throws Exception {
        Path question = folder.resolve("question.der");
        Path answer = folder.resolve("answer.der");
        List<String> about = List.of("-issuer", issuing.toString(), "-serial", "0x" + serial.toString(16));
        openssl(about, "-no_nonce", "-reqout", question.toString());
        Files.write(answer, services.answer(Files.readAllBytes(question), NOW));
        return openssl(
                about,
                "-no_nonce",
                "-respin",
                answer.toString(),
                "-CAfile",
                root.toString(),
                "-attime",
                Long.toString(NOW.getEpochSecond()));
    }

    private static String openssl(List<String> about, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl", "ocsp"));
        command.addAll(about);
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static byte[] pem(byte[] der) {
        return ("-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void a_node_with_a_public_address_is_named_in_its_certificates() throws Exception {
        assertThat(new String(
                        new JcaX509CertificateHolder(teacher)
                                .getExtension(Extension.cRLDistributionPoints)
                                .getExtnValue()
                                .getOctets(),
                        java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("https://register.example/pki/issuing.crl");
    }

    @Test
    void an_authority_made_before_there_was_a_list_of_the_root_still_stamps() throws IOException {
        Files.delete(folder.resolve("keys/root.crl"));
        DemoServices old = DemoKeys.servicesIn(folder.resolve("keys"), List::of, NOW);

        assertThat(old.revoked(Rank.ROOT, NOW)).isEmpty();
        assertThat(TimeStamp.read(old.token(new byte[32], NOW))).isPresent();
    }

    /// What openssl says of it, by files as a stranger would have them.
    @Nested
    @Tag("foreign")
    class To_openssl {
        @BeforeEach
        void as_files() throws Exception {
            Files.write(folder.resolve("root.crt"), services.certificate(Rank.ROOT));
            Files.write(folder.resolve("issuing.crt"), services.certificate(Rank.ISSUING));
            Files.write(folder.resolve("teacher.crt"), teacher.getEncoded());
            run("openssl x509 -inform DER -in root.crt -out root.pem");
            run("openssl x509 -inform DER -in issuing.crt -out issuing.pem");
            run("openssl x509 -inform DER -in teacher.crt -out teacher.pem");
            run("cat issuing.pem root.pem > chain.pem");
        }

        @Test
        void a_time_stamp_is_one() throws Exception {
            Files.writeString(folder.resolve("what.txt"), "học bạ");
            run("openssl ts -query -data what.txt -sha256 -cert -out what.tsq");
            Files.write(
                    folder.resolve("what.tsr"), services.stamp(Files.readAllBytes(folder.resolve("what.tsq")), NOW));

            assertThat(run("openssl ts -verify -queryfile what.tsq -in what.tsr -CAfile chain.pem"))
                    .contains("Verification: OK");
            Files.writeString(folder.resolve("other.txt"), "học bạ khác");
            assertThat(run("openssl ts -verify -data other.txt -in what.tsr -CAfile chain.pem"))
                    .contains("Verification: FAILED");
        }

        @Test
        void the_responder_says_good_and_after_the_revocation_revoked() throws Exception {
            assertThat(asked()).contains("Response verify OK", "teacher.pem: good");
            revoked.add(new RevokedCertificate(teacher, NOW.minusSeconds(60)));
            assertThat(asked()).contains("Response verify OK", "teacher.pem: revoked");
        }

        private String asked() throws Exception {
            run("openssl ocsp -issuer issuing.pem -cert teacher.pem -no_nonce -reqout q.der");
            byte[] answer = services.answer(Files.readAllBytes(folder.resolve("q.der")), NOW);
            assertThat(((BasicOCSPResp) new OCSPResp(answer).getResponseObject()).getResponses())
                    .hasSize(1);
            Files.write(folder.resolve("a.der"), answer);
            return run("openssl ocsp -issuer issuing.pem -cert teacher.pem -no_nonce -respin a.der -CAfile chain.pem");
        }

        @Test
        void the_lists_cover_every_certificate_and_name_whom_was_revoked() throws Exception {
            assertThat(checked()).contains("teacher.pem: OK");
            revoked.add(new RevokedCertificate(teacher, NOW.minusSeconds(60)));
            assertThat(checked()).contains("certificate revoked");
        }

        private String checked() throws Exception {
            Files.write(
                    folder.resolve("root.crl"), services.revoked(Rank.ROOT, NOW).orElseThrow());
            Files.write(
                    folder.resolve("issuing.crl"),
                    services.revoked(Rank.ISSUING, NOW).orElseThrow());
            run("openssl crl -inform DER -in root.crl -out crls.pem");
            run("openssl crl -inform DER -in issuing.crl >> crls.pem");
            return run(
                    "openssl verify -crl_check_all -CRLfile crls.pem -CAfile root.pem -untrusted issuing.pem teacher.pem");
        }

        private String run(String command) throws Exception {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        }
    }
}
