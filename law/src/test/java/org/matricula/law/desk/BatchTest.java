package org.matricula.law.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final String LINE =
            "{\"decision\":\"vn.sample.library\",\"facts\":{\"reader\":\"PUPIL\",\"bornOn\":\"2010-05-01\",\"askedOn\":\"2022-01-31\",\"books\":%d}}";

    private static List<String> run(byte[] input) throws IOException {
        StringWriter out = new StringWriter();
        new Batch(SamplePack.DESK, "en").run(new ByteArrayInputStream(input), out);
        return out.toString().lines().toList();
    }

    private static List<String> run(String input) throws IOException {
        return run(input.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void every_line_is_answered_in_order_and_blank_ones_are_passed_over() throws IOException {
        List<String> answers = run(LINE.formatted(1) + "\r\n\n  \nnot json\n" + LINE.formatted(5));
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).contains("1 books are few enough");
        assertThat(answers.get(1)).startsWith("{\"error\":");
        assertThat(answers.get(2)).contains("5 books are too many");
    }

    @Test
    void a_fault_of_ours_in_one_line_is_said_and_the_rest_go_on() throws IOException {
        StringWriter out = new StringWriter();
        String input = "{\"decision\":\"vn.sample.broken\",\"facts\":{}}\n" + LINE.formatted(1);
        Batch.Ran ran = new Batch(SamplePack.DESK, "en")
                .run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
        assertThat(ran).isEqualTo(new Batch.Ran(2, 1));
        assertThat(out.toString()).contains("fault of the program", "TEST:9", "few enough");
    }

    @Test
    void an_empty_input_has_no_answers() throws IOException {
        assertThat(run("")).isEmpty();
    }

    @Test
    void a_line_that_is_too_long_or_not_text_does_not_stop_the_next() throws IOException {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes("x".repeat(3 << 20).getBytes(StandardCharsets.UTF_8));
        input.writeBytes("\n".getBytes(StandardCharsets.UTF_8));
        input.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, '\n'});
        input.writeBytes(LINE.formatted(1).getBytes(StandardCharsets.UTF_8));
        List<String> answers = run(input.toByteArray());
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).contains("larger than");
        assertThat(answers.get(1)).contains("UTF-8");
        assertThat(answers.get(2)).contains("few enough");
    }
}
