package org.matricula.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    @Test
    void the_example_of_the_specification_is_read_and_written_the_same() {
        String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
        Checkpoint checkpoint = Checkpoint.read(text);
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.text()).isEqualTo(text);
    }

    @Property(tries = 100)
    void what_is_written_is_read_back_the_same(@ForAll @LongRange(min = 1) long size) {
        Checkpoint checkpoint = new Checkpoint("log.example/matricula", size, PublishedTree.root(5));
        assertThat(Checkpoint.read(checkpoint.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "log.example\n1\n",
                "log.example\n1\n" + ROOT,
                "log.example\n1\n" + ROOT + "\n\n",
                "log.example\n1\n" + ROOT + "\nextension\n",
                "\n1\n" + ROOT + "\n",
                "log example\n1\n" + ROOT + "\n",
                "log.example\n01\n" + ROOT + "\n",
                "log.example\n-1\n" + ROOT + "\n",
                "log.example\n+1\n" + ROOT + "\n",
                "log.example\n1 \n" + ROOT + "\n",
                "log.example\n\u0661\n" + ROOT + "\n",
                "log.example\n9223372036854775808\n" + ROOT + "\n",
                "log.example\n18446744073709551616\n" + ROOT + "\n",
                "log.example\n0\n" + ROOT + "\n",
                "log.example\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "log.example\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n",
            })
    void a_text_that_is_not_exactly_three_lines_of_the_format_is_no_checkpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.read(text)).isInstanceOf(Unreadable.class);
    }
}
