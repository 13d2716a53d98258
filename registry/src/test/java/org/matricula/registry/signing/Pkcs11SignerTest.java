package org.matricula.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.matricula.registry.signing.TestSealKey.NOW;
import static org.matricula.registry.signing.TestSealKey.SCHOOL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.law.testing.signing.SoftHsm;
import org.matricula.verifier.signature.Signer;

/// A key on a PKCS #11 token. The token is SoftHSM 2, which we did not write.
@Tag("foreign")
class Pkcs11SignerTest {
    private static final SoftHsm HSM = SoftHsm.ready();
    private static final TestSealKey ELLIPTIC = TestSealKey.elliptic();

    @TempDir
    Path folder;

    @BeforeAll
    static void keys_are_on_the_token() throws Exception {
        HSM.put("seal", ELLIPTIC.key(), ELLIPTIC.chain());
        TestSealKey rsa = TestSealKey.rsa(2048);
        HSM.put("rsa", rsa.key(), rsa.chain().subList(0, 1));
        TestSealKey one = TestSealKey.elliptic();
        HSM.put("double", one.key(), one.chain().subList(0, 1));
        TestSealKey two = TestSealKey.elliptic();
        HSM.put("double", two.key(), two.chain().subList(0, 1));
        HSM.put("bare", TestSealKey.elliptic().key(), List.of());
        HSM.put(
                "mismatched",
                TestSealKey.elliptic().key(),
                TestSealKey.elliptic().chain().subList(0, 1));
        TestSealKey weak = TestSealKey.rsa(1024);
        HSM.put("weak", weak.key(), weak.chain().subList(0, 1));
    }

    private KeyDirectory keys(String key, String pin) throws IOException {
        return described("library = %s\ntoken = %s\nkey = %s\n".formatted(HSM.library(), SoftHsm.TOKEN, key), pin);
    }

    private KeyDirectory described(String lines, String pin) throws IOException {
        Files.writeString(folder.resolve("school.pkcs11"), lines);
        Files.writeString(folder.resolve("keys.properties"), "pin.school = " + pin + "\n");
        return KeyDirectory.open(folder, Map.of());
    }

    private static Signer seal(KeyDirectory keys) {
        return keys.signer(KeyRole.SCHOOL, SCHOOL.name(), SCHOOL.code(), NOW);
    }

