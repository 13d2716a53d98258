package org.matricula.packs.ru.exam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.packs.ru.RUE;
import org.matricula.packs.ru.exam.Session.Event;
import org.matricula.packs.ru.exam.Session.Kind;
import org.matricula.packs.ru.exam.TechnicalFailureDecision.Failure;
import org.matricula.packs.ru.exam.TechnicalFailureDecision.Outcome;
import org.matricula.packs.ru.exam.TechnicalFailureDecision.Owner;

class ExamPropertiesTest {
    private static final LocalDateTime TEN = LocalDateTime.of(2025, 1, 15, 10, 0);
    private static final List<Kind> INTERVIEW = List.of(
            Kind.RECORDING_STARTED,
            Kind.OPENING,
            Kind.IDENTIFIED,
            Kind.TICKET,
            Kind.INTERVIEW,
            Kind.GRADE,
            Kind.CLOSING,
            Kind.RECORDING_STOPPED);

    private static Ruling<SequenceDecision.Answer> run(List<Kind> kinds) {
        List<Event> events = new ArrayList<>();
        for (Kind kind : kinds) {
            events.add(new Event(TEN.plusMinutes(events.size()), kind, Optional.empty()));
        }
        return new SequenceDecision()
                .decide(new Session(RecordedForm.ORAL, events), RUE.regulation().latest());
    }

    private static Outcome outcome(Owner owner, int seconds) {
        Failure failure = new Failure(
                owner,
                TEN,
                Optional.of(TEN.plusSeconds(seconds)),
                TEN.plusSeconds(seconds),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new TechnicalFailureDecision()
                .decide(failure, RUE.regulation().latest())
                .answer()
                .outcome();
    }

    @Property(tries = 200)
    void a_failure_of_the_student_stops_the_examination_exactly_when_it_lasts_longer_than_900_seconds(
            @ForAll @IntRange(min = 0, max = 1800) int seconds) {
        assertThat(outcome(Owner.STUDENT, seconds))
                .isEqualTo(seconds <= 900 ? Outcome.CONTINUES : Outcome.STOPPED_ABSENT_VALID);
    }

    @Property(tries = 100)
    void a_failure_of_somebody_else_never_makes_a_student_absent(
            @ForAll boolean platform, @ForAll @IntRange(min = 0, max = 10_000) int seconds) {
        assertThat(outcome(platform ? Owner.PLATFORM : Owner.TEACHER, seconds)).isEqualTo(Outcome.SESSION_SUSPENDED);
    }

    @Property(tries = 56)
    void an_interview_with_two_steps_exchanged_is_a_breach(
            @ForAll @IntRange(min = 0, max = 7) int one, @ForAll @IntRange(min = 0, max = 7) int other) {
        List<Kind> kinds = new ArrayList<>(INTERVIEW);
        kinds.set(one, INTERVIEW.get(other));
        kinds.set(other, INTERVIEW.get(one));
        assertThat(run(kinds).answer().acceptable()).isEqualTo(one == other);
    }

    @Property(tries = 8)
    void a_breach_always_has_a_clause_that_is_not_met_and_the_other_way_round(
            @ForAll @IntRange(min = 0, max = 7) int dropped) {
        List<Kind> kinds = new ArrayList<>(INTERVIEW);
        kinds.remove(dropped);
        Ruling<SequenceDecision.Answer> ruling = run(kinds);
        assertThat(ruling.answer().breaches().stream()
                        .map(SequenceDecision.Breach::clause)
                        .distinct())
                .containsExactlyElementsOf(ruling.findings().stream()
                        .filter(Finding::isNotMet)
                        .map(Finding::clause)
                        .toList());
        // Whoever was called away before the grade leaves a session that is in order.
        assertThat(ruling.answer().acceptable()).isEqualTo(INTERVIEW.get(dropped) == Kind.GRADE);
    }

    @Property(tries = 200)
    void an_appeal_in_time_is_one_filed_no_later_than_its_last_moment(
            @ForAll ExamForm form,
            @ForAll @IntRange(min = 0, max = 5) int postedAfter,
            @ForAll @IntRange(min = 0, max = 12 * 24 * 60) int filedAfterMinutes) {
        LocalDate exam = TEN.toLocalDate();
        LocalDateTime posted = exam.plusDays(postedAfter).atTime(LocalTime.NOON);
        LocalDateTime filed = exam.atStartOfDay().plusMinutes(filedAfterMinutes);
        AppealDecision.Answer answer = new AppealDecision()
                .decide(
                        new AppealDecision.Appeal(form, exam, Optional.of(posted), filed, true, true),
                        RUE.regulation().latest())
                .answer();
        assertThat(answer.lastMoment()).isNotNull();
        assertThat(answer.inTime()).isEqualTo(!filed.isAfter(answer.lastMoment()));
        assertThat(answer.admissible()).isEqualTo(answer.inTime());
    }

    @Property(tries = 200)
    void material_may_be_destroyed_exactly_when_it_need_not_be_kept_and_no_appeal_is_open(
            @ForAll @IntRange(min = 1, max = 200) int semesterAfter,
            @ForAll @IntRange(min = 0, max = 400) int askedAfter,
            @ForAll @IntRange(min = 0, max = 2) int appeals) {
        LocalDate recorded = TEN.toLocalDate();
        LocalDate on = recorded.plusDays(askedAfter);
        Ruling<RetentionDecision.Answer> ruling = new RetentionDecision()
                .decide(
                        new RetentionDecision.Material(
                                recorded, recorded.plusDays(semesterAfter), appeals, on, Optional.empty()),
                        RUE.regulation().latest());
        assertThat(ruling.answer().mayDestroy())
                .isEqualTo(on.isAfter(ruling.answer().keepThrough()) && appeals == 0);
        assertThat(ruling.findings().stream().noneMatch(Finding::isNotMet))
                .isEqualTo(ruling.answer().mayDestroy());
    }
}
