package org.matricula.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.verifier.merkle.Comparison.Known;
import org.matricula.verifier.merkle.Comparison.Shows;

class WitnessTest {
    private static final Instant AT = Instant.parse("2026-06-01T08:00:00.9Z");
    private static final SampleLog LOG = SampleLog.of("log.example/matricula", 13);
    private static final SampleLog FORGED = LOG.rewritten(5);

    private final WitnessSigner witness = TestSigner.witness("witness.example/w1");

    @Nested
    class A_cosignature {
        private final SignedNote note = LOG.checkpoint(13);
        private final SignedNote cosigned = note.with(List.of(witness.cosign(note, AT)));

        @Test
        void says_who_saw_the_checkpoint_when_and_leaves_the_log_s_own_signature_good() {
            SignedNote read = SignedNote.read(cosigned.toBytes());
            assertThat(witness.key().cosigned(read)).contains(Instant.parse("2026-06-01T08:00:00Z"));
            assertThat(read.signedBy(LOG.key())).isTrue();
            assertThat(read.signatures().getLast().value()).hasSize(72);
        }

        @Test
        void is_not_there_on_another_checkpoint_by_another_witness_or_under_another_name() {
            assertThat(witness.key().cosigned(note)).isEmpty();
            assertThat(TestSigner.witness("witness.example/w2").key().cosigned(cosigned))
                    .isEmpty();
            SignedNote moved = LOG.checkpoint(12).with(List.of(witness.cosign(note, AT)));
            assertThat(witness.key().cosigned(moved)).isEmpty();
        }

