package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.time.LegalClock;
import org.matricula.packs.vn.VN55;

/// Where the yearly report stands, and whether there is a ground for suspending bridging admission.
///
/// A report without one of its four sections is not the report that is asked for, so it does not stop the clock. The
/// last good day is not moved for a weekend. Suspending is the ministry's act; this only says whether there is a
/// ground.
final class AnnualReport extends BridgingDecision<AnnualReport.Given, AnnualReport.Answer> {
    AnnualReport() {
        super(
                "annual-report",
                new Sentence("Where the yearly bridging report stands", "Tình trạng báo cáo liên thông hằng năm"),
                Given.class,
                Answer.class);
    }

    /// What a yearly report must hold.
    enum Section implements Told.Worded {
        ADMISSIONS("admissions of the year", "tuyển sinh trong năm"),
        TRAINING("training of the year", "tổ chức đào tạo trong năm"),
        DEGREES("degrees of the year", "cấp bằng trong năm"),
        NEXT_PLAN("plan for the next year", "kế hoạch năm sau");

        private final Sentence words;

        Section(String en, String vi) {
            words = new Sentence(en, vi);
        }

        @Override
        public Sentence words() {
            return words;
        }
    }

    /// How "before 31 December" is read.
    enum Before {
        /// 31 December itself is too late. The default.
        STRICT,
        /// 31 December is the last good day.
        INCLUSIVE
    }

    /// Where the report stands; a report with a section missing is INCOMPLETE also when it was late.
    enum State {
        IN_TIME,
        LATE,
        NOT_SENT,
        INCOMPLETE
    }

    @Facts.Zone("Asia/Ho_Chi_Minh")
    record Given(
            @Facts.Min(1) @Facts.Max(9999) @Facts.Says("The year reported on")
            int year,

            @Facts.Says("When the report was sent; absent when it was not")
            Optional<LocalDateTime> sentAt,

            @Facts.Says("The sections the report has") List<Section> sections,
            @Facts.Says("Day of the question") LocalDate asOf,

            @Facts.Says("How 'before 31 December' is read; STRICT when not told")
            Optional<Before> before)
            implements Facts.Checked {
        Given {
            sections = List.copyOf(sections);
        }

        @Override
        public List<Facts.Problem> impossible() {
            List<Facts.Problem> problems = new ArrayList<>();
            sentAt.filter(at -> at.getYear() < year)
                    .ifPresent(at -> problems.add(new Facts.Problem(
                            "/sentAt",
                            say(
                                    "sent on %s, before the year %d began",
                                    "gửi ngày %s, trước khi năm %d bắt đầu", at.toLocalDate(), year))));
            sentAt.filter(at -> at.toLocalDate().isAfter(asOf))
                    .ifPresent(at -> problems.add(new Facts.Problem(
                            "/asOf",
                            say(
                                    "the question is of %s, but the report was sent later, on %s",
                                    "câu hỏi tính đến %s nhưng báo cáo lại gửi sau đó, ngày %s",
                                    asOf,
                                    at.toLocalDate()))));
            return problems;
        }

        Before reading() {
            return before.orElse(Before.STRICT);
        }

        LocalDate lastGoodDay() {
            LocalDate end = LocalDate.of(year, Month.DECEMBER, 31);
            return switch (reading()) {
                case STRICT -> LegalClock.lastDayBefore(end);
                case INCLUSIVE -> end;
            };
        }

        boolean complete() {
            return sections.containsAll(List.of(Section.values()));
        }

        State state() {
            if (sentAt.isEmpty()) {
                return State.NOT_SENT;
            }
            if (!complete()) {
                return State.INCOMPLETE;
            }
            return sentAt.get().toLocalDate().isAfter(lastGoodDay()) ? State.LATE : State.IN_TIME;
        }

        boolean lastGoodDayHasPassed() {
            return asOf.isAfter(lastGoodDay());
        }

        boolean suspensionGround() {
            return state() != State.IN_TIME && lastGoodDayHasPassed();
        }
    }

    /// @param suspensionGround whether the last good day has passed without a complete report in time
    record Answer(LocalDate lastGoodDay, State state, boolean suspensionGround) {}

