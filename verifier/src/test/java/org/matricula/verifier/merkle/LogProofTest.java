package org.matricula.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.merkle.LogProof.Shows;

class LogProofTest {
    private static final SampleLog LOG = SampleLog.of("log.example/matricula", 13);
    private static final LogProof PROOF = LOG.proof(5);
    private static final Hash DOCUMENT = LOG.act(5).document();

    @Test
    void it_shows_the_act_on_this_document_and_on_no_other() {
        for (int i = 0; i < LOG.size(); i++) {
            LeafCommitment act = LOG.act(i);
            assertThat(LOG.proof(i).check(act.number(), act.version(), act.document(), LOG.key()))
                    .isEqualTo(Shows.INCLUDED);
            if (i != 5) {
                assertThat(PROOF.check(act.number(), act.version(), act.document(), LOG.key()))
                        .isEqualTo(Shows.NOT_INCLUDED);
            }
        }
    }

    @Test
    void it_shows_nothing_to_who_trusts_another_log() {
        assertThat(check(PROOF, TestSigner.named("other.example/log").verifier()))
                .isEqualTo(Shows.NOT_OF_THIS_LOG);
    }

    @Test
    void a_checkpoint_with_the_name_of_another_log_does_not_count_though_the_key_signed_it() {
        String text = new Checkpoint("other.example/log", 13, LOG.root()).text();
        SignedNote foreign = TestSigner.named("log.example/matricula").sign(text);
        assertThat(check(new LogProof(5, PROOF.salt(), PROOF.act(), PROOF.path(), foreign), LOG.key()))
                .isEqualTo(Shows.NOT_OF_THIS_LOG);
    }

    @Test
    void what_is_written_is_read_back_the_same() {
        LogProof read = LogProof.read(PROOF.toJson());
        assertThat(read).isEqualTo(PROOF);
        assertThat(read.toJson()).isEqualTo(PROOF.toJson());
    }

    @Test
    void as_text_it_is_what_tools_for_other_logs_read_and_comes_back_the_same() {
        String text = new String(PROOF.toTlogProof(), StandardCharsets.UTF_8);
        assertThat(text.lines().toList())
                .startsWith("c2sp.org/tlog-proof@v1")
                .element(2)
                .isEqualTo("index 5");
        assertThat(text).endsWith("\n\n" + new String(PROOF.checkpoint().toBytes(), StandardCharsets.UTF_8));
        assertThat(LogProof.read(PROOF.toTlogProof())).isEqualTo(PROOF);
        assertThat(LogProof.tlogProof(5, PROOF.path(), PROOF.checkpoint()))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text.replaceFirst("extra .*\n", ""));
    }

    @Test
    void inside_a_document_it_is_json_and_nothing_else() {
        assertThatThrownBy(() -> LogProof.readJson(PROOF.toTlogProof())).isInstanceOf(Unreadable.class);
    }

    @Test
    void any_bit_flipped_in_the_file_is_detected() {
        for (byte[] file : List.of(PROOF.toJson(), PROOF.toTlogProof())) {
            for (int i = 0; i < file.length; i++) {
                byte[] flipped = file.clone();
                flipped[i] ^= (byte) (1 << i % 8); // one bit of each byte: all eight take six seconds
                assertThat(shows(flipped)).as("byte " + i).isNotEqualTo(Shows.INCLUDED.name());
            }
        }
    }

    @Property(tries = 500)
    void any_bytes_are_judged_or_refused(
            @ForAll @Size(max = 80) byte[] splice, @ForAll @IntRange(max = 2_000) int wanted) {
        byte[] json = PROOF.toJson();
        int at = wanted % json.length;
        System.arraycopy(splice, 0, json, at, Math.min(splice.length, json.length - at));
        assertThat(shows(splice)).isEqualTo("UNREADABLE");
        assertThat(shows(json)).isIn("UNREADABLE", "NOT_OF_THIS_LOG", "NOT_INCLUDED", "INCLUDED");
    }

    @Test
    void members_that_are_missing_unknown_twice_or_of_another_kind_are_refused() {
        String json = new String(PROOF.toJson(), StandardCharsets.UTF_8);
        for (String bad : List.of(
                "",
                "null",
                "[]",
                "{}",
                json + json,
                json + " x",
                json.replace("\"version\":1", "\"version\":2"),
                json.replace("\"version\":1", "\"version\":1.0"),
                json.replace("\"version\":1,", ""),
                json.replace("\"version\":1", "\"version\":1,\"version\":1"),
                json.replace("\"version\":1", "\"version\":1,\"more\":1"),
                json.replace("\"index\":5", "\"index\":-5"),
                json.replace("\"index\":5", "\"index\":\"5\""),
                json.replace("\"index\":5", "\"index\":5.0"),
                json.replace("\"index\":5", "\"index\":9223372036854775808"),
                json.replace("\"index\":5", "\"index\":1e9"),
                json.replace("\"ISSUE\"", "\"issue\""),
                json.replace("\"ISSUE\"", "null"),
                json.replace("\"path\":[", "\"path\":[[],"),
                json.replace("\"path\":[", "\"path\":[[[[[[[[[[],"),
                json.replace("\"path\":[", "\"path\":[\"AAAA\","),
                json.replace("\"path\":[", "\"path\":{},\"x\":["),
                json.replace("=\\n", "\\n"),
                json.replace("\"checkpoint\":\"", "\"checkpoint\":\"\\uD800"))) {
            assertThat(shows(bad.getBytes(StandardCharsets.UTF_8))).as(bad).isEqualTo("UNREADABLE");
        }
        assertThat(shows(json.getBytes(StandardCharsets.UTF_16))).isEqualTo("UNREADABLE");
        assertThatThrownBy(() -> LogProof.read(new byte[200_000])).hasMessageContaining("longer than");
    }

    private static String shows(byte[] json) {
        try {
            return check(LogProof.read(json), LOG.key()).name();
        } catch (Unreadable _) {
            return "UNREADABLE";
        }
    }

    private static Shows check(LogProof proof, VerifierKey log) {
        return proof.check(LOG.act(5).number(), LOG.act(5).version(), DOCUMENT, log);
    }
}