        @Test
        void with_another_time_no_time_or_half_a_value_is_false() {
            byte[] value = cosigned.signatures().getLast().value();
            for (int place : new int[] {0, 3, 7, 8, 71}) {
                byte[] changed = value.clone();
                changed[place] ^= 1;
                assertThat(witness.key().cosigned(note.with(List.of(line(changed)))))
                        .isEmpty();
            }
            assertThat(witness.key().cosigned(note.with(List.of(line(new byte[72])))))
                    .isEmpty();
            assertThat(witness.key().cosigned(note.with(List.of(line(new byte[8])))))
                    .isEmpty();
            assertThatThrownBy(() -> witness.cosign(note, Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void given_twice_counts_with_the_later_time_and_beside_a_false_one_not_at_all() {
            SignedNote.Signature later = witness.cosign(note, AT.plusSeconds(60));
            assertThat(witness.key().cosigned(cosigned.with(List.of(later))))
                    .contains(Instant.parse("2026-06-01T08:01:00Z"));
            assertThat(witness.key().cosigned(cosigned.with(List.of(line(new byte[72])))))
                    .isEmpty();
        }

        private SignedNote.Signature line(byte[] value) {
            return new SignedNote.Signature(witness.key().name(), witness.key().id(), value);
        }
    }

    @Nested
    class The_key_of_a_witness {
        @Test
        void is_written_and_read_with_a_number_of_its_own_kind() {
            assertThat(WitnessKey.read(witness.key().toString())).isEqualTo(witness.key());
            assertThat(witness.key().id())
                    .isNotEqualTo(
                            TestSigner.named("witness.example/w1").verifier().id());
        }

        @Test
        void of_a_witness_that_is_at_work_in_the_world_is_read() {
            String published =
                    "witness.navigli.sunlight.geomys.org+a3e00fe2+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G";
            assertThat(WitnessKey.read(published)).hasToString(published);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "a+b", "name+00000000+BNy/co4C1Hn1p+INwJrfUlgz7W55dSZReusH/GhUhJ/G", "a+00000000+AA=="})
        void that_is_none_is_refused(String text) {
            assertThatThrownBy(() -> WitnessKey.read(text)).isInstanceOf(Unreadable.class);
        }

        @Test
        void is_not_that_of_a_log_nor_the_other_way_round() {
            assertThatThrownBy(() -> WitnessKey.read(LOG.key().toString())).isInstanceOf(Unreadable.class);
            assertThatThrownBy(() -> VerifierKey.read(witness.key().toString())).isInstanceOf(Unreadable.class);
        }
    }

    @Nested
    class A_checkpoint_with_its_proof {
        private final CheckpointGrowth growth =
                new CheckpointGrowth(8, ConsistencyProof.make(8, 13, LOG.tree()), LOG.checkpoint(13));

        @Test
        void is_written_as_the_request_to_a_witness_and_read_again() {
            String text = new String(growth.toBytes(), StandardCharsets.UTF_8);
            assertThat(text).startsWith("old 8\n").contains("=\n\nlog.example/matricula\n13\n");
            assertThat(CheckpointGrowth.read(growth.toBytes())).isEqualTo(growth);
            CheckpointGrowth first = new CheckpointGrowth(0, List.of(), LOG.checkpoint(13));
            assertThat(CheckpointGrowth.read(first.toBytes())).isEqualTo(first);
        }

        @ParameterizedTest
        @ValueSource(strings = {"old 08\n", "old -1\n", "new 8\n", "old 8\r\n", "old  8\n", "old 8\nAAAA\n", "old\n"})
        void of_another_form_is_refused(String begin) {
            byte[] bytes = (begin + "\n" + new String(LOG.checkpoint(13).toBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> CheckpointGrowth.read(bytes)).isInstanceOf(Unreadable.class);
        }

        @Test
        void with_more_hashes_than_a_tree_is_high_is_refused() {
            List<Hash> long63 = java.util.Collections.nCopies(64, LOG.root());
            assertThatThrownBy(() -> new CheckpointGrowth(8, long63, LOG.checkpoint(13)))
                    .isInstanceOf(Unreadable.class);
        }
    }

    @Nested
    class Two_checkpoints_of_one_log {
        private final Checkpoint eight = state(LOG, 8);

        private static Checkpoint state(SampleLog log, int size) {
            return Checkpoint.read(log.checkpoint(size).text());
        }

        private static Known with(SampleLog log, int size, boolean live) {
            return new Known(
                    log.checkpoint(size), from -> Optional.of(Comparison.Proof.in(log.tree(), from, size)), live);
        }

        @Test
        void of_one_tree_are_the_same() {
            assertThat(Comparison.of(eight, Known.of(LOG.checkpoint(8))).shows())
                    .isEqualTo(Shows.SAME);
        }

        @Test
        void of_one_size_and_two_roots_are_a_split_view() {
            Comparison found = Comparison.of(eight, Known.of(FORGED.checkpoint(8)));
            assertThat(found.shows()).isEqualTo(Shows.SPLIT);
            assertThat(found.shows().quiet()).isFalse();
        }

        @Test
        void with_a_proof_are_consistent_and_with_that_of_another_history_are_not() {
            CheckpointGrowth growth =
                    new CheckpointGrowth(8, ConsistencyProof.make(8, 13, LOG.tree()), LOG.checkpoint(13));
            assertThat(Comparison.of(eight, Known.of(growth)).shows()).isEqualTo(Shows.CONSISTENT);
            assertThat(Comparison.of(state(FORGED, 8), Known.of(growth)).shows())
                    .isEqualTo(Shows.FALSE_PROOF);
        }

        @Test
        void without_a_proof_or_with_one_for_another_size_are_not_compared() {
            assertThat(Comparison.of(eight, Known.of(LOG.checkpoint(13))).shows())
                    .isEqualTo(Shows.NOT_COMPARED);
            assertThat(Comparison.of(eight, Known.of(LOG.checkpoint(5))).shows())
                    .isEqualTo(Shows.NOT_COMPARED);
            CheckpointGrowth other =
                    new CheckpointGrowth(7, ConsistencyProof.make(7, 13, LOG.tree()), LOG.checkpoint(13));
            assertThat(Comparison.of(eight, Known.of(other)).shows()).isEqualTo(Shows.NOT_COMPARED);
        }

        @Test
        void of_which_the_reader_has_the_tree_need_no_proof() {
            assertThat(Comparison.of(eight, with(LOG, 13, false)).shows()).isEqualTo(Shows.CONSISTENT);
            assertThat(Comparison.of(eight, with(FORGED, 13, false)).shows()).isEqualTo(Shows.SPLIT);
        }

        @Test
        void of_which_the_reader_s_copy_of_the_tree_is_damaged_convict_nobody() {
            Known damaged = new Known(
                    LOG.checkpoint(13), from -> Optional.of(Comparison.Proof.in(FORGED.tree(), from, 13)), false);
            assertThat(Comparison.of(state(LOG, 6), damaged).shows()).isEqualTo(Shows.FALSE_PROOF);
        }

        @Test
        void of_which_the_log_itself_has_the_smaller_one_show_that_it_was_rolled_back() {
            assertThat(Comparison.of(eight, with(LOG, 5, true)).shows()).isEqualTo(Shows.ROLLED_BACK);
            assertThat(Comparison.of(eight, with(LOG, 5, false)).shows()).isEqualTo(Shows.NOT_COMPARED);
        }

        @Test
        void are_read_from_a_file_with_and_without_a_proof() {
            CheckpointGrowth growth =
                    new CheckpointGrowth(8, ConsistencyProof.make(8, 13, LOG.tree()), LOG.checkpoint(13));
            assertThat(Comparison.of(eight, Known.read(growth.toBytes())).shows())
                    .isEqualTo(Shows.CONSISTENT);
            assertThat(Known.read(LOG.checkpoint(13).toBytes()).checkpoint()).isEqualTo(LOG.checkpoint(13));
            assertThatThrownBy(() -> Known.read(new byte[] {1})).isInstanceOf(Unreadable.class);
        }
    }
}
