package org.matricula.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.matricula.registry.signing.TestSealKey.NOW;
import static org.matricula.registry.signing.TestSealKey.SCHOOL;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.law.testing.signing.Hold;
import org.matricula.law.testing.signing.TestSigningService;
import org.matricula.law.testing.signing.Trouble;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Signer.SigningFailed;
import org.matricula.verifier.signature.Signer.SigningFailed.Reason;

/// A key at a remote signing service. The service is a real one on this machine, with real keys, that fails when told.
class RemoteSignerTest {
    private static final String SEAL = "GX0112348";
    private static final String PIN = "12345678";
    private static final TestSealKey KEY = TestSealKey.elliptic();

    private final TestSigningService service = TestSigningService.start().holding(SEAL, KEY.key(), KEY.chain(), PIN);

    @AfterEach
    void close() {
        service.close();
    }

    private Signer signer() {
        return signer(SEAL, PIN, Duration.ofSeconds(20));
    }

    private Signer signer(String credential, String pin, Duration patience) {
        RemoteService remote = new RemoteService(
                service.address(), TestSigningService.CLIENT, TestSigningService.SECRET, Optional.empty(), patience);
        return RemoteSigner.open(new RemoteClient(remote), credential, pin);
    }

    private static List<byte[]> digests(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] digest = new byte[32];
                    digest[0] = (byte) i;
                    digest[31] = 7;
                    return digest;
                })
                .toList();
    }

    private static void assertVerify(Signer signer, List<byte[]> digests, List<byte[]> values) {
        List<X509Certificate> chain = new ArrayList<>(List.of(signer.certificate()));
        chain.addAll(signer.chain());
        CertifiedKey key = CertifiedKey.of(chain, "the key");
        assertThat(values).hasSameSizeAs(digests);
        for (int i = 0; i < values.size(); i++) {
            assertThat(key.verifies(digests.get(i), values.get(i)))
                    .as("value " + i)
                    .isTrue();
        }
    }

    private static Reason reason(Signer signer) {
        return failure(signer).reason();
    }

    private static SigningFailed failure(Signer signer) {
        SigningFailed failed = catchThrowableOfType(SigningFailed.class, () -> signer.sign(digests(3)));
        assertThat(failed).isNotNull();
        assertThat(failed.getMessage()).doesNotContain(PIN).doesNotContain(TestSigningService.SECRET);
        return failed;
    }

    @Nested
    class A_service_that_works {
        @Test
        void signs_a_class_in_order() {
            Signer signer = signer();

            assertVerify(signer, digests(40), signer.sign(digests(40)));
            assertThat(signer.chain())
                    .as("the authority above, without the root")
                    .hasSize(1);
            assertThat(service.asked())
                    .containsExactly(
                            "info", "oauth2/token", "credentials/info", "credentials/authorize", "signatures/signHash");
        }

        @Test
        void signs_with_rsa_too() throws Exception {
            TestSealKey rsa = TestSealKey.rsa(2048);
            service.holding("rsa", rsa.key(), rsa.chain(), "");
            Signer signer = signer("rsa", "", Duration.ofSeconds(20));

            assertThat(signer.algorithm()).isEqualTo(Signer.Algorithm.RSA_SHA256);
            assertVerify(signer, digests(3), signer.sign(digests(3)));
        }

        @Test
        void is_asked_for_no_more_at_once_than_one_authorisation_covers() {
            service.atMost(15);
            Signer signer = signer();

            assertVerify(signer, digests(40), signer.sign(digests(40)));
            assertThat(Collections.frequency(service.asked(), "credentials/authorize"))
                    .isEqualTo(3);
        }

        @Test
        void is_shown_a_new_token_when_it_no_longer_knows_the_old_one() {
            Signer signer = signer();
            signer.sign(digests(1));
            service.forgetTokens();

            assertVerify(signer, digests(2), signer.sign(digests(2)));
            assertThat(Collections.frequency(service.asked(), "oauth2/token")).isEqualTo(2);
        }

        @Test
        void signs_for_several_people_at_once() throws Exception {
            Signer signer = signer();
            List<Callable<List<byte[]>>> many = Collections.nCopies(8, () -> signer.sign(digests(5)));

            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<List<byte[]>> each : threads.invokeAll(many)) {
                    assertVerify(signer, digests(5), each.get());
                }
            }
        }

        @Test
        void may_take_its_time_for_each_value() {
            AtomicInteger seconds = new AtomicInteger();
            service.pace(() -> seconds.addAndGet(2));
            Signer signer = signer();

            assertVerify(signer, digests(40), signer.sign(digests(40)));
            assertThat(seconds).hasValue(80);
        }

        @Test
        void is_waited_for_while_its_holder_thinks() throws Exception {
            Signer signer = signer();
            Hold hold = service.hold();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<List<byte[]>> values = threads.submit(() -> signer.sign(digests(2)));
                hold.reached();
                assertThat(values.isDone()).isFalse();
                hold.release();
                assertVerify(signer, digests(2), values.get());
            }
        }
    }

    @Nested
    class A_service_that_fails {
        @ParameterizedTest
        @CsvSource({
            "REFUSES, REFUSED",
            "LOCKS, LOCKED",
            "FAILS, UNREACHABLE",
            "CUTS, UNREACHABLE",
            "FLOODS, UNREACHABLE",
            "BABBLES, BROKEN",
            "REDIRECTS, BROKEN",
            "MISSIGNS, BROKEN",
            "GIVES_TOO_FEW, BROKEN",
            "GIVES_TOO_MANY, BROKEN"
        })
        void says_what_its_user_can_do_about_it(Trouble trouble, Reason reason) {
            Signer signer = signer();
            service.now(trouble);

            assertThat(failure(signer)).extracting(SigningFailed::reason).isEqualTo(reason);
        }

        @Test
        void by_silence_is_not_waited_for_longer_than_it_was_given() {
            Signer signer = signer(SEAL, PIN, Duration.ofMillis(300));
            service.now(Trouble.STAYS_SILENT);

            assertThat(failure(signer))
                    .hasMessageContaining("did not answer")
                    .extracting(SigningFailed::reason)
                    .isEqualTo(Reason.UNREACHABLE);
        }

        @Test
        void by_not_being_there_can_be_asked_again_later() {
            Signer signer = signer();
            service.close();

            assertThat(failure(signer))
                    .hasMessageContaining("127.0.0.1")
                    .extracting(SigningFailed::reason)
                    .isEqualTo(Reason.UNREACHABLE);
        }

        @ParameterizedTest
        @EnumSource(names = {"FAILS", "CUTS", "GIVES_TOO_FEW", "MISSIGNS", "REFUSES"})
        void in_the_middle_of_a_class_gives_nothing_and_works_at_the_next_press(Trouble trouble) {
            service.atMost(10).from(23, trouble);
            Signer signer = signer();

            assertThatThrownBy(() -> signer.sign(digests(40))).isInstanceOf(SigningFailed.class);

            service.recover();
            assertVerify(signer, digests(40), signer.sign(digests(40)));
        }

        @Test
        void by_refusing_is_quoted_on_one_line() {
            Signer signer = signer();
            service.now(Trouble.REFUSES);

            assertThat(failure(signer)).hasMessageContaining("access_denied The holder said no");
        }
    }

    @Nested
    class A_wrong_pin {
        @Test
        void is_sent_once_and_never_again_by_itself() {
            Signer signer = signer(SEAL, "0000", Duration.ofSeconds(20));

            assertThat(reason(signer)).isEqualTo(Reason.LOCKED);
            assertThat(failure(signer)).hasMessageContaining("not asked again");
            assertThat(Collections.frequency(service.asked(), "credentials/authorize"))
                    .isOne();
        }

        @Test
        void does_not_keep_the_right_one_out() {
            assertThat(reason(signer(SEAL, "0000", Duration.ofSeconds(20)))).isEqualTo(Reason.LOCKED);
            Signer signer = signer();

            assertVerify(signer, digests(1), signer.sign(digests(1)));
        }

        @Test
        void that_has_locked_the_key_keeps_the_right_one_out() {
            for (int i = 0; i < 3; i++) {
                assertThat(reason(signer(SEAL, "0000", Duration.ofSeconds(20)))).isEqualTo(Reason.LOCKED);
            }

            assertThat(reason(signer())).isEqualTo(Reason.LOCKED);
        }
    }

    @Nested
    class A_key_that_cannot_be_used {
        @Test
        void is_named_when_the_service_does_not_know_it() {
            assertThatThrownBy(() -> signer("nobody", PIN, Duration.ofSeconds(20)))
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("'nobody'")
                    .hasMessageContaining("Invalid parameter credentialID");
        }

        @Test
        void is_named_when_its_holder_has_to_visit_the_service_for_each_use() {
            service.authorisingBy("oauth2code");

            assertThatThrownBy(RemoteSignerTest.this::signer)
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("'oauth2code'")
                    .hasMessageContaining("choose a key with a PIN");
        }

        @Test
        void is_named_when_it_is_too_short() throws Exception {
            TestSealKey weak = TestSealKey.rsa(1024);
            service.holding("weak", weak.key(), weak.chain(), "");

            assertThatThrownBy(() -> signer("weak", "", Duration.ofSeconds(20)))
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("2048");
        }

        @Test
        void is_at_a_service_that_speaks_another_version() {
            service.speaking("1.0.4.0");

            assertThatThrownBy(RemoteSignerTest.this::signer)
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("'1.0.4.0'");
        }
    }

    @Nested
    class The_address_of_a_service {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://sign.example/csc/v2",
                    "ftp://sign.example",
                    "http://127.example.org/csc/v2",
                    "https:///csc/v2",
                    "sign.example",
                    "http://localhost.example/csc/v2"
                })
        void is_refused_where_others_could_listen(String address) {
            assertThatThrownBy(() ->
                            new RemoteService(URI.create(address), "a", "b", Optional.empty(), RemoteService.PATIENCE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("https://");
        }
    }

    @Nested
    class In_a_folder_of_keys {
        @TempDir
        Path folder;

        private KeyDirectory keys() {
            return KeyDirectory.open(folder, Map.of());
        }

        @Test
        void the_seal_may_be_at_a_service() {
            service.describe(folder, "school", SEAL, 20);
            Signer seal = keys().signer(KeyRole.SCHOOL, SCHOOL.name(), SCHOOL.code(), NOW);

            assertVerify(seal, digests(2), seal.sign(digests(2)));
        }

        @Test
        void a_key_of_another_name_is_not_taken() {
            service.describe(folder, "principal", SEAL, 20);

            assertThatThrownBy(() -> keys().signer(KeyRole.PRINCIPAL, "Lê Thị Mai", "", NOW))
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("it is the key of " + SCHOOL.name());
        }

        @Test
        void a_service_that_cannot_be_reached_is_not_the_same_as_no_key() {
            service.describe(folder, "school", SEAL, 20);
            service.close();

            assertThat(catchThrowableOfType(
                                    SigningFailed.class,
                                    () -> keys().signer(KeyRole.SCHOOL, SCHOOL.name(), SCHOOL.code(), NOW))
                            .reason())
                    .isEqualTo(Reason.UNREACHABLE);
        }

        @Test
        void a_service_that_does_not_answer_is_left_alone_for_a_while() {
            service.describe(folder, "school", SEAL, 20);
            service.down(true);
            KeyDirectory keys = keys();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> keys.signer(KeyRole.SCHOOL, SCHOOL.name(), SCHOOL.code(), NOW))
                        .isInstanceOf(SigningFailed.class);
            }

            assertThat(service.asked()).containsExactly("info");
        }

        @Test
        void a_file_that_names_its_institution_is_not_asked_for_another() throws IOException {
            service.describe(folder, "school", SEAL, 20);
            Files.writeString(
                    folder.resolve("school.csc"),
                    Files.readString(folder.resolve("school.csc")) + "institution = VN-79-0042\n");

            assertThatThrownBy(() -> keys().signer(KeyRole.SCHOOL, "", "VN-01-0001", NOW))
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("another institution");
            assertThat(service.asked()).isEmpty();
        }

        @Test
        void a_missing_pin_is_asked_for_before_anything_is_signed() throws IOException {
            service.describe(folder, "school", SEAL, 20);
            Files.writeString(folder.resolve("keys.properties"), "secret.school = " + TestSigningService.SECRET);

            assertThatThrownBy(() -> keys().signer(KeyRole.SCHOOL, "", "", NOW))
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("pin.school = ...");
        }

        @Test
        void the_password_of_files_is_not_tried_as_a_pin() throws IOException {
            service.describe(folder, "school", SEAL, 20);
            Files.writeString(
                    folder.resolve("keys.properties"),
                    "password = " + PIN + "\nsecret.school = " + TestSigningService.SECRET);

            assertThatThrownBy(() -> keys().signer(KeyRole.SCHOOL, "", "", NOW))
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining("pin.school = ...");
        }

        @Test
        void the_pin_and_the_secret_may_come_from_the_environment() throws IOException {
            service.describe(folder, "school", SEAL, 20);
            Files.delete(folder.resolve("keys.properties"));
            Signer seal = KeyDirectory.open(
                            folder,
                            Map.of("MATRICULA_KEYS_PIN", PIN, "MATRICULA_KEYS_SECRET", TestSigningService.SECRET))
                    .signer(KeyRole.SCHOOL, "", "", NOW);

            assertVerify(seal, digests(1), seal.sign(digests(1)));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "credential = X | lacks the line 'service = ...'",
                    "service = https://sign.example/csc/v2 | lacks the line 'credential = ...'",
                    "service = http://sign.example/csc/v2 | begins with https://",
                    "sevrice = https://sign.example/csc/v2 | lines that mean nothing: sevrice",
                    "timeout = soon | is no number",
                    "timeout = 0 | 1 to 300 seconds"
                })
        void a_file_that_says_something_wrong_says_what(String line, String words) throws IOException {
            String rest = line.startsWith("timeout") ? "service = https://sign.example/csc/v2\ncredential = X\n" : "";
            Files.writeString(folder.resolve("school.csc"), rest + line);
            Files.writeString(folder.resolve("keys.properties"), "secret.school = x");

            assertThatThrownBy(() -> keys().signer(KeyRole.SCHOOL, "", "", NOW))
                    .isInstanceOf(KeyProblem.class)
                    .hasMessageContaining(words);
        }
    }
}
