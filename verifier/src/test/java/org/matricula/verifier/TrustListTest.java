package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.merkle.TestSigner;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.TestPki;

class TrustListTest {
    private static final String SEAL = "ab".repeat(32);

    private static TrustList read(String json) {
        return TrustList.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String json, String words) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(TrustList.Unreadable.class)
                .hasMessageContaining(words);
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nested
    class A_list {
        @Test
        void that_is_written_is_read_again() {
            TrustList list = new TrustList(
                    true,
                    List.of(TestPki.create("Kit").root()),
                    List.of(new TrustList.Institution("A", List.of("Trường"), List.of(SEAL))));
            assertThat(TrustList.read(list.toJson())).isEqualTo(list);
            TrustList logged =
                    list.withLog(TestSigner.named("log.school/records").verifier());
            assertThat(TrustList.read(logged.toJson())).isEqualTo(logged);
            assertThat(logged.log("log.school/records")).isPresent();
        }

        @Test
        void that_demands_time_stamps_and_names_portals_is_read_again() {
            VerifierKey one = TestSigner.named("portal.school/verdicts").verifier();
            VerifierKey other = TestSigner.named("portal.other/verdicts").verifier();
            TrustList list = new TrustList(
                    false,
                    List.of(),
                    List.of(new TrustList.Institution(
                            "A", List.of("Trường"), List.of(), Optional.of(LocalDate.of(2026, 11, 1)))),
                    List.of(),
                    List.of(),
                    List.of(one, other));
            assertThat(TrustList.read(list.toJson())).isEqualTo(list);
        }

        @Test
        void demands_a_time_stamp_from_its_day_on() {
            TrustList.Institution from = read("{'version':1,'institutions':[{'code':'A','stampedFrom':'2026-11-01'}]}")
                    .institutions()
                    .getFirst();
            assertThat(from.demandsStamp(LocalDate.of(2026, 10, 31))).isFalse();
            assertThat(from.demandsStamp(LocalDate.of(2026, 11, 1))).isTrue();
            assertThat(from.demandsStamp(LocalDate.of(2026, 11, 2))).isTrue();
        }

