package org.matricula.packs.vn.reportbook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.law.testing.Proves.Kind.MET;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.matricula.law.testing.Proves;
import org.matricula.packs.vn.VNRB;

class VoidingTest {
    private static final Voiding.Given MATHEMATICS = new Voiding.Given("subject.MATHEMATICS", Voiding.Level.SUBJECT);
    private static final Voiding.Given MUSIC = new Voiding.Given("subject.MUSIC", Voiding.Level.SUBJECT);
    private static final Voiding.Given HOMEROOM = new Voiding.Given("homeroom", Voiding.Level.HOMEROOM);
    private static final Voiding.Given PRINCIPAL = new Voiding.Given("principal", Voiding.Level.PRINCIPAL);
    private static final List<Voiding.Given> ALL = List.of(MATHEMATICS, MUSIC, HOMEROOM, PRINCIPAL);

    @Test
    @Proves(
            value = {VNRB.I_4_3_2, VNRB.I_5_6_A_1},
            kind = MET)
    void a_change_of_mathematics_takes_its_signature_and_the_later_ones_and_leaves_music() {
        assertThat(Voiding.of(MATHEMATICS, ALL))
                .isEqualTo(new Voiding.Outcome(List.of(MATHEMATICS, HOMEROOM, PRINCIPAL), List.of(MUSIC)));
    }

    @Test
    void a_change_of_the_homeroom_part_leaves_every_subject() {
        assertThat(Voiding.of(HOMEROOM, ALL))
                .isEqualTo(new Voiding.Outcome(List.of(HOMEROOM, PRINCIPAL), List.of(MATHEMATICS, MUSIC)));
    }

    @Test
    void a_block_not_signed_yet_still_takes_the_later_signatures() {
        assertThat(Voiding.of(MATHEMATICS, List.of(MUSIC, HOMEROOM)))
                .isEqualTo(new Voiding.Outcome(List.of(HOMEROOM), List.of(MUSIC)));
    }

    @Test
    void while_nothing_is_signed_nothing_is_taken() {
        assertThat(Voiding.of(MATHEMATICS, List.of())).isEqualTo(new Voiding.Outcome(List.of(), List.of()));
    }
}
