package org.matricula.packs.ru.diploma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.Calendars;
import org.matricula.packs.ru.RUD;
import org.matricula.packs.ru.diploma.TermDecision.Answer;

class TermPropertiesTest {
    private static final WorkingCalendar CALENDAR = Calendars.of(RUD.class, "RU");
    private static final Optional<LocalDate> NOT_YET = Optional.empty();

    private static Answer filed(LocalDate day, boolean returned, Optional<Week> week) {
        Optional<LocalDate> back = returned ? Optional.of(day) : NOT_YET;
        Progress facts = new Progress(
                day, NOT_YET, NOT_YET, back, NOT_YET, NOT_YET, NOT_YET, NOT_YET, NOT_YET, NOT_YET, NOT_YET, NOT_YET,
                week);
        return new TermDecision(CALENDAR)
                .decide(facts, RUD.regulation().latest())
                .answer();
    }

    @Property(tries = 200)
    void a_term_always_ends_on_a_working_day(@ForAll("days") LocalDate day, @ForAll boolean returned) {
        Answer answer = filed(day, returned, Optional.empty());
        for (LocalDate due : new LocalDate[] {
            answer.register().due(),
            answer.check().target(),
            answer.check().due(),
            answer.total().due()
        }) {
            assertThat(CALENDAR.on(due, Week.FIVE).working()).as("%s", due).isTrue();
        }
    }

    @Property(tries = 200)
    void a_later_filing_never_gives_an_earlier_term(@ForAll("days") LocalDate day) {
        Answer today = filed(day, false, Optional.empty());
        Answer tomorrow = filed(day.plusDays(1), false, Optional.empty());
        assertThat(tomorrow.total().due()).isAfterOrEqualTo(today.total().due());
        assertThat(tomorrow.check().due()).isAfterOrEqualTo(today.check().due());
    }

    @Property(tries = 200)
    void a_return_never_shortens_the_total_and_a_longer_week_never_lengthens_it(@ForAll("days") LocalDate day) {
        LocalDate total = filed(day, false, Optional.empty()).total().due();
        assertThat(filed(day, true, Optional.empty()).total().due()).isAfter(total);
        assertThat(filed(day, false, Optional.of(Week.SIX)).total().due()).isBeforeOrEqualTo(total);
    }

    /// The days from which 30 working days stay within the calendars that are loaded.
    @Provide
    Arbitrary<LocalDate> days() {
        LocalDate first = LocalDate.of(2024, 1, 1);
        return Arbitraries.integers().between(0, 3 * 365 - 80).map(first::plusDays);
    }
}
