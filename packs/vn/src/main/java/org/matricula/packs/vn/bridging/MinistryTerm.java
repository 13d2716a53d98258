package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.WorkingCalendar;
import org.matricula.law.WorkingCalendar.Week;
import org.matricula.law.time.CountedTerm;
import org.matricula.law.time.CountsTerms;
import org.matricula.law.time.DeadlineStrip;
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Term.OfWorkingDays;
import org.matricula.law.time.WorkingDays;
import org.matricula.packs.vn.VN55;

/// By when the ministry answers a registration dossier.
///
/// The clock starts only when the dossier is complete and valid. That day is not counted and not moved; the ministry
/// has a week of five days, so a make-up Saturday counts and a day swapped off does not.
final class MinistryTerm extends BridgingDecision<MinistryTerm.Given, MinistryTerm.Answer>
        implements CountsTerms<MinistryTerm.Given> {
    private final LegalClock clock;

    /// @param calendar the working days of Viet Nam
    MinistryTerm(WorkingCalendar calendar) {
        super(
                "ministry-term",
                new Sentence("By when the ministry answers a dossier", "Bộ phải trả lời hồ sơ chậm nhất ngày nào"),
                Given.class,
                Answer.class);
        this.clock = new LegalClock(calendar);
    }

    record Given(
            @Facts.Says("Day on which a complete and valid dossier reached the ministry")
            LocalDate completeAndValidOn,

            @Facts.Says("Day of the ministry's decision or written answer; absent while there is none")
            Optional<LocalDate> answeredOn)
            implements Facts.Checked {
        @Override
        public List<Facts.Problem> impossible() {
            return answeredOn
                    .filter(on -> on.isBefore(completeAndValidOn))
                    .map(on -> List.of(new Facts.Problem(
                            "/answeredOn",
                            say(
                                    "answered on %s, before the dossier was complete on %s",
                                    "trả lời ngày %s, trước khi hồ sơ đầy đủ ngày %s", on, completeAndValidOn))))
                    .orElse(List.of());
        }

        int workingDays() {
            return VN55.number(VN55.ART_5_2_B_2, completeAndValidOn);
        }
    }

    /// @param due last day of the term
    /// @param skipped days after the start and before the due day that were not counted
    /// @param inTime null while the ministry has not answered
    record Answer(
            LocalDate due,
            List<WorkingDays.Skipped> skipped,
            @Nullable Boolean inTime) {}

    @Override
    public Optional<LocalDate> relevantDate(Given facts) {
        return Optional.of(facts.completeAndValidOn());
    }

    @Override
    public List<CountedTerm> terms(Given facts) {
        return List.of(term(facts));
    }

    private CountedTerm term(Given facts) {
        return clock.count("due", new OfWorkingDays(facts.workingDays(), Week.FIVE), facts.completeAndValidOn());
    }

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        DeadlineStrip strip = term(facts).strip();
        LocalDate due = strip.due().orElseThrow();
        List<WorkingDays.Skipped> skipped = strip.skipped();
        Boolean inTime = facts.answeredOn().map(on -> !on.isAfter(due)).orElse(null);
        return new Ruling<>(
                new Answer(due, skipped, inTime), List.of(answeredWithinTheTerm(facts, due, skipped.size())));
    }

    @Clause(VN55.ART_5_2_B_2)
    private static Finding answeredWithinTheTerm(Given facts, LocalDate due, int skipped) {
        Sentence term = say(
                "%d working days after %s end on %s, %d days not counted",
                "%d ngày làm việc sau ngày %s kết thúc ngày %s, %d ngày không tính",
                facts.workingDays(),
                facts.completeAndValidOn(),
                due,
                skipped);
        return facts.answeredOn()
                .map(on -> Finding.of(
                        VN55.ART_5_2_B_2,
                        !on.isAfter(due),
                        say("%s; answered on %s, in time", "%s; trả lời ngày %s, đúng hạn", term, on),
                        say("%s; answered on %s, too late", "%s; trả lời ngày %s, quá hạn", term, on)))
                .orElseGet(() -> Finding.met(
                        VN55.ART_5_2_B_2,
                        say(
                                "%s; no answer is recorded, and silence is no permission",
                                "%s; chưa ghi nhận trả lời, và im lặng không có nghĩa là cho phép", term)));
    }
}
