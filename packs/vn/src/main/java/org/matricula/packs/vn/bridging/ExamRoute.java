package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.time.LegalClock;
import org.matricula.law.time.Term.Months;
import org.matricula.packs.vn.VN55;

/// Which exam a candidate sits: the institution's own after 36 months, the common one before.
///
/// The months run from the day on the diploma to the local day of filing, by the calendar: 36 months from 29 February
/// 2012 end on 28 February 2015.
final class ExamRoute extends BridgingDecision<ExamRoute.Given, ExamRoute.Answer> {
    ExamRoute() {
        super(
                "exam-route",
                new Sentence("Which exam a bridging candidate sits", "Thí sinh liên thông dự kỳ thi nào"),
                Given.class,
                Answer.class);
    }

    /// How the day itself on which the 36 months end is read; the text can be read both ways.
    enum OnBoundaryDay {
        /// The term is complete on that day ("not yet complete" is read narrowly). The default.
        OWN_EXAM,
        /// The term ends with the end of that day, as terms in months do in civil law.
        COMMON_EXAM
    }

    record Given(
            @Facts.Says("Form of bridging") Form form,

            @Facts.Says("Kind of the diploma the candidate applies with")
            DiplomaKind diplomaKind,

            @Facts.Says("Day of grant written on that diploma")
            LocalDate diplomaGrantedOn,

            @Facts.Says("Local day on which the exam dossier was filed")
            LocalDate dossierFiledOn,

            @Facts.Says("How the very day 36 months after the grant is read; OWN_EXAM when not told")
            Optional<OnBoundaryDay> onBoundaryDay)
            implements Facts.Checked {
        @Override
        public List<Facts.Problem> impossible() {
            return dossierFiledOn.isBefore(diplomaGrantedOn)
                    ? List.of(new Facts.Problem(
                            "/dossierFiledOn",
                            say(
                                    "filed on %s, before the diploma was granted on %s",
                                    "nộp ngày %s, trước khi bằng được cấp ngày %s", dossierFiledOn, diplomaGrantedOn)))
                    : List.of();
        }

        /// How many months the diploma must be held before the own exam.
        int months() {
            return VN55.number(
                    switch (form) {
                        case REGULAR -> VN55.ART_9_1_A_1;
                        case PART_TIME -> VN55.ART_9_2_A_1;
                    },
                    dossierFiledOn);
        }

        LocalDate monthsEndOn() {
            return LegalClock.ofPlainDays().due(new Months(months()), diplomaGrantedOn);
        }

        OnBoundaryDay reading() {
            return onBoundaryDay.orElse(OnBoundaryDay.OWN_EXAM);
        }

        LocalDate ownExamFrom() {
            return switch (reading()) {
                case OWN_EXAM -> monthsEndOn();
                case COMMON_EXAM -> monthsEndOn().plusDays(1);
            };
        }

        boolean termIsOver() {
            return !dossierFiledOn.isBefore(ownExamFrom());
        }
    }

    /// @param boundaryDay whether the dossier was filed on the very day on which the 36 months end
    /// @param ownExamFrom first day of filing that leads to the own exam
    record Answer(Route route, boolean boundaryDay, LocalDate ownExamFrom) {}

    @Override
    public Optional<LocalDate> relevantDate(Given facts) {
        return Optional.of(facts.dossierFiledOn());
    }

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        return new Ruling<>(
                new Answer(
                        facts.termIsOver() ? Route.OWN_EXAM : Route.COMMON_EXAM,
                        facts.dossierFiledOn().equals(facts.monthsEndOn()),
                        facts.ownExamFrom()),
                List.of(regularOwn(facts), regularCommon(facts), partTimeOwn(facts), partTimeCommon(facts)));
    }

    @Clause(VN55.ART_9_1_A_1)
    private static Finding regularOwn(Given facts) {
        return ownExam(VN55.ART_9_1_A_1, Form.REGULAR, facts);
    }

    @Clause(VN55.ART_9_1_B_1)
    private static Finding regularCommon(Given facts) {
        return commonExam(VN55.ART_9_1_B_1, Form.REGULAR, facts);
    }

    @Clause(VN55.ART_9_2_A_1)
    private static Finding partTimeOwn(Given facts) {
        return ownExam(VN55.ART_9_2_A_1, Form.PART_TIME, facts);
    }

    @Clause(VN55.ART_9_2_B_1)
    private static Finding partTimeCommon(Given facts) {
        return commonExam(VN55.ART_9_2_B_1, Form.PART_TIME, facts);
    }

    private static Finding ownExam(String clause, Form form, Given facts) {
        return facts.form() == form
                ? Finding.of(clause, facts.termIsOver(), when(facts), when(facts))
                : otherForm(clause, facts);
    }

    private static Finding commonExam(String clause, Form form, Given facts) {
        return facts.form() == form
                ? Finding.of(clause, !facts.termIsOver(), when(facts), when(facts))
                : otherForm(clause, facts);
    }

    private static Finding otherForm(String clause, Given facts) {
        return Finding.doesNotApply(
                clause, say("the bridging is %s", "khóa liên thông theo hình thức %s", facts.form()));
    }

    private static Sentence when(Given facts) {
        LocalDate filed = facts.dossierFiledOn();
        LocalDate end = facts.monthsEndOn();
        Sentence diploma = say(
                "%s diploma of %s; %s",
                "bằng %s cấp ngày %s; %s", facts.diplomaKind(), facts.diplomaGrantedOn(), reading(facts));
        if (filed.isBefore(end)) {
            return say(
                    "%d months end only on %s; filed on %s (%s)",
                    "đủ %d tháng là vào ngày %s; hồ sơ nộp ngày %s (%s)", facts.months(), end, filed, diploma);
        }
        if (filed.equals(end)) {
            return say(
                    "%d months ended on %s, the boundary day; filed on %s (%s)",
                    "%d tháng kết thúc đúng ngày ranh giới %s; hồ sơ nộp ngày %s (%s)",
                    facts.months(),
                    end,
                    filed,
                    diploma);
        }
        return say(
                "%d months ended on %s; filed on %s (%s)",
                "%d tháng đã hết vào ngày %s; hồ sơ nộp ngày %s (%s)", facts.months(), end, filed, diploma);
    }

    private static Sentence reading(Given facts) {
        return switch (facts.reading()) {
            case OWN_EXAM ->
                say(
                        "reading used: the day itself leads to the own exam",
                        "cách hiểu đã dùng: đúng ngày đó đã được thi riêng");
            case COMMON_EXAM ->
                say(
                        "reading used: the day itself still leads to the common exam",
                        "cách hiểu đã dùng: đúng ngày đó vẫn phải thi chung");
        };
    }
}
