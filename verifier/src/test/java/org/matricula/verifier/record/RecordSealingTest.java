package org.matricula.verifier.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.State;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.testing.SampleSchool;
import org.matricula.verifier.testing.TestPki;

class RecordSealingTest {
    private static final SampleSchool SCHOOL = SampleSchool.of(TestPki.create("Kit"));
    private static final Instant DAY_1 = Instant.parse("2026-05-25T02:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-05-26T02:00:00Z");
    private static final Instant DAY_3 = Instant.parse("2026-05-27T02:00:00Z");

    private RecordSealing record;

    @BeforeEach
    void prepare() {
        record = RecordSealing.prepare(SCHOOL.record("HB-1", "Phạm Gia Bảo", "9"));
    }

    private void subjects() {
        SCHOOL.act("MATHEMATICS", DAY_1, act -> act.subject(record, "subject.MATHEMATICS"));
        SCHOOL.act("VIETNAMESE", DAY_1, act -> act.subject(record, "subject.VIETNAMESE"));
    }

    private static List<String> keys(RecordSealing record) {
        return record.signatures().stream().map(RecordSignature::key).toList();
    }

    @Nested
    class Signing_in_order {
        @Test
        void opens_each_stage_when_the_one_before_is_complete() {
            assertThat(record.open()).containsExactly("subject.MATHEMATICS", "subject.VIETNAMESE");
            subjects();
            assertThat(record.open()).containsExactly("HOMEROOM");
            SCHOOL.act("HOMEROOM", DAY_2, act -> act.homeroom(record));
            assertThat(record.open()).containsExactly("HEAD");
            SCHOOL.act("HEAD", DAY_2, act -> act.head(record));
            assertThat(record.open()).containsExactly("SEAL");
            SCHOOL.act("SEAL", DAY_3, act -> act.seal(record, SampleSchool.ISSUE));
            assertThat(record.open()).isEmpty();
            assertThat(record.sealed()).isTrue();
        }

