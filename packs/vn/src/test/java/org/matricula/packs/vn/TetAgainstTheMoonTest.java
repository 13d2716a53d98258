package org.matricula.packs.vn;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.Calendars;

/// Tet and Hung Kings' day come from the administered table; a lunisolar library only looks over its shoulder. When the
/// two differ, this test reports it and a person decides: the table is obeyed, never the library.
class TetAgainstTheMoonTest {
    private static final WorkingCalendar VIET_NAM = Calendars.of(VietNamPack.class, "VN");

    @ParameterizedTest
    @ValueSource(ints = {2013, 2014, 2024, 2025, 2026})
    void the_first_three_days_of_the_lunar_year_are_days_off(int year) {
        LocalDate newYear = lunar(year, 1, 1);
        for (int day = 0; day < 3; day++) {
            LocalDate date = newYear.plusDays(day);
            for (Week week : Week.values()) {
                assertThat(VIET_NAM.on(date, week).working())
                        .as("%s, day %d of the lunar year %d, in a week of %s", date, day + 1, year, week)
                        .isFalse();
            }
            assertThat(VIET_NAM.on(date, Week.SIX).reason().local())
                    .as("%s", date)
                    .contains("Tết");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2013, 2014, 2024, 2025, 2026})
    void the_tenth_day_of_the_third_lunar_month_is_a_day_off(int year) {
        LocalDate hungKings = lunar(year, 3, 10);
        assertThat(VIET_NAM.on(hungKings, Week.FIVE).working())
                .as("%s", hungKings)
                .isFalse();
    }

    private static LocalDate lunar(int year, int month, int day) {
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone("Asia/Ho_Chi_Minh"));
        calendar.clear();
        calendar.set(ChineseCalendar.EXTENDED_YEAR, year);
        calendar.set(ChineseCalendar.MONTH, month - 1);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, day);
        return calendar.getTime()
                .toInstant()
                .atZone(ZoneId.of("Asia/Ho_Chi_Minh"))
                .toLocalDate();
    }
}
