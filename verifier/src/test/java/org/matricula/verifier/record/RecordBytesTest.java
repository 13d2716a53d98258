package org.matricula.verifier.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.matricula.verifier.record.Block.Field;
import org.matricula.verifier.record.Block.Role;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class RecordBytesTest {
    @Provide
    Arbitrary<RecordContent> contents() {
        return Samples.contents();
    }

    @Property(tries = 150)
    void what_we_digest_is_what_exclusive_canonicalisation_of_the_java_runtime_gives(
            @ForAll("contents") RecordContent content) throws Exception {
        WrittenData written = WrittenData.of(content);
        byte[] file = RecordSealing.prepare(content).toBytes();
        Document document = JdkXml.parse(file);

        assertThat(JdkXml.exclusive(document.getDocumentElement())).isEqualTo(file);
        assertThat(digest(JdkXml.byId(document, "data"))).isEqualTo(new String(written.whole(), "US-ASCII"));
        for (int i = 0; i < content.blocks().size(); i++) {
            assertThat(digest(JdkXml.byId(document, content.blocks().get(i).id())))
                    .isEqualTo(new String(written.blocks().get(i), "US-ASCII"));
        }
    }

    @Property(tries = 150)
    void what_is_written_is_read_back_the_same(@ForAll("contents") RecordContent content) {
        assertThat(RecordReader.read(RecordSealing.prepare(content).toBytes()))
                .isInstanceOfSatisfying(
                        Reading.Accepted.class,
                        accepted -> assertThat(accepted.file().content()).isEqualTo(content));
    }

    @Property(tries = 50)
    void the_issuer_is_told_from_the_head_alone(@ForAll("contents") RecordContent content) {
        byte[] file = RecordSealing.prepare(content).toBytes();
        String text = new String(file, StandardCharsets.UTF_8);
        int end = text.indexOf("\" record=\"");

        assertThat(RecordReader.issuer(file)).contains(content.issuer());
        assertThat(RecordReader.issuer(text.substring(0, end + 10).getBytes(StandardCharsets.UTF_8)))
                .contains(content.issuer());
        assertThat(RecordReader.issuer(text.substring(0, end).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(RecordReader.issuer("<record/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void a_version_that_a_reader_would_reject_cannot_be_written() {
        RecordContent.Issuer issuer = new RecordContent.Issuer("A", "B");
        assertThatThrownBy(() -> new RecordContent("form", "id", 1_000_000_000, issuer, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nine digits");
    }

    @Test
    void text_that_is_not_nfc_is_refused_with_its_place() {
        assertThatThrownBy(() -> RecordSealing.prepare(with("Ha\u0300")))
                .isInstanceOf(UnwritableRecord.class)
                .hasMessageContaining("subject.X/comment")
                .hasMessageContaining("NFC");
    }

    @Test
    void characters_that_hide_or_reorder_text_are_refused() {
        for (String bad : List.of("\u0000", "\u0007", "\u202E", "\u2066", "\uFEFF", "\uFFFF", "\uD800", "\u0085")) {
            assertThatThrownBy(() -> RecordSealing.prepare(with("9" + bad)))
                    .as("U+%04X", (int) bad.charAt(0))
                    .isInstanceOf(UnwritableRecord.class)
                    .hasMessageContaining("not allowed");
        }
    }

    @Test
    void an_id_that_the_format_gives_out_itself_is_refused() {
        for (String id : List.of("data", "issue", "HEAD", "sig.x", "val.x", "ref.x", "sp.x", "1x", "", "x y")) {
            Block block = new Block(id, "X", Role.SUBJECT, List.of());
            assertThatThrownBy(() -> RecordSealing.prepare(with(block))).as(id).isInstanceOf(UnwritableRecord.class);
        }
    }

    @Test
    void a_block_or_field_that_comes_twice_is_refused() {
        Block block = new Block("x", "X", Role.SUBJECT, List.of());
        assertThatThrownBy(() -> RecordSealing.prepare(with(block, block))).isInstanceOf(UnwritableRecord.class);
        Field field = new Field("f", "F", "");
        assertThatThrownBy(() -> RecordSealing.prepare(with(new Block("x", "X", Role.HEAD, List.of(field, field)))))
                .isInstanceOf(UnwritableRecord.class);
    }

    private static RecordContent with(String comment) {
        return with(new Block("subject.X", "X", Role.SUBJECT, List.of(new Field("comment", "C", comment))));
    }

    private static RecordContent with(Block... blocks) {
        return new RecordContent("f", "HB-1", 1, new Issuer("c", "n"), List.of(blocks));
    }

    private static String digest(Element element) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(JdkXml.exclusive(element));
        return Base64.getEncoder().encodeToString(digest);
    }
}
