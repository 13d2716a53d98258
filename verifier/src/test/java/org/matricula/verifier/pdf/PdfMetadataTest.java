package org.matricula.verifier.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PdfMetadataTest {
    private static final String PACKET = "<x xmlns:m=\"urn:matricula:pdf:1\"><m:recordId>HB-1</m:recordId>"
            + "<m:version>1</m:version><m:dataDigest>Ần</m:dataDigest></x>";

    private static byte[] packet(String before) {
        return (before + PACKET).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_packet_is_read_with_or_without_a_byte_order_mark() {
        assertThat(PdfMetadata.of(packet(""))).map(PdfMetadata::dataDigest).contains("Ần");
        assertThat(PdfMetadata.of(packet("\uFEFF"))).isPresent();
        assertThat(PdfMetadata.of(packet("<!DOCTYPE x [<!ENTITY a \"b\">]>").clone()))
                .isPresent();
    }

    @Test
    void a_broken_one_is_refused_without_a_word_on_the_error_stream() {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            for (int place = 0; place < packet("").length; place++) {
                byte[] broken = packet("");
                broken[place] ^= (byte) 0x80;
                assertThat(PdfMetadata.of(broken)).isEmpty();
            }
        } finally {
            System.setErr(before);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