        @Test
        void refuses_whoever_comes_too_early() {
            assertThatThrownBy(() -> SCHOOL.act("HOMEROOM", DAY_1, act -> act.homeroom(record)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("subject.MATHEMATICS");
            assertThatThrownBy(() -> SCHOOL.act("SEAL", DAY_1, act -> act.seal(record, SampleSchool.ISSUE)))
                    .isInstanceOf(IllegalStateException.class);
        }

        @Test
        void refuses_a_time_before_that_of_a_signature_it_covers() {
            subjects();
            assertThatThrownBy(() -> SCHOOL.act("HOMEROOM", DAY_1.minusSeconds(1), act -> act.homeroom(record)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("signed later");
        }

        @Test
        void refuses_to_sign_twice() {
            subjects();
            assertThatThrownBy(
                            () -> SCHOOL.act("MATHEMATICS", DAY_1, act -> act.subject(record, "subject.MATHEMATICS")))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class One_act_over_a_class {
        @Test
        void takes_all_digests_to_the_key_at_once() {
            List<RecordSealing> pupils = new ArrayList<>();
            for (int i = 0; i < 35; i++) {
                pupils.add(RecordSealing.prepare(SCHOOL.record("HB-" + i, "Học sinh " + i, "8")));
            }
            Signer key = SCHOOL.keys().get("MATHEMATICS");
            SigningAct act = new SigningAct(SignerIdentity.of(key), DAY_1);
            pupils.forEach(pupil -> act.subject(pupil, "subject.MATHEMATICS"));

            assertThat(act.digests()).hasSize(35).doesNotHaveDuplicates();
            act.accept(key.sign(act.digests()));
            assertThat(pupils).allSatisfy(pupil -> assertThat(keys(pupil)).containsExactly("subject.MATHEMATICS"));
        }

        @Test
        void changes_nothing_when_the_key_fails() {
            SigningAct act = new SigningAct(SignerIdentity.of(SCHOOL.keys().get("MATHEMATICS")), DAY_1)
                    .subject(record, "subject.MATHEMATICS");
            byte[] before = record.toBytes();
            assertThatThrownBy(() -> act.accept(List.of())).isInstanceOf(UnwritableRecord.class);
            assertThatThrownBy(() -> act.accept(List.of(new byte[71]))).isInstanceOf(UnwritableRecord.class);
            assertThat(record.toBytes()).isEqualTo(before);
        }

        @Test
        void prepares_the_same_digest_again_after_a_crash() {
            SignerIdentity signer = SignerIdentity.of(SCHOOL.keys().get("MATHEMATICS"));
            RecordSealing again = RecordSealing.prepare(record.content());
            assertThat(new SigningAct(signer, DAY_1)
                            .subject(record, "subject.MATHEMATICS")
                            .digests()
                            .getFirst())
                    .isEqualTo(new SigningAct(signer, DAY_1)
                            .subject(again, "subject.MATHEMATICS")
                            .digests()
                            .getFirst());
        }
    }

    @Nested
    class Over_days {
        @Test
        void a_half_signed_record_is_a_file_and_is_taken_up_again_from_it() {
            SCHOOL.act("MATHEMATICS", DAY_1, act -> act.subject(record, "subject.MATHEMATICS"));
            record = RecordSealing.resume(record.toBytes());
            assertThat(record.open()).containsExactly("subject.VIETNAMESE");
            SCHOOL.act("VIETNAMESE", DAY_1, act -> act.subject(record, "subject.VIETNAMESE"));
            record = RecordSealing.resume(record.toBytes());
            SCHOOL.act("HOMEROOM", DAY_2, act -> act.homeroom(record));
            record = RecordSealing.resume(record.toBytes());
            SCHOOL.act("HEAD", DAY_2, act -> act.head(record));
            record = RecordSealing.resume(record.toBytes());
            SCHOOL.act("SEAL", DAY_3, act -> act.seal(record, SampleSchool.ISSUE));

            byte[] file = record.toBytes();
            assertThat(Verifier.verify(file, SCHOOL.trust(), DAY_3).state()).isEqualTo(State.GENUINE);
            assertThat(RecordSealing.resume(file).toBytes()).isEqualTo(file);
            assertThat(RecordSealing.resume(file).issue()).contains(SampleSchool.ISSUE);
        }

        @Test
        void a_file_that_was_changed_meanwhile_is_not_taken_up() {
            subjects();
            byte[] file = new String(record.toBytes(), StandardCharsets.UTF_8)
                    .replace(">9<", ">10<")
                    .getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> RecordSealing.resume(file))
                    .isInstanceOf(UnwritableRecord.class)
                    .hasMessageContaining("changed");
        }
    }

    @Nested
    class A_copy_that_is_signed_elsewhere {
        private RecordSealing copy;

        @BeforeEach
        void mathematics_is_signed_on_a_copy() {
            copy = RecordSealing.resume(record.toBytes());
            SCHOOL.act("MATHEMATICS", DAY_1, act -> act.subject(copy, "subject.MATHEMATICS"));
        }

        @Test
        void gives_its_signature_to_the_record_whoever_else_signed_that_meanwhile() {
            SCHOOL.act("VIETNAMESE", DAY_1, act -> act.subject(record, "subject.VIETNAMESE"));
            assertThat(record.takeOver("subject.MATHEMATICS", copy)).isTrue();
            assertThat(RecordSealing.resume(record.toBytes()).open()).containsExactly("HOMEROOM");
        }

        @Test
        void gives_it_once() {
            assertThat(record.takeOver("subject.MATHEMATICS", copy)).isTrue();
            assertThat(record.takeOver("subject.MATHEMATICS", copy)).isFalse();
        }

        @Test
        void gives_nothing_that_it_has_not() {
            assertThat(record.takeOver("subject.VIETNAMESE", copy)).isFalse();
        }

        @Test
        void gives_nothing_to_a_record_whose_mark_was_changed() {
            RecordSealing changed = RecordSealing.prepare(SCHOOL.record("HB-1", "Phạm Gia Bảo", "10"));
            assertThat(changed.takeOver("subject.MATHEMATICS", copy)).isFalse();
            assertThat(changed.signatures()).isEmpty();
        }

        @Test
        void gives_nothing_to_another_pupil_s_record() {
            RecordSealing other = RecordSealing.prepare(SCHOOL.record("HB-2", "Phạm Gia Bảo", "9"));
            assertThat(other.takeOver("subject.MATHEMATICS", copy)).isFalse();
        }

        @Test
        void gives_no_homeroom_signature_to_a_record_that_a_subject_s_teacher_signed_anew() {
            SCHOOL.act("VIETNAMESE", DAY_1, act -> act.subject(copy, "subject.VIETNAMESE"));
            SCHOOL.act("HOMEROOM", DAY_2, act -> act.homeroom(copy));
            SCHOOL.act("MATHEMATICS", DAY_2, act -> act.subject(record, "subject.MATHEMATICS"));
            SCHOOL.act("VIETNAMESE", DAY_1, act -> act.subject(record, "subject.VIETNAMESE"));
            assertThat(record.takeOver("HOMEROOM", copy)).isFalse();
        }
    }

    @Nested
    class A_change_after_signing {
        private RecordContent with(String blockId, String value) {
            RecordContent old = record.content();
            List<Block> blocks = old.blocks().stream()
                    .map(b -> b.id().equals(blockId)
                            ? new Block(b.id(), b.label(), b.by(), List.of(new Block.Field("mark", "Điểm", value)))
                            : b)
                    .toList();
            return new RecordContent(old.form(), old.id(), old.version(), old.issuer(), blocks);
        }

        @BeforeEach
        void everyone_but_the_seal_has_signed() {
            subjects();
            SCHOOL.act("HOMEROOM", DAY_2, act -> act.homeroom(record));
            SCHOOL.act("HEAD", DAY_2, act -> act.head(record));
        }

        @Test
        void of_a_subject_drops_its_teacher_the_homeroom_teacher_and_the_head() {
            assertThat(keys(record.changed(with("subject.MATHEMATICS", "10")))).containsExactly("subject.VIETNAMESE");
        }

        @Test
        void of_the_consolidation_drops_the_homeroom_teacher_and_the_head() {
            assertThat(keys(record.changed(with("year", "Chưa hoàn thành"))))
                    .containsExactly("subject.MATHEMATICS", "subject.VIETNAMESE");
        }

        @Test
        void of_what_only_the_head_signs_drops_the_head() {
            assertThat(keys(record.changed(with("closing", "Ở lại lớp"))))
                    .containsExactly("subject.MATHEMATICS", "subject.VIETNAMESE", "HOMEROOM");
        }

        @Test
        void that_changes_nothing_drops_nothing() {
            assertThat(record.changed(record.content()).toBytes()).isEqualTo(record.toBytes());
        }

        @Test
        void of_a_sealed_record_is_refused() {
            SCHOOL.act("SEAL", DAY_3, act -> act.seal(record, SampleSchool.ISSUE));
            assertThatThrownBy(() -> record.changed(with("year", "x"))).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void is_signed_again_by_those_who_are_missing_only() {
            record = record.changed(with("subject.MATHEMATICS", "10"));
            SCHOOL.act("MATHEMATICS", DAY_3, act -> act.subject(record, "subject.MATHEMATICS"));
            SCHOOL.act("HOMEROOM", DAY_3, act -> act.homeroom(record));
            SCHOOL.act("HEAD", DAY_3, act -> act.head(record));
            SCHOOL.act("SEAL", DAY_3, act -> act.seal(record, SampleSchool.ISSUE));
            assertThat(Verifier.verify(record.toBytes(), SCHOOL.trust(), DAY_3).state())
                    .isEqualTo(State.GENUINE);
        }
    }
}
