package org.matricula.verifier.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeafCommitmentTest {
    private static final Salt SALT = Salt.of(new byte[Salt.LENGTH]);
    private static final byte[] XML = "<record/>".getBytes(StandardCharsets.UTF_8);
    private static final LeafCommitment LEAF = LeafCommitment.of(SALT, LoggedAct.ISSUE, "VN-79-0001-ạ", 1, XML);

    @Test
    void the_entry_is_what_the_published_format_says() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        String document = HexFormat.of().formatHex(sha256.digest(XML));
        String encoded = "00000010" + HexFormat.of().formatHex("matricula leaf 1".getBytes(StandardCharsets.US_ASCII))
                + "00000020" + "00".repeat(32)
                + "00000005" + "4953535545"
                + "0000000e" + "564e2d37392d303030312de1baa1"
                + "00000004" + "00000001"
                + "00000020" + document;
        byte[] entry = sha256.digest(HexFormat.of().parseHex(encoded));
        assertThat(LEAF.entry().bytes()).isEqualTo(entry);

        sha256.update((byte) 0);
        assertThat(LEAF.leaf().bytes()).isEqualTo(sha256.digest(entry));
    }

    @Test
    void whatever_is_changed_is_another_leaf() {
        byte[] otherXml = "<record />".getBytes(StandardCharsets.UTF_8);
        assertThat(Set.of(
                        LEAF.leaf(),
                        LeafCommitment.of(Salt.fresh(new SecureRandom()), LoggedAct.ISSUE, "VN-79-0001-ạ", 1, XML)
                                .leaf(),
                        LeafCommitment.of(SALT, LoggedAct.RECALL, "VN-79-0001-ạ", 1, XML)
                                .leaf(),
                        LeafCommitment.of(SALT, LoggedAct.ISSUE, "VN-79-0001-a", 1, XML)
                                .leaf(),
                        LeafCommitment.of(SALT, LoggedAct.ISSUE, "VN-79-0001-ạ", 2, XML)
                                .leaf(),
                        LeafCommitment.of(SALT, LoggedAct.ISSUE, "VN-79-0001-ạ", 1, otherXml)
                                .leaf()))
                .hasSize(6);
    }

    @Test
    void a_number_that_is_blank_endless_or_half_a_character_is_refused() {
        for (String number : new String[] {"", "  ", "9".repeat(201), "VN-\uD800"}) {
            assertThatThrownBy(() -> LeafCommitment.of(SALT, LoggedAct.ISSUE, number, 1, XML))
                    .isInstanceOf(Unreadable.class);
        }
        assertThatThrownBy(() -> LeafCommitment.of(SALT, LoggedAct.ISSUE, "VN", 0, XML))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void a_salt_is_fresh_each_time_and_never_shown() {
        SecureRandom random = new SecureRandom();
        Salt salt = Salt.fresh(random);
        assertThat(Salt.fresh(random)).isNotEqualTo(salt);
        assertThat(LEAF.toString()).doesNotContain("0000");
        assertThatThrownBy(() -> Salt.of(new byte[31])).isInstanceOf(Unreadable.class);
    }
}
