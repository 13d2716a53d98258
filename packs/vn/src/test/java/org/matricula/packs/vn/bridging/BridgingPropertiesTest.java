package org.matricula.packs.vn.bridging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.matricula.law.Edition;
import org.matricula.law.Finding;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.Calendars;
import org.matricula.packs.vn.VN55;
import org.matricula.packs.vn.VietNamPack;

/// What holds for every day and every figure, not only for the golden ones.
class BridgingPropertiesTest {
    private static final Edition EDITION = VN55.regulation().latest();
    private static final LocalDate FIRST_DAY = Objects.requireNonNull(EDITION.from());
    private static final WorkingCalendar CALENDAR = Calendars.of(VietNamPack.class, "VN");

    /// Days of the edition; outside it the regulation sets no figures.
    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(FIRST_DAY.toEpochDay(), LocalDate.of(2040, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Property
    void every_pair_of_days_leads_to_exactly_one_exam(
            @ForAll("days") LocalDate filed, @ForAll @IntRange(max = 3000) int earlier, @ForAll Form form) {
        ExamRoute.Given facts = route(form, filed.minusDays(earlier), filed);

        List<Finding> findings = new ExamRoute().decide(facts, EDITION).findings();

        assertThat(findings.stream().filter(Finding::isMet)).hasSize(1);
        assertThat(findings.stream().filter(Finding::isNotMet)).hasSize(1);
    }

    @Property
    void who_files_later_never_falls_back_to_the_common_exam(
            @ForAll("days") LocalDate filed, @ForAll @IntRange(max = 3000) int earlier) {
        LocalDate granted = filed.minusDays(earlier);

        Route today = new ExamRoute()
                .decide(route(Form.REGULAR, granted, filed), EDITION)
                .answer()
                .route();
        Route tomorrow = new ExamRoute()
                .decide(route(Form.REGULAR, granted, filed.plusDays(1)), EDITION)
                .answer()
                .route();

        assertThat(today == Route.OWN_EXAM && tomorrow == Route.COMMON_EXAM).isFalse();
    }

    @Property
    void regular_bridging_never_exceeds_one_fifth(@ForAll @LongRange long total, @ForAll @LongRange long bridging) {
        Quota.Answer answer = new Quota()
                .decide(new Quota.Given(Form.REGULAR, total, bridging), EDITION)
                .answer();

        BigInteger fiveTimes = BigInteger.valueOf(bridging).multiply(BigInteger.valueOf(5));
        assertThat(answer.allowed()).isEqualTo(fiveTimes.compareTo(BigInteger.valueOf(total)) <= 0);
    }

    @Property
    void the_most_places_are_allowed_and_one_more_is_not(
            @ForAll @LongRange(max = 1_000_000) long total, @ForAll Form form) {
        long most = new Quota()
                .decide(new Quota.Given(form, total, 0), EDITION)
                .answer()
                .maximum();

        assertThat(allowed(form, total, most)).isTrue();
        assertThat(allowed(form, total, most + 1)).isFalse();
    }

    @Property
    void the_ministry_answers_on_a_working_day_and_never_sooner_for_a_later_dossier(
            @ForAll @IntRange(max = 650) int day) {
        LocalDate start = FIRST_DAY.plusDays(day);

        LocalDate due = due(start);

        assertThat(CALENDAR.on(due, Week.FIVE).working()).isTrue();
        assertThat(due(start.plusDays(1))).isAfterOrEqualTo(due);
        assertThat(start.datesUntil(due.plusDays(1))
                        .skip(1)
                        .filter(d -> CALENDAR.on(d, Week.FIVE).working()))
                .hasSize(20);
    }

    @Property
    void every_skipped_day_was_off_with_a_reason(@ForAll @IntRange(max = 650) int day) {
        MinistryTerm.Answer answer = new MinistryTerm(CALENDAR)
                .decide(new MinistryTerm.Given(FIRST_DAY.plusDays(day), Optional.empty()), EDITION)
                .answer();

        assertThat(answer.skipped()).allSatisfy(skipped -> {
            assertThat(CALENDAR.on(skipped.date(), Week.FIVE).working()).isFalse();
            assertThat(skipped.source()).isNotBlank();
        });
        assertThat(answer.skipped()).anyMatch(s -> s.date().getDayOfWeek() == DayOfWeek.SUNDAY);
    }

    @Property
    void a_report_is_in_time_up_to_its_last_day_and_late_from_the_next(@ForAll("days") LocalDate exam) {
        LocalDate by = reported(exam, exam).reportBy();

        assertThat(reported(exam, by).inTime()).isTrue();
        assertThat(reported(exam, by.plusDays(1)).inTime()).isFalse();
        assertThat(by).isBefore(exam);
    }

    @Property
    void a_record_is_kept_for_at_least_three_years(@ForAll("days") LocalDate granted) {
        LocalDate from = granted.plusYears(3).plusDays(1);

        assertThat(disposable(granted, from)).isTrue();
        assertThat(disposable(granted, from.minusDays(1))).isFalse();
    }

    @Property
    void what_is_exempted_and_what_is_left_make_the_programme(
            @ForAll @IntRange(min = 1, max = 300) int required, @ForAll @IntRange(max = 300) int exempted) {
        int less = Math.min(required, exempted);
        Recognition.Given facts = new Recognition.Given(
                Form.REGULAR,
                Recognition.VolumeUnit.CREDIT,
                BigDecimal.valueOf(required),
                List.of(new Recognition.Item("Mathematics", BigDecimal.valueOf(less))),
                BigDecimal.valueOf(less),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true,
                Optional.empty(),
                Optional.empty());

        assertThat(facts.impossible()).isEmpty();
        assertThat(new Recognition().decide(facts, EDITION).answer().remaining().add(facts.exempted()))
                .isEqualByComparingTo(facts.required());
    }

    private static ExamRoute.Given route(Form form, LocalDate granted, LocalDate filed) {
        return new ExamRoute.Given(form, DiplomaKind.COLLEGE, granted, filed, Optional.empty());
    }

    private static boolean allowed(Form form, long total, long bridging) {
        return new Quota()
                .decide(new Quota.Given(form, total, bridging), EDITION)
                .answer()
                .allowed();
    }

    private static LocalDate due(LocalDate start) {
        return new MinistryTerm(CALENDAR)
                .decide(new MinistryTerm.Given(start, Optional.empty()), EDITION)
                .answer()
                .due();
    }

    private static ExamReport.Answer reported(LocalDate exam, LocalDate on) {
        return new ExamReport()
                .decide(new ExamReport.Given(exam, Optional.of(on), Optional.empty(), Optional.empty()), EDITION)
                .answer();
    }

    private static boolean disposable(LocalDate granted, LocalDate on) {
        return new Disposal()
                .decide(new Disposal.Given(Optional.of(granted), on, Optional.empty()), EDITION)
                .answer()
                .disposable();
    }
}
