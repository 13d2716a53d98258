package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.simplereport.SimpleReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.law.testing.signing.SoftHsm;
import org.matricula.law.testing.signing.TestSigningService;
import org.matricula.law.testing.signing.Trouble;

/// `./matricula seal --keys DIR` where the seal of the school is not in a file: foreign programs find nothing special.
@Tag("foreign")
class KeysElsewhereTest {
    private static final String SEAL = "seal of Hoa Sen";

    @TempDir
    static Path demo;

    private static PrivateKey seal;
    private static List<X509Certificate> chain = List.of();

    @TempDir
    Path folder;

    private final TestSigningService service = TestSigningService.start();

    /// The keys of a demonstration, to be taken as real ones.
    @BeforeAll
    static void keys_are_made() throws Exception {
        SealedClass made = SealedClass.of(SealedClass.example("class-1b.xlsx"), demo.resolve("out"), demo);
        assertThat(made.status()).as(made.said()).isZero();
        Properties secrets = new Properties();
        try (InputStream in = Files.newInputStream(demo.resolve("demo-keys/keys.properties"))) {
            secrets.load(in);
        }
        char[] password = secrets.getProperty("password").toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(demo.resolve("demo-keys/school.p12"))) {
            store.load(in, password);
        }
        seal = (PrivateKey) store.getKey("key", password);
        chain = Stream.of(store.getCertificateChain("key"))
                .map((Certificate each) -> (X509Certificate) each)
                .toList();
    }

    @AfterEach
    void close() {
        service.close();
    }

    /// Those keys without the one of the seal.
    private Path keys() throws IOException {
        Path keys = Files.createDirectory(folder.resolve("keys"));
        try (Stream<Path> all = Files.list(demo.resolve("demo-keys"))) {
            for (Path each : all.filter(file -> !file.endsWith("school.p12")).toList()) {
                Files.copy(each, keys.resolve(each.getFileName()));
            }
        }
        return keys;
    }

    private SealedClass sealed(Path keys) {
        return SealedClass.of(
                SealedClass.example("class-1b.xlsx"),
                folder.resolve("out"),
                folder.resolve("data"),
                "--keys",
                keys.toString(),
                "--level",
                "B");
    }

    private void foreignersAgree(SealedClass sealed) throws Exception {
        assertThat(sealed.status()).as(sealed.said()).isZero();
        ForeignJudges judges = ForeignJudges.trusting(demo.resolve("demo-keys/trust.json"), folder);
        Path book = sealed.files(".xml").getFirst();
        int signatures = judges.xmlsec1(book);
        SimpleReport report = judges.dssWithoutRevocation(book);
        assertThat(report.getSignatureIdList())
                .hasSize(signatures)
                .allSatisfy(id -> assertThat(report.getIndication(id)).isEqualTo(Indication.TOTAL_PASSED));
        judges.pdfsigAndQpdf(sealed.files(".pdf").getFirst());
    }

    @Test
    void a_class_is_sealed_with_a_key_on_a_token() throws Exception {
        SoftHsm.ready().put(SEAL, seal, chain);
        Path keys = keys();
        Files.writeString(
                keys.resolve("school.pkcs11"),
                "library = %s\ntoken = %s\nkey = %s\n".formatted(SoftHsm.ready().library(), SoftHsm.TOKEN, SEAL));
        Path secrets = keys.resolve("keys.properties");
        Files.writeString(secrets, Files.readString(secrets) + "pin.school = " + SoftHsm.PIN + "\n");

        foreignersAgree(sealed(keys));
    }

    @Test
    void a_class_is_sealed_with_a_key_at_a_remote_signing_service() throws Exception {
        service.holding(SEAL, seal, chain, "12345678");
        Path keys = keys();
        service.describe(keys, "school", SEAL, 20);

        foreignersAgree(sealed(keys));
    }

    @Test
    void a_service_that_fails_in_the_middle_is_asked_again_by_the_same_command() throws Exception {
        service.holding(SEAL, seal, chain, "12345678").atMost(5).from(8, Trouble.FAILS);
        Path keys = keys();
        service.describe(keys, "school", SEAL, 20);
        SealedClass failed = sealed(keys);
        assertThat(failed.status()).isEqualTo(2);
        assertThat(failed.said()).contains("status 500").contains("run the same command again");

        service.recover();
        foreignersAgree(sealed(keys));
    }

    @Test
    void a_wrong_pin_is_not_to_be_tried_again() throws Exception {
        service.holding(SEAL, seal, chain, "12345678");
        Path keys = keys();
        service.describe(keys, "school", SEAL, 20);
        service.now(Trouble.LOCKS);

        SealedClass failed = sealed(keys);

        assertThat(failed.status()).isEqualTo(2);
        assertThat(failed.said()).contains("does not accept the PIN").doesNotContain("run the same command again");
    }
}
