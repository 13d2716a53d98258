package org.matricula.packs.vn.reportbook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.law.testing.Proves.Kind.MET;
import static org.matricula.law.testing.Proves.Kind.NOT_MET;
import static org.matricula.packs.vn.reportbook.rules.Verification.Kind.ORGANISATION;
import static org.matricula.packs.vn.reportbook.rules.Verification.Kind.PERSON;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.matricula.law.testing.Proves;
import org.matricula.packs.vn.VNRB;

class VerificationTest {
    private static final Verification.Signature TEACHER =
            new Verification.Signature(PERSON, "teacher of Mathematics", true, true);
    private static final Verification.Signature SEAL = new Verification.Signature(ORGANISATION, "school", true, true);

    private static Verification of(Verification.Store store, Verification.Signature... signatures) {
        return new Verification(List.of(signatures), store);
    }

    @Test
    @Proves(
            value = {VNRB.I_2_4, VNRB.I_2_5, VNRB.I_2_6_1, VNRB.I_2_6_2},
            kind = MET)
    void a_file_with_good_signatures_that_the_state_body_knows_is_valid() {
        Verification verification = of(Verification.Store.MATCH, TEACHER, SEAL);
        assertThat(verification.result()).isEqualTo(Verification.Result.VALID);
        assertThat(verification.findings()).allMatch(f -> f.isMet());
    }

    @Test
    @Proves(
            value = {VNRB.I_2_5, VNRB.I_2_6_1},
            kind = NOT_MET)
    void a_changed_mark_breaks_step_one_and_the_broken_signature_is_named() {
        Verification verification = of(
                Verification.Store.MATCH,
                new Verification.Signature(PERSON, "teacher of Mathematics", false, true),
                SEAL);
        assertThat(verification.result()).isEqualTo(Verification.Result.NOT_VALID);
        assertThat(Books.of(verification.findings(), VNRB.I_2_6_1).because().en())
                .contains("teacher of Mathematics");
        assertThat(Books.of(verification.findings(), VNRB.I_2_5).isNotMet()).isTrue();
        assertThat(Books.of(verification.findings(), VNRB.I_2_4).isMet()).isTrue();
    }

    @Test
    @Proves(value = VNRB.I_2_4, kind = NOT_MET)
    void one_byte_changed_after_sealing_breaks_the_seal() {
        Verification verification =
                of(Verification.Store.MATCH, TEACHER, new Verification.Signature(ORGANISATION, "school", false, true));
        assertThat(verification.result()).isEqualTo(Verification.Result.NOT_VALID);
        assertThat(Books.of(verification.findings(), VNRB.I_2_4).isNotMet()).isTrue();
    }

    @Test
    @Proves(value = VNRB.I_2_6_1, kind = NOT_MET)
    void a_certificate_that_was_not_good_at_signing_time_breaks_step_one() {
        assertThat(of(Verification.Store.MATCH, new Verification.Signature(PERSON, "principal", true, false), SEAL)
                        .result())
                .isEqualTo(Verification.Result.NOT_VALID);
    }

    @Test
    @Proves(value = VNRB.I_2_6_1, kind = NOT_MET)
    void a_file_without_the_seal_or_without_persons_is_not_valid() {
        assertThat(of(Verification.Store.MATCH, TEACHER).result()).isEqualTo(Verification.Result.NOT_VALID);
        assertThat(of(Verification.Store.MATCH, SEAL).result()).isEqualTo(Verification.Result.NOT_VALID);
        assertThat(of(Verification.Store.MATCH).result()).isEqualTo(Verification.Result.NOT_VALID);
    }

    @Test
    @Proves(value = VNRB.I_2_6_2, kind = NOT_MET)
    void the_word_of_the_state_body_decides_step_two() {
        assertThat(List.of(
                        of(Verification.Store.RECALLED, TEACHER, SEAL).result(),
                        of(Verification.Store.NOT_FOUND, TEACHER, SEAL).result(),
                        of(Verification.Store.DIFFERENT, TEACHER, SEAL).result()))
                .containsExactly(
                        Verification.Result.RECALLED, Verification.Result.NOT_CONFIRMED, Verification.Result.NOT_VALID);
        assertThat(Books.of(of(Verification.Store.RECALLED, TEACHER, SEAL).findings(), VNRB.I_2_6_2)
                        .isNotMet())
                .isTrue();
    }
}
