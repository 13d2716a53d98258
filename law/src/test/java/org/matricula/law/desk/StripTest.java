package org.matricula.law.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.Calendars;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.DeadlineStrip.Kind;
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Pause;
import org.matricula.law.time.Term;

/// A term as data, for programs.
class StripTest {
    private static final LegalClock CLOCK = new LegalClock(Calendars.parse("calendar/XX.yaml", """
            country: XX
            language: vi
            sources: {week: "Decree on the week", feast: "Decree on feasts"}
            words:
              workday: {en: "an ordinary working day", vi: "ngày làm việc thường"}
              saturday: {en: "Saturday", vi: "thứ Bảy"}
              sunday: {en: "Sunday", vi: "Chủ nhật"}
            weeks: {FIVE: week, SIX: week}
            years:
              "2024":
                - {date: 2024-05-01, working: false, reason: {en: "May Day", vi: "Quốc tế Lao động"}, source: feast}
            """));

    private static final Sentence GROUND = new Sentence("the applicant was asked for a paper", "đã yêu cầu bổ sung");

    private static LocalDate day(int day) {
        return LocalDate.of(2024, 5, day);
    }

    @Test
    void counted_days_have_their_number_and_skipped_days_their_reason_and_source() {
        Strip strip = Strip.of(CLOCK.count("due", new Term.OfWorkingDays(2, Week.FIVE), LocalDate.of(2024, 4, 29)));
        assertThat(strip.unit()).isEqualTo(Strip.Unit.WORKING_DAYS);
        assertThat(strip.length()).isEqualTo(2);
        assertThat(strip.due()).isEqualTo(day(2));
        assertThat(ResultJson.strip(strip, "vi"))
                .contains("\"number\" : 2", "\"Quốc tế Lao động\"", "\"Decree on feasts\"", "\"SKIPPED\"");
    }

    @Test
    void paused_days_have_the_ground_and_the_clause() {
        CountedTerm term = new CountedTerm(
                "due", CLOCK, new Term.CalendarDays(3), day(5), List.of(new Pause(day(7), day(8), GROUND, "X:1")));
        Strip strip = Strip.of(term);
        assertThat(strip.due()).isEqualTo(day(10));
        assertThat(strip.days())
                .extracting(Strip.Day::kind)
                .containsExactly(Kind.COUNTED, Kind.PAUSED, Kind.PAUSED, Kind.COUNTED, Kind.COUNTED);
        assertThat(strip.days().get(1).source()).isEqualTo("X:1");
        assertThat(strip.days().get(1).number()).isNull();
    }

    @Test
    void an_open_pause_leaves_the_last_day_null() {
        CountedTerm term = new CountedTerm(
                "due", CLOCK, new Term.CalendarDays(3), day(5), List.of(new Pause(day(7), null, GROUND, "X:1")));
        assertThat(ResultJson.strip(Strip.of(term), "en")).contains("\"due\" : null", "\"PAUSED\"");
    }

    @Test
    void an_answer_has_strips_only_when_they_are_asked_for() {
        CountedTerm term = CLOCK.count("date", new Term.Months(1), day(31));
        Result result = new Result.Answered("x", null, null, List.of(), List.of(term));
        assertThat(ResultJson.pretty(result, "en")).doesNotContain("strips");
        assertThat(ResultJson.pretty(result, "en", true))
                .contains("\"strips\"", "\"MONTHS\"", "\"due\" : \"2024-06-30\"");
    }
}
