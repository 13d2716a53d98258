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
import org.matricula.packs.vn.VN55;

/// By when a bridging exam must be reported to the ministry, and whether it was.
///
/// Counted back by calendar months with the month end clamped: an exam on 30 April is reported by 28 February. The day
/// is not moved for a weekend or a holiday. A new exam date needs a new report. A [org.matricula.law.time.LegalClock]
/// only counts forward from a day, so the months are taken off here.
final class ExamReport extends BridgingDecision<ExamReport.Given, ExamReport.Answer> {
    ExamReport() {
        super(
                "exam-report",
                new Sentence("By when an exam must be reported", "Lịch thi phải báo cáo chậm nhất ngày nào"),
                Given.class,
                Answer.class);
    }

    /// How "two months in advance" is read.
    enum TwoMonths {
        /// A report exactly two months before the exam is early enough. The default.
        TO_THE_DAY,
        /// More than two months: the day before that at the latest.
        MORE_THAN
    }

    record Given(
            @Facts.Says("Day of the exam") LocalDate examOn,

            @Facts.Says("Day on which it was reported to the ministry; absent when it was not")
            Optional<LocalDate> reportedOn,

            @Facts.Says("Day of the question; with it a missing report can be found late")
            Optional<LocalDate> asOf,

            @Facts.Says("How 'two months in advance' is read; TO_THE_DAY when not told")
            Optional<TwoMonths> twoMonths) {
        LocalDate reportBy() {
            LocalDate exact = examOn.minusMonths(VN55.number(VN55.ART_18_1, examOn));
            return switch (reading()) {
                case TO_THE_DAY -> exact;
                case MORE_THAN -> exact.minusDays(1);
            };
        }

        TwoMonths reading() {
            return twoMonths.orElse(TwoMonths.TO_THE_DAY);
        }
    }

    /// @param reportBy last day on which a report is in time
    /// @param inTime null while nothing was reported
    record Answer(LocalDate reportBy, @Nullable Boolean inTime) {}

    @Override
    public Optional<LocalDate> relevantDate(Given facts) {
        return Optional.of(facts.examOn());
    }

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        Boolean inTime =
                facts.reportedOn().map(on -> !on.isAfter(facts.reportBy())).orElse(null);
        return new Ruling<>(
                new Answer(facts.reportBy(), inTime), List.of(twoMonthsAhead(facts), suspensionGround(facts)));
    }

    @Clause(VN55.ART_18_1)
    private static Finding twoMonthsAhead(Given facts) {
        LocalDate by = facts.reportBy();
        if (facts.reportedOn().isPresent()) {
            LocalDate on = facts.reportedOn().get();
            return Finding.of(
                    VN55.ART_18_1,
                    !on.isAfter(by),
                    say(
                            "the exam of %s was reported on %s, by %s (%s)",
                            "kỳ thi ngày %s được báo ngày %s, hạn là %s (%s)", facts.examOn(), on, by, reading(facts)),
                    say(
                            "the exam of %s was reported on %s, after %s (%s)",
                            "kỳ thi ngày %s đến ngày %s mới báo, quá hạn %s (%s)",
                            facts.examOn(),
                            on,
                            by,
                            reading(facts)));
        }
        boolean late = facts.asOf().map(day -> day.isAfter(by)).orElse(false);
        Sentence open = say(
                "the exam of %s is to be reported by %s; no report is recorded (%s)",
                "kỳ thi ngày %s phải báo chậm nhất ngày %s; chưa ghi nhận báo cáo (%s)",
                facts.examOn(),
                by,
                reading(facts));
        return late ? Finding.notMet(VN55.ART_18_1, open) : Finding.doesNotApply(VN55.ART_18_1, open);
    }

    /// MET says that the ground is made out: the last good day has passed without a report. Open while neither a report
    /// nor the day of the question is told.
    @Clause(VN55.ART_18_3_1)
    private static Finding suspensionGround(Given facts) {
        Optional<LocalDate> judgedOn = facts.reportedOn().or(facts::asOf);
        if (judgedOn.isEmpty()) {
            return Finding.doesNotApply(
                    VN55.ART_18_3_1,
                    say(
                            "neither a report nor the day of the question is told",
                            "chưa nêu ngày báo cáo, cũng chưa nêu ngày hỏi"));
        }
        LocalDate by = facts.reportBy();
        return Finding.of(
                VN55.ART_18_3_1,
                judgedOn.get().isAfter(by),
                say(
                        "%s passed without a report, which is a ground for suspension; the ministry decides",
                        "đã qua ngày %s mà chưa báo cáo nên có căn cứ để dừng tuyển; Bộ là nơi quyết định", by),
                say(
                        "as of %s there is no ground for suspension; the last good day is %s",
                        "tính đến %s chưa có căn cứ để dừng tuyển; ngày cuối còn kịp là %s", judgedOn.get(), by));
    }

    private static Sentence reading(Given facts) {
        return switch (facts.reading()) {
            case TO_THE_DAY ->
                say("reading used: two months to the day are enough", "cách hiểu đã dùng: đúng hai tháng là đủ sớm");
            case MORE_THAN -> say("reading used: more than two months", "cách hiểu đã dùng: phải sớm hơn hai tháng");
        };
    }
}