    @Override
    public Optional<LocalDate> relevantDate(Given facts) {
        return Optional.of(facts.lastGoodDay());
    }

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        return new Ruling<>(
                new Answer(facts.lastGoodDay(), facts.state(), facts.suspensionGround()),
                List.of(
                        beforeYearEnd(facts),
                        admissions(facts),
                        training(facts),
                        degrees(facts),
                        nextPlan(facts),
                        suspensionGround(facts),
                        truthful(facts)));
    }

    @Clause(VN55.ART_18_2)
    private static Finding beforeYearEnd(Given facts) {
        if (facts.state() == State.IN_TIME) {
            return Finding.met(VN55.ART_18_2, standing(facts));
        }
        return facts.lastGoodDayHasPassed()
                ? Finding.notMet(VN55.ART_18_2, standing(facts))
                : Finding.doesNotApply(
                        VN55.ART_18_2,
                        say(
                                "%s; nothing is late until the end of %s",
                                "%s; đến hết ngày %s thì chưa trễ", standing(facts), facts.lastGoodDay()));
    }

    @Clause(VN55.ART_18_2_1)
    private static Finding admissions(Given facts) {
        return has(VN55.ART_18_2_1, Section.ADMISSIONS, facts);
    }

    @Clause(VN55.ART_18_2_2)
    private static Finding training(Given facts) {
        return has(VN55.ART_18_2_2, Section.TRAINING, facts);
    }

    @Clause(VN55.ART_18_2_3)
    private static Finding degrees(Given facts) {
        return has(VN55.ART_18_2_3, Section.DEGREES, facts);
    }

    @Clause(VN55.ART_18_2_4)
    private static Finding nextPlan(Given facts) {
        return has(VN55.ART_18_2_4, Section.NEXT_PLAN, facts);
    }

    private static Finding has(String clause, Section section, Given facts) {
        if (facts.sentAt().isEmpty()) {
            Sentence none = say("no report on %d was sent", "chưa gửi báo cáo năm %d", facts.year());
            return facts.lastGoodDayHasPassed() ? Finding.notMet(clause, none) : Finding.doesNotApply(clause, none);
        }
        return Finding.of(
                clause,
                facts.sections().contains(section),
                say("the report covers: %s", "báo cáo có phần: %s", section),
                say("the report does not cover: %s", "báo cáo thiếu phần: %s", section));
    }

    /// MET says that the ground is made out, as the clause describes it.
    @Clause(VN55.ART_18_3_1)
    private static Finding suspensionGround(Given facts) {
        return Finding.of(
                VN55.ART_18_3_1,
                facts.suspensionGround(),
                say(
                        "%s; %s has passed, which is a ground for suspension; the ministry decides",
                        "%s; đã qua ngày %s nên có căn cứ để dừng tuyển; Bộ là nơi quyết định",
                        standing(facts),
                        facts.lastGoodDay()),
                say(
                        "%s; as of %s there is no ground for suspension",
                        "%s; tính đến %s chưa có căn cứ để dừng tuyển", standing(facts), facts.asOf()));
    }

    @Clause(VN55.ART_18_3_2)
    private static Finding truthful(Given facts) {
        return facts.sentAt().isEmpty()
                ? Finding.doesNotApply(VN55.ART_18_3_2, say("no report was sent", "chưa gửi báo cáo"))
                : Finding.needsPerson(
                        VN55.ART_18_3_2,
                        say(
                                "do the figures of the report on %d agree with the register? The ministry judges its truth",
                                "số liệu trong báo cáo năm %d có khớp với sổ gốc không? Đúng hay sai do Bộ kết luận",
                                facts.year()));
    }

    private static Sentence standing(Given facts) {
        Sentence reading = reading(facts);
        return facts.sentAt()
                .map(at -> facts.complete()
                        ? say(
                                "the report on %d was sent at %s, last good day %s (%s)",
                                "báo cáo năm %d gửi lúc %s, ngày cuối còn kịp là %s (%s)",
                                facts.year(),
                                at,
                                facts.lastGoodDay(),
                                reading)
                        : say(
                                "the report on %d sent at %s is not complete, last good day %s (%s)",
                                "báo cáo năm %d gửi lúc %s còn thiếu phần, ngày cuối còn kịp là %s (%s)",
                                facts.year(),
                                at,
                                facts.lastGoodDay(),
                                reading))
                .orElseGet(() -> say(
                        "no report on %d was sent by %s, last good day %s (%s)",
                        "tính đến %2$s chưa gửi báo cáo năm %1$d, ngày cuối còn kịp là %3$s (%4$s)",
                        facts.year(),
                        facts.asOf(),
                        facts.lastGoodDay(),
                        reading));
    }

    private static Sentence reading(Given facts) {
        return switch (facts.reading()) {
            case STRICT ->
                say("reading used: 31 December itself is too late", "cách hiểu đã dùng: đúng ngày 31/12 là đã trễ");
            case INCLUSIVE -> say("reading used: 31 December is in time", "cách hiểu đã dùng: ngày 31/12 vẫn còn kịp");
        };
    }
}
