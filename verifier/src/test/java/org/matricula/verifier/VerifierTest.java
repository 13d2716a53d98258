package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.verifier.Check.Result;
import org.matricula.verifier.pdf.PdfRejected;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.SampleSchool;
import org.matricula.verifier.testing.TestPki;
import org.matricula.verifier.testing.TestPki.Wanted;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifierTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    private TestPki pki;
    private SampleSchool school;
    private Verifier verifier;

    @BeforeAll
    void open() {
        pki = TestPki.create("Kit");
        school = SampleSchool.of(pki);
        verifier = Verifier.trusting(school.trust());
    }

    private Verdict verdict(byte[] bytes) {
        return verifier.verify(bytes, NOW);
    }

    private static byte[] replaced(byte[] file, String from, String to) {
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class A_sealed_record {
        @Test
        void is_genuine_with_every_check_made() {
            Verdict verdict = verdict(school.sealed());

            assertThat(verdict.state()).as(String.valueOf(verdict.checks())).isEqualTo(State.GENUINE);
            assertThat(verdict.trusted()).isTrue();
            assertThat(verdict.check(CheckId.REVOCATION).result()).isEqualTo(Result.NOT_APPLICABLE);
            assertThat(verdict.signers())
                    .extracting(Verdict.SignerSeen::name)
                    .containsExactly(
                            "Nguyễn Thị Hà", "Trần Văn Bình", "Trần Văn Bình", "Lê Thị Mai", SampleSchool.NAME);
            assertThat(verdict.content().orElseThrow().id()).isEqualTo("HB-2025-7QK4M2XN");
            assertThat(VerdictWords.in("en").headline(verdict))
                    .isEqualTo("Genuine: issued by Trường Tiểu học Hoa Sen, in effect from 2026-05-29; "
                            + "record HB-2025-7QK4M2XN, version 1.");
        }

        @Test
        void with_rsa_keys_is_genuine_too() {
            SampleSchool other = school.with(
                    "MATHEMATICS",
                    pki.issue(Wanted.person(SampleSchool.STAFF.get("MATHEMATICS"), SampleSchool.NAME, SampleSchool.CODE)
                            .algorithm("RSA-2048")));
            Verdict verdict = verdict(other.sealed());
            assertThat(verdict.state()).as(String.valueOf(verdict.checks())).isEqualTo(State.GENUINE);
        }

        @Test
        void cannot_be_judged_without_a_trust_list() {
            Verdict verdict = Verifier.verify(school.sealed(), TrustList.NONE, NOW);
            assertThat(verdict.state()).isEqualTo(State.COULD_NOT_CHECK);
            assertThat(verdict.check(CheckId.CERTIFICATE_CHAINS).result()).isEqualTo(Result.NOT_REACHED);
        }

        @Test
        void is_not_ours_for_a_register_with_other_roots() {
            Verdict verdict = Verifier.verify(
                    school.sealed(), SampleSchool.of(TestPki.create("Other")).trust(), NOW);
            assertThat(verdict.state()).isEqualTo(State.NOT_OURS);
            assertThat(verdict.check(CheckId.CERTIFICATE_CHAINS).result()).isEqualTo(Result.FAILED);
        }

        @Test
        void cannot_be_judged_when_a_certificate_asks_to_look_up_its_revocation() {
            SampleSchool other = school.with(
                    "SEAL",
                    pki.issue(Wanted.seal(SampleSchool.NAME, SampleSchool.CODE).crl("http://crl.test/x.crl")));
            Verdict verdict = verdict(other.sealed());
            assertThat(verdict.state()).isEqualTo(State.COULD_NOT_CHECK);
            assertThat(verdict.check(CheckId.REVOCATION).result()).isEqualTo(Result.NOT_REACHED);
        }
    }

    @Nested
    class A_changed_record {
        @Test
        void names_the_subject_whose_mark_was_changed_and_whose_signature_broke() {
            Verdict verdict = verdict(replaced(school.sealed(), "name=\"mark\">9<", "name=\"mark\">10<"));

            assertThat(verdict.state()).isEqualTo(State.ALTERED);
            assertThat(verdict.broken()).singleElement().satisfies(part -> {
                assertThat(part.label()).isEqualTo("Toán");
                assertThat(part.signers()).containsExactly("Nguyễn Thị Hà");
            });
            assertThat(VerdictWords.in("en").headline(verdict)).contains("Toán");
        }

        @Test
        void names_the_heading_when_only_the_head_had_signed_what_was_changed() {
            Verdict verdict = verdict(replaced(school.sealed(), "Được lên lớp", "Ở lại lớp"));
            assertThat(verdict.state()).isEqualTo(State.ALTERED);
            assertThat(verdict.broken())
                    .singleElement()
                    .satisfies(part -> assertThat(part.part()).isEqualTo("data"));
        }

        @Test
        void is_altered_at_any_byte_that_is_flipped() {
            byte[] good = school.sealed();
            Random random = new Random(7);
            for (int i = 0; i < 300; i++) {
                byte[] bad = good.clone();
                int at = i < 60 ? i : random.nextInt(good.length);
                bad[at] ^= (byte) (1 << random.nextInt(8));
                Verdict verdict = verdict(bad);
                assertThat(verdict.state()).as("byte " + at).isNotEqualTo(State.GENUINE);
                if (at > 60) {
                    assertThat(verdict.state()).as("byte " + at).isIn(State.ALTERED, State.NOT_OURS);
                }
            }
        }

        @Test
        void is_altered_wherever_it_is_cut_off() {
            byte[] good = school.sealed();
            for (int length = 45; length < good.length; length += 97) {
                Verdict verdict = verdict(Arrays.copyOf(good, length));
                assertThat(verdict.state()).as("length " + length).isEqualTo(State.ALTERED);
                assertThat(verdict.check(CheckId.STRUCTURE).details()).isNotEmpty();
            }
        }
    }

    @Nested
    class Any_bytes {
        @Test
        void get_a_verdict() {
            Random random = new Random(11);
            for (int i = 0; i < 300; i++) {
                byte[] bytes = new byte[random.nextInt(400)];
                random.nextBytes(bytes);
                if (i % 3 == 0 && bytes.length > 10) {
                    System.arraycopy(
                            "<record xmlns=\"urn:matricula:record:1\">".getBytes(StandardCharsets.US_ASCII),
                            0,
                            bytes,
                            0,
                            Math.min(39, bytes.length));
                }
                assertThat(verdict(bytes).state()).isNotEqualTo(State.GENUINE);
            }
        }

        @Test
        void that_are_nothing_could_not_be_checked() {
            assertThat(verdict(new byte[0]).state()).isEqualTo(State.COULD_NOT_CHECK);
        }

        @Test
        void that_are_another_xml_document_are_not_ours() {
            Verdict verdict = verdict("<a xmlns=\"urn:x\">hello</a>".getBytes(StandardCharsets.UTF_8));
            assertThat(verdict.state()).isEqualTo(State.NOT_OURS);
            assertThat(verdict.kind()).isEqualTo(Kind.OTHER_XML);
        }
    }

    @Nested
    class The_words {
        @Test
        void are_there_in_every_language_for_everything_that_can_be_said() {
            Set<String> english = null;
            for (String language : VerdictWords.LANGUAGES) {
                ResourceBundle bundle = ResourceBundle.getBundle(
                        "org.matricula.verifier.verdict",
                        language.equals("en") ? Locale.ROOT : Locale.of(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
                Set<String> keys = new TreeSet<>(bundle.keySet());
                english = english == null ? keys : english;
                assertThat(keys).as(language).isEqualTo(english);
                assertThat(bundle.getLocale().getLanguage()).isEqualTo(language.equals("en") ? "" : language);
            }
            assertThat(english)
                    .containsAll(
                            Stream.of(CheckId.values()).map(id -> "check." + id).toList())
                    .containsAll(Stream.of(Reading.Fault.values())
                            .map(fault -> "detail.structure-" + fault)
                            .toList())
                    .containsAll(Stream.of(PdfRejected.Fault.values())
                            .map(fault -> "detail.pdf-structure-" + fault)
                            .toList());
        }

        @Test
        void say_whose_part_it_is_and_not_how_the_file_calls_it() {
            Check.Detail order = Check.Detail.of("order", "HEAD", "2026-05-01", "SEAL", "2026-05-02");
            assertThat(VerdictWords.in("en").detail(order))
                    .isEqualTo("the head’s part is dated 2026-05-01, before the institution’s seal, dated 2026-05-02.");
            assertThat(VerdictWords.in("ru").detail(order)).contains("часть руководителя");
        }

        @Test
        void fill_every_blank_of_a_verdict() {
            for (String language : VerdictWords.LANGUAGES) {
                VerdictWords words = VerdictWords.in(language);
                for (byte[] file : List.of(
                        school.sealed(),
                        replaced(school.sealed(), ">9<", ">8<"),
                        "<x/>".getBytes(StandardCharsets.UTF_8))) {
                    Verdict verdict = verdict(file);
                    assertThat(words.headline(verdict)).doesNotContain("{");
                    verdict.signers()
                            .forEach(signer -> assertThat(words.signer(signer)).doesNotContain("{"));
                    for (Check check : verdict.checks()) {
                        assertThat(words.check(check.id())).isNotBlank();
                        check.details()
                                .forEach(detail ->
                                        assertThat(words.detail(detail)).doesNotContain("{"));
                    }
                }
            }
        }
    }
}