    private static List<byte[]> digests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] digest = new byte[32];
                    digest[7] = (byte) i;
                    return digest;
                })
                .toList();
    }

    private static void assertVerify(Signer signer, List<byte[]> digests, List<byte[]> values) {
        CertifiedKey key = CertifiedKey.of(List.of(signer.certificate()), "the key");
        assertThat(values).hasSameSizeAs(digests);
        for (int i = 0; i < values.size(); i++) {
            assertThat(key.verifies(digests.get(i), values.get(i)))
                    .as("value " + i)
                    .isTrue();
        }
    }

    @Nested
    class A_token_with_the_seal {
        @ParameterizedTest
        @CsvSource({"seal, ECDSA_SHA256", "rsa, RSA_SHA256"})
        void signs_a_class_in_order(String key, Signer.Algorithm algorithm) throws IOException {
            Signer signer = seal(keys(key, SoftHsm.PIN));

            assertThat(signer.algorithm()).isEqualTo(algorithm);
            assertVerify(signer, digests(40), signer.sign(digests(40)));
        }

        @Test
        void gives_the_certificates_above_the_key_that_it_holds() throws IOException {
            assertThat(seal(keys("seal", SoftHsm.PIN)).chain())
                    .containsExactly(ELLIPTIC.chain().get(1));
        }

        @Test
        void is_helped_out_with_certificates_from_a_file() throws Exception {
            StringBuilder pem = new StringBuilder();
            for (X509Certificate each : ELLIPTIC.chain().subList(1, 3)) {
                pem.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder().encodeToString(each.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            Files.writeString(folder.resolve("above.pem"), pem);
            Signer signer = seal(described(
                    "library = %s\ntoken = %s\nkey = rsa\nchain = above.pem\n".formatted(HSM.library(), SoftHsm.TOKEN),
                    SoftHsm.PIN));

            assertThat(signer.chain())
                    .as("without the root")
                    .containsExactly(ELLIPTIC.chain().get(1));
        }

        @Test
        void is_found_by_its_slot_as_well() throws IOException {
            long slot = Pkcs11Library.load(HSM.library()).slots().stream()
                    .filter(each -> each.label().equals(SoftHsm.TOKEN))
                    .findFirst()
                    .orElseThrow()
                    .id();
            Signer signer = seal(
                    described("library = %s\nslot = %d\nkey = seal\n".formatted(HSM.library(), slot), SoftHsm.PIN));

            assertVerify(signer, digests(2), signer.sign(digests(2)));
        }

        @Test
        void signs_for_several_people_at_once() throws Exception {
            Signer signer = seal(keys("seal", SoftHsm.PIN));
            List<Callable<List<byte[]>>> many = Collections.nCopies(8, () -> signer.sign(digests(5)));

            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<List<byte[]>> each : threads.invokeAll(many)) {
                    assertVerify(signer, digests(5), each.get());
                }
            }
        }

        @Test
        void signs_on_after_it_has_forgotten_who_uses_it() throws Exception {
            Signer signer = seal(keys("seal", SoftHsm.PIN));
            signer.sign(digests(1));
            forgotten();

            assertVerify(signer, digests(3), signer.sign(digests(3)));
        }

        /// Logging out through any provider logs the whole process out.
        private static void forgotten() throws Exception {
            long slot = Pkcs11Library.load(HSM.library()).slots().stream()
                    .filter(each -> each.label().equals(SoftHsm.TOKEN))
                    .findFirst()
                    .orElseThrow()
                    .id();
            AuthProvider other = (AuthProvider) Security.getProvider("SunPKCS11")
                    .configure("--name=other\nlibrary=%s\nslot=%d\n".formatted(HSM.library(), slot));
            java.security.KeyStore.getInstance("PKCS11", other).load(null, SoftHsm.PIN.toCharArray());
            other.logout();
        }
    }

    @Nested
    class A_key_that_cannot_be_used_is_named_with_the_remedy {
        @Test
        void when_the_pin_is_wrong_which_is_not_tried_twice() throws Exception {
            A_token_with_the_seal.forgotten();
            KeyDirectory keys = keys("seal", "0000");

            assertThatThrownBy(() -> seal(keys))
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("does not accept the PIN")
                    .hasMessageContaining("locks itself")
                    .hasMessageNotContaining("0000");

            Files.writeString(folder.resolve("keys.properties"), "pin.school = " + SoftHsm.PIN);
            assertThatThrownBy(() -> seal(keys))
                    .as("until the register is started anew")
                    .isInstanceOf(KeyProblem.class);
            assertVerify(
                    seal(KeyDirectory.open(folder, Map.of())),
                    digests(1),
                    seal(KeyDirectory.open(folder, Map.of())).sign(digests(1)));
        }

        @Test
        void when_there_is_no_pin() throws IOException {
            KeyDirectory keys = keys("seal", SoftHsm.PIN);
            Files.writeString(folder.resolve("keys.properties"), "password = " + SoftHsm.PIN);

            assertThatThrownBy(() -> seal(KeyDirectory.open(folder, Map.of())))
                    .hasMessageContaining("pin.school = ...")
                    .hasMessageContaining("MATRICULA_KEYS_PIN");
            assertThat(seal(keys)).isNotNull();
        }

        @Test
        void when_the_library_is_missing() throws IOException {
            KeyDirectory keys = described("library = /nowhere/libtoken.so\ntoken = x\n", SoftHsm.PIN);

            assertThatThrownBy(() -> seal(keys)).hasMessageContaining("no PKCS #11 library at /nowhere/libtoken.so");
        }

        @Test
        void when_the_library_is_something_else() throws IOException {
            Files.writeString(folder.resolve("libtoken.so"), "hello");
            KeyDirectory keys =
                    described("library = %s\ntoken = x\n".formatted(folder.resolve("libtoken.so")), SoftHsm.PIN);

            assertThatThrownBy(() -> seal(keys)).hasMessageContaining("it is no library for this machine");
        }

        @Test
        void when_the_token_is_not_there() throws IOException {
            KeyDirectory keys = described("library = %s\ntoken = elsewhere\n".formatted(HSM.library()), SoftHsm.PIN);

            assertThatThrownBy(() -> seal(keys))
                    .hasMessageContaining("there is no token 'elsewhere'")
                    .hasMessageContaining("'Hoa Sen' in slot")
                    .hasMessageNotContaining("''");
        }

        @Test
        void when_two_tokens_share_the_label() throws IOException {
            KeyDirectory keys =
                    described("library = %s\ntoken = %s\n".formatted(HSM.library(), SoftHsm.TWINS), SoftHsm.PIN);

            assertThatThrownBy(() -> seal(keys)).hasMessageContaining("there are 2 tokens 'twins'");
        }

        @Test
        void when_neither_token_nor_slot_is_named() throws IOException {
            KeyDirectory keys = described("library = %s\n".formatted(HSM.library()), SoftHsm.PIN);

            assertThatThrownBy(() -> seal(keys)).hasMessageContaining("'token = <its label>' or by 'slot");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "nobody | no key with a certificate labelled 'nobody'",
                    "bare | no key with a certificate labelled 'bare'",
                    "double | the token has 2 keys labelled 'double'",
                    "weak | neither P-256 nor RSA of 2048 bits"
                })
        void when_the_key_is(String key, String words) throws IOException {
            KeyDirectory keys = keys(key, SoftHsm.PIN);

            assertThatThrownBy(() -> seal(keys)).isInstanceOf(KeyProblem.class).hasMessageContaining(words);
        }

        @Test
        void when_the_token_has_several_and_none_is_named() throws IOException {
            KeyDirectory keys =
                    described("library = %s\ntoken = %s\n".formatted(HSM.library(), SoftHsm.TOKEN), SoftHsm.PIN);

            assertThatThrownBy(() -> seal(keys)).hasMessageContaining("say 'key = <label>'");
        }

        @Test
        void when_key_and_certificate_do_not_belong_together() throws IOException {
            Signer signer = seal(keys("mismatched", SoftHsm.PIN));

            assertThat(catchThrowableOfType(Signer.SigningFailed.class, () -> signer.sign(digests(1)))
                            .reason())
                    .isEqualTo(Signer.SigningFailed.Reason.BROKEN);
        }
    }
}
