package org.matricula.packs.vn.reportbook.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.law.testing.Proves.Kind.BOUNDARY;
import static org.matricula.law.testing.Proves.Kind.MET;
import static org.matricula.law.testing.Proves.Kind.NOT_MET;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.matricula.law.Finding;
import org.matricula.law.testing.Proves;
import org.matricula.packs.vn.VNRB;

class LookupTest {
    private static final String NAME = "Nguyễn Thị Ánh Dương";
    private static final Lookup HELD = asked("HB-2026-7QK4M2XN", NAME, "2016-03-02", "022316004521", "K7PX2M");

    private static Lookup asked(String id, String name, String bornOn, String number, String code) {
        return new Lookup(
                Optional.of(id).filter(s -> !s.isEmpty()),
                Optional.of(name).filter(s -> !s.isEmpty()),
                Optional.of(bornOn).filter(s -> !s.isEmpty()).map(LocalDate::parse),
                Optional.of(number).filter(s -> !s.isEmpty()),
                Optional.of(code).filter(s -> !s.isEmpty()));
    }

    @Test
    @Proves(
            value = VNRB.I_2_8_2,
            kind = {MET, BOUNDARY})
    void all_five_items_right_find_the_book() {
        assertThat(HELD.allFiveAreRight(HELD).isMet()).isTrue();
    }

    @Test
    @Proves(
            value = VNRB.I_2_8_2,
            kind = {NOT_MET, BOUNDARY})
    void four_items_never_find_it() {
        assertThat(List.of(
                        asked("", NAME, "2016-03-02", "022316004521", "K7PX2M"),
                        asked("HB-2026-7QK4M2XN", "", "2016-03-02", "022316004521", "K7PX2M"),
                        asked("HB-2026-7QK4M2XN", NAME, "", "022316004521", "K7PX2M"),
                        asked("HB-2026-7QK4M2XN", NAME, "2016-03-02", "", "K7PX2M"),
                        asked("HB-2026-7QK4M2XN", NAME, "2016-03-02", "022316004521", "")))
                .allMatch(asked -> asked.allFiveAreRight(HELD).isNotMet());
    }

    @Test
    @Proves(value = VNRB.I_2_8_2, kind = NOT_MET)
    void one_wrong_item_gives_the_same_answer_whichever_it_is() {
        assertThat(List.of(
                        asked("HB-2026-7QK4M2XM", NAME, "2016-03-02", "022316004521", "K7PX2M"),
                        asked("HB-2026-7QK4M2XN", "Nguyễn Thị Anh Dương", "2016-03-02", "022316004521", "K7PX2M"),
                        asked("HB-2026-7QK4M2XN", NAME, "2016-03-03", "022316004521", "K7PX2M"),
                        asked("HB-2026-7QK4M2XN", NAME, "2016-03-02", "022316004522", "K7PX2M"),
                        asked("HB-2026-7QK4M2XN", NAME, "2016-03-02", "022316004521", "K7PX2N")))
                .extracting(asked -> asked.allFiveAreRight(HELD))
                .containsOnly(HELD.allFiveAreRight(asked("", "", "", "", "")))
                .allMatch(Finding::isNotMet);
    }

    @Test
    void a_name_typed_with_decomposed_letters_is_the_same_name() {
        String decomposed = Normalizer.normalize(NAME, Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(NAME);
        assertThat(asked("HB-2026-7QK4M2XN", decomposed, "2016-03-02", "022316004521", "K7PX2M")
                        .allFiveAreRight(HELD)
                        .isMet())
                .isTrue();
    }

    @Test
    void a_name_typed_in_capitals_is_the_same_name() {
        assertThat(asked("HB-2026-7QK4M2XN", "NGUYỄN THỊ ÁNH DƯƠNG", "2016-03-02", "022316004521", "K7PX2M")
                        .allFiveAreRight(HELD)
                        .isMet())
                .isTrue();
    }

    @Test
    void a_name_alone_finds_nothing() {
        assertThat(asked("", NAME, "", "", "").allFiveAreRight(HELD).isNotMet()).isTrue();
    }
}
