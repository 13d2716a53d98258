package org.matricula.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.verifier.Check.Detail;
import org.matricula.verifier.Check.Result;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.TestLog;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.SampleSchool;
import org.matricula.verifier.testing.TestPdf;
import org.matricula.verifier.testing.TestPki;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogInclusionTest {
    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-06-20T08:00:00+07:00");
    private static final String ID = "HB-2025-7QK4M2XN";
    private static final String ORIGIN = "log.school/records";

    private SampleSchool school;
    private RecordSealing record;
    private byte[] xml;
    private LogProof proof;
    private TrustList trust;

    @BeforeAll
    void open() {
        school = SampleSchool.of(TestPki.create("Kit"));
        record = school.seal(school.record(ID, "Phạm Gia Bảo", "9"));
        xml = record.toBytes();
        TestLog log = TestLog.with(ORIGIN, 4).add(LoggedAct.ISSUE, ID, 1, xml);
        proof = log.proof();
        trust = school.trust().withLog(log.key());
    }

    private byte[] pdf(LogProof inside) {
        String json = new String(inside.toJson(), StandardCharsets.UTF_8);
        return TestPdf.of(xml, ID, 1, record.dataDigest())
                .metadata(packet -> packet.replace(
                        "</matricula:dataDigest>",
                        "</matricula:dataDigest><matricula:logProof>" + json + "</matricula:logProof>"))
                .sealed(school.keys().get("SEAL"));
    }

    private byte[] changed() {
        return new String(xml, StandardCharsets.UTF_8)
                .replace("name=\"mark\">9<", "name=\"mark\">8<")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Check inclusion(Verdict verdict) {
        return verdict.check(CheckId.LOG_INCLUSION);
    }

    private Verdict beside(LogProof what, TrustList trusted) {
        return Verifier.trusting(trusted).verify(xml, Optional.of(what), NOW);
    }

    @Nested
    class A_record_with_its_proof {
        @Test
        void is_genuine_and_the_verdict_says_where_in_which_log_it_stands() {
            for (Verdict verdict : new Verdict[] {beside(proof, trust), Verifier.verify(pdf(proof), trust, NOW)}) {
                assertThat(verdict.state()).as(String.valueOf(verdict.checks())).isEqualTo(State.GENUINE);
                assertThat(inclusion(verdict).result()).isEqualTo(Result.PASSED);
                assertThat(verdict.log()).hasValueSatisfying(entry -> {
                    assertThat(entry.origin()).isEqualTo(ORIGIN);
                    assertThat(entry.index()).isEqualTo(4);
                    assertThat(entry.treeSize()).isEqualTo(5);
                });
            }
        }

        @Test
        void is_judged_without_it_when_no_log_is_trusted() {
            Verdict verdict = beside(proof, school.trust());
            assertThat(verdict.state()).isEqualTo(State.GENUINE);
            assertThat(inclusion(verdict).result()).isEqualTo(Result.NOT_APPLICABLE);
            assertThat(inclusion(verdict).details()).containsExactly(Detail.of("log-none-trusted", ORIGIN));
            assertThat(verdict.log()).isEmpty();
        }

        @Test
        void of_which_the_one_inside_the_file_counts_before_the_one_beside_it() {
            LogProof foreign = TestLog.with("log.elsewhere/records", 4)
                    .add(LoggedAct.ISSUE, ID, 1, xml)
                    .proof();
            assertThat(Verifier.trusting(trust)
                            .verify(pdf(proof), Optional.of(foreign), NOW)
                            .state())
                    .isEqualTo(State.GENUINE);
            assertThat(Verifier.trusting(trust)
                            .verify(pdf(foreign), Optional.of(proof), NOW)
                            .state())
                    .isEqualTo(State.NOT_OURS);
        }
    }

    @Nested
    class A_reader_who_knows_a_newer_checkpoint {
        private Verdict knowing(Comparison.Known known) {
            return Verifier.trusting(trust).knowing(_ -> Optional.of(known)).verify(pdf(proof), NOW);
        }

        @Test
        void that_is_the_same_says_so_and_the_record_is_genuine() {
            Verdict verdict = knowing(Comparison.Known.of(proof.checkpoint()));
            assertThat(verdict.state()).isEqualTo(State.GENUINE);
            assertThat(verdict.newest())
                    .hasValueSatisfying(found -> assertThat(found.shows()).isEqualTo(Comparison.Shows.SAME));
            assertThat(inclusion(verdict).details()).contains(Detail.of("log-newest-SAME", 5, 5));
        }

        @Test
        void of_another_history_is_loud_and_keeps_both_states() {
            LogProof split = TestLog.with(ORIGIN, 3)
                    .add(LoggedAct.ISSUE, "HB-OTHER", 1, xml)
                    .add(LoggedAct.ISSUE, ID, 1, xml)
                    .proof();
            Verdict verdict = knowing(Comparison.Known.of(split.checkpoint()));
            assertThat(verdict.state()).isEqualTo(State.NOT_OURS);
            assertThat(inclusion(verdict).details()).contains(Detail.of("log-newest-SPLIT", 5, 5));
            assertThat(verdict.newest()).hasValueSatisfying(found -> {
                assertThat(found.file()).isEqualTo(proof.state());
                assertThat(found.known()).isEqualTo(split.state());
            });
        }

        @Test
        void that_the_log_did_not_sign_is_told_so() {
            LogProof foreign = TestLog.with("log.elsewhere/records", 5).proof();
            Verdict verdict = knowing(Comparison.Known.of(foreign.checkpoint()));
            assertThat(verdict.state()).isEqualTo(State.NOT_OURS);
            assertThat(inclusion(verdict).details()).contains(Detail.of("log-newest-unsigned", ORIGIN));
        }

        @Test
        void without_anything_between_the_two_is_told_that_nothing_was_compared() {
            LogProof later = TestLog.with(ORIGIN, 4)
                    .add(LoggedAct.ISSUE, ID, 1, xml)
                    .add(LoggedAct.ISSUE, "HB-OTHER", 1, xml)
                    .proof();
            Verdict verdict = knowing(Comparison.Known.of(later.checkpoint()));
            assertThat(verdict.state()).isEqualTo(State.GENUINE);
            assertThat(inclusion(verdict).details()).contains(Detail.of("log-newest-NOT_COMPARED", 5, 6));
        }
    }

    @Test
    void a_record_without_a_proof_is_genuine_and_the_check_says_that_it_was_not_made() {
        Verdict verdict = Verifier.verify(xml, trust, NOW);
        assertThat(verdict.state()).isEqualTo(State.GENUINE);
        assertThat(inclusion(verdict).details()).containsExactly(Detail.of("log-no-proof"));
    }

    @Test
    void an_altered_record_stays_altered_whatever_its_proof_is() {
        Verdict verdict = Verifier.trusting(trust).verify(changed(), Optional.of(proof), NOW);
        assertThat(verdict.state()).isEqualTo(State.ALTERED);
        assertThat(inclusion(verdict).details()).containsExactly(Detail.of("log-false", ORIGIN));
    }

    @Nested
    class A_register_that_was_asked {
        private Verdict genuine() {
            return beside(proof, trust);
        }

        private static String words(Verdict verdict) {
            return VerdictWords.in("en").headline(verdict);
        }

        @Test
        void makes_a_genuine_file_superseded_or_cancelled_and_says_since_when() {
            Verdict superseded = genuine().asRegistered(new Standing.Superseded(2, LATER));
            assertThat(superseded.state()).isEqualTo(State.SUPERSEDED);
            assertThat(words(superseded)).contains("version 2 on 2026-06-20");
            Verdict cancelled = genuine().asRegistered(new Standing.Cancelled(LATER, "Sai họ tên"));
            assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
            assertThat(words(cancelled)).contains("2026-06-20").contains("Sai họ tên");
        }

        @Test
        void leaves_a_file_genuine_that_is_in_force_or_not_its_own() {
            assertThat(genuine().asRegistered(new Standing.InForce()).state()).isEqualTo(State.GENUINE);
            assertThat(genuine().asRegistered(new Standing.Unknown()).state()).isEqualTo(State.GENUINE);
        }

        @Test
        void disowns_a_file_whose_number_stands_for_other_data() {
            Verdict verdict = genuine().asRegistered(new Standing.Different());
            assertThat(verdict.state()).isEqualTo(State.NOT_OURS);
            assertThat(words(verdict)).contains("other data under this number");
        }

        @Test
        void never_makes_a_file_better_than_its_own_checks() {
            Verdict altered = Verifier.verify(changed(), trust, NOW);
            Verdict unjudged = Verifier.verify(xml, TrustList.NONE, NOW);
            assertThat(unjudged.state()).isEqualTo(State.COULD_NOT_CHECK);
            assertThat(unjudged.asRegistered(new Standing.InForce()).state()).isEqualTo(State.COULD_NOT_CHECK);
            assertThat(unjudged.asRegistered(new Standing.Superseded(2, LATER)).state())
                    .isEqualTo(State.COULD_NOT_CHECK);
            assertThat(unjudged.asRegistered(new Standing.Cancelled(LATER, "x")).state())
                    .isEqualTo(State.CANCELLED);
            assertThat(altered.asRegistered(new Standing.Cancelled(LATER, "x")).state())
                    .isEqualTo(State.ALTERED);
        }
    }
}