        @Test
        void takes_from_a_register_what_it_says_of_institutions_that_are_trusted_and_nothing_else() {
            TrustList list = read("{'version':1,'institutions':[{'code':'A','names':['Trường'],'seals':['"
                    + "ab".repeat(32) + "']},{'code':'B','stampedFrom':'2026-11-01'}]}");
            VerifierKey portal = TestSigner.named("portal.school/verdicts").verifier();
            Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 12, 1));
            TrustList joined = list.withOwn(
                    List.of(
                            new TrustList.Institution(
                                    "A", List.of("Another name"), List.of("CD".repeat(32), SEAL), day),
                            new TrustList.Institution("B", List.of(), List.of(), day),
                            new TrustList.Institution("C", List.of("Stranger"), List.of(), day)),
                    List.of(portal));
            assertThat(joined.institutions())
                    .containsExactly(
                            new TrustList.Institution("A", List.of("Trường"), List.of(SEAL, "cd".repeat(32)), day),
                            new TrustList.Institution(
                                    "B", List.of(), List.of(), Optional.of(LocalDate.of(2026, 11, 1))));
            assertThat(joined.portals()).containsExactly(portal);
            assertThat(joined.withOwn(List.of(), List.of(portal)).portals()).containsExactly(portal);
        }

        @Test
        void that_names_no_log_is_as_readable_as_before_there_were_any() {
            assertThat(read("{'version':1,'anchors':[],'institutions':[]}").logs())
                    .isEmpty();
        }

        @Test
        void takes_names_as_records_hold_them_and_digests_in_either_case() {
            String decomposed = Normalizer.normalize("Trường Tiểu học", Normalizer.Form.NFD);
            TrustList list = read("{'version':1,'institutions':[{'code':'A','names':['" + decomposed + "'],'seals':['"
                    + "AB".repeat(32) + "']}]}");
            assertThat(list.institutions().getFirst().names()).containsExactly("Trường Tiểu học");
            assertThat(list.institutions().getFirst().seals()).containsExactly(SEAL);
        }

        @Test
        void takes_an_anchor_as_pem() {
            X509Certificate root = TestPki.create("Kit").root();
            String pem = "-----BEGIN CERTIFICATE-----\\n" + base64(root) + "\\n-----END CERTIFICATE-----\\n";
            assertThat(read("{'version':1,'anchors':['" + pem + "']}").anchors())
                    .containsExactly(root);
        }
    }

    @Nested
    class A_list_is_refused {
        @Test
        void when_it_is_not_one() {
            refused("", "not a JSON object");
            refused("[]", "not a JSON object");
            refused("{", "not JSON");
            refused("{'version':1}{'version':1}", "not JSON");
            refused("{'version':1,'version':1}", "not JSON");
            refused("{'version':1,'anchor':[]}", "unknown member 'anchor'");
        }

        @Test
        void when_its_version_is_another_or_missing() {
            refused("{}", "version 1");
            refused("{'version':2}", "version 1");
            refused("{'version':'1'}", "version 1");
            refused("{'version':1.5}", "version 1");
        }

        @Test
        void when_a_day_is_none_or_a_portal_is_no_key_or_there_twice() {
            refused("{'version':1,'institutions':[{'code':'A','stampedFrom':'1/11/2026'}]}", "not a day");
            refused("{'version':1,'institutions':[{'code':'A','stampedFrom':null}]}", "not a day");
            refused("{'version':1,'portals':['x']}", "a portal");
            String key = TestSigner.named("portal.school/verdicts").verifier().toString();
            refused("{'version':1,'portals':['" + key + "','" + key + "']}", "twice");
        }

        @Test
        void when_demo_is_not_said_plainly() {
            refused("{'version':1,'demo':'yes'}", "'demo'");
            refused("{'version':1,'demo':1}", "'demo'");
            refused("{'version':1,'demo':null}", "'demo'");
        }

        @Test
        void when_an_institution_is_listed_twice_or_has_no_code() {
            refused("{'version':1,'institutions':[{'code':'A'},{'code':'A'}]}", "'A' twice");
            refused("{'version':1,'institutions':[{'code':' '}]}", "no code");
            refused("{'version':1,'institutions':[{'code':42}]}", "no code");
            refused("{'version':1,'institutions':[7]}", "not a JSON object");
        }

        @Test
        void when_a_seal_is_not_a_digest() {
            refused("{'version':1,'institutions':[{'code':'A','seals':['AB:CD']}]}", "64 hexadecimal");
            refused("{'version':1,'institutions':[{'code':'A','seals':[1]}]}", "not text");
            refused("{'version':1,'institutions':[{'code':'A','seals':'x'}]}", "not a list");
        }

        @Test
        void when_a_log_is_listed_twice_or_cannot_be_read() {
            String key = TestSigner.named("log.school/records").verifier().toString();
            refused("{'version':1,'logs':['" + key + "','" + key + "']}", "'log.school/records' twice");
            refused("{'version':1,'logs':['" + key + "x']}", "a log of the trust list cannot be read");
            refused("{'version':1,'logs':[1]}", "not text");
        }

        @Test
        void when_an_anchor_is_not_exactly_one_certificate() {
            String root = base64(TestPki.create("Kit").root());
            byte[] two = new byte[Base64.getDecoder().decode(root).length + 1];
            System.arraycopy(Base64.getDecoder().decode(root), 0, two, 0, two.length - 1);
            refused("{'version':1,'anchors':['AAAA']}", "not a certificate");
            refused(
                    "{'version':1,'anchors':['" + Base64.getEncoder().encodeToString(two) + "']}",
                    "not exactly one certificate");
            refused(
                    "{'version':1,'anchors':['" + root.substring(0, 40) + "!" + root.substring(40) + "']}",
                    "not a certificate");
        }
    }
}
