package org.matricula.packs.kz.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.Calendars;
import org.matricula.packs.kz.KazakhstanPack;

/// Hours, and what follows from them for a filing on the portal.
class OfficeHoursTest {
    private static final OfficeHours INSTITUTION =
            OfficeHours.withLunch(LocalTime.of(9, 0), LocalTime.of(18, 0), LocalTime.of(13, 0), LocalTime.of(14, 0));
    private static final Reception RECEPTION = new Reception(Calendars.of(KazakhstanPack.class, "KZ"), INSTITUTION);

    @Test
    void hours_that_end_before_they_begin_are_no_hours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfficeHours.unbroken(LocalTime.of(18, 0), LocalTime.of(9, 0)));
    }

    @Test
    void lunch_closes_the_desk_but_does_not_end_the_day() {
        assertThat(INSTITUTION.receivesAt(LocalTime.of(13, 0))).isFalse();
        assertThat(INSTITUTION.endedBy(LocalTime.of(13, 0))).isFalse();
    }

    @Property(tries = 1000)
    void a_filing_is_accepted_on_a_working_day_that_is_never_earlier(
            @ForAll @IntRange(min = 0, max = 1060) int day, @ForAll @IntRange(min = 0, max = 86_399) int second) {
        LocalDateTime filed =
                LocalDate.of(2015, 1, 1).plusDays(day).atStartOfDay().plusSeconds(second);
        LocalDate accepted = RECEPTION.acceptance(filed);
        assertThat(accepted).isAfterOrEqualTo(filed.toLocalDate());
        assertThat(RECEPTION.calendar().on(accepted, Week.SIX).working()).isTrue();
    }

    @Property(tries = 1000)
    void a_later_filing_is_never_accepted_earlier(
            @ForAll @IntRange(min = 0, max = 1060) int day,
            @ForAll @IntRange(min = 0, max = 86_399) int second,
            @ForAll @IntRange(min = 0, max = 200_000) int later) {
        LocalDateTime first =
                LocalDate.of(2015, 1, 1).plusDays(day).atStartOfDay().plusSeconds(second);
        assertThat(RECEPTION.acceptance(first.plusSeconds(later))).isAfterOrEqualTo(RECEPTION.acceptance(first));
    }
}
