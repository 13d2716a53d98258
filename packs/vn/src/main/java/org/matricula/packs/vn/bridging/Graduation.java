package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;

/// Whether a bridging learner has completed the programme, and which degree belongs to it.
///
/// The form and the level of the degree follow from the programme alone; "bridging" is not written on it. Other
/// conditions of graduation are those of the training regulation and stay with the institution.
final class Graduation extends BridgingDecision<Graduation.Given, Graduation.Answer> {
    Graduation() {
        super(
                "graduation",
                new Sentence(
                        "Whether a bridging learner graduates, and with which degree",
                        "Người học liên thông có được công nhận tốt nghiệp không và nhận bằng nào"),
                Given.class,
                Answer.class);
    }

    /// A degree that is about to be issued.
    record Degree(
            @Facts.Says("Form the degree names") Form form,
            @Facts.Says("Level the degree names") Level level) {}

    record Given(
            @Facts.Says("Form of bridging") Form form,
            @Facts.Says("Level of the programme") Level level,

            @Facts.Min(1) @Facts.Says("Volume of the whole programme")
            BigDecimal required,

            @Facts.Min(0) @Facts.Says("Volume earned in the bridging")
            BigDecimal earned,

            @Facts.Min(0) @Facts.Says("Volume recognised from before")
            BigDecimal recognised,

            @Facts.Says("The degree that is about to be issued, to be checked")
            Optional<Degree> degreeToIssue) {
        BigDecimal completed() {
            return earned.add(recognised);
        }
    }

    /// @param degreeForm form of the degree that belongs to the programme, whether or not it is completed
    /// @param degreeLevel level of that degree
    record Answer(boolean eligible, Form degreeForm, Level degreeLevel) {}

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        Finding completed = completed(facts);
        return new Ruling<>(
                new Answer(completed.isMet(), facts.form(), facts.level()),
                List.of(completed, level(facts), regularDegree(facts), partTimeDegree(facts)));
    }

    @Clause(VN55.ART_13_1_1)
    private static Finding completed(Given facts) {
        return Finding.of(
                VN55.ART_13_1_1,
                facts.completed().compareTo(facts.required()) >= 0,
                volumes(
                        "earned %s and recognised %s make %s of %s",
                        "tích lũy %s và được công nhận %s là %s trên %s", facts),
                volumes(
                        "earned %s and recognised %s make only %s of %s",
                        "tích lũy %s và được công nhận %s mới được %s trên %s", facts));
    }

    private static Sentence volumes(String en, String vi, Given facts) {
        return say(en, vi, facts.earned(), facts.recognised(), facts.completed(), facts.required());
    }

    @Clause(VN55.ART_13_1_2)
    private static Finding level(Given facts) {
        return Finding.of(
                VN55.ART_13_1_2,
                facts.degreeToIssue().map(d -> d.level() == facts.level()).orElse(true),
                say("the degree of a %s programme", "bằng của chương trình %s", facts.level()),
                say(
                        "a degree of another level cannot be issued for a %s programme",
                        "chương trình %s không thể cấp bằng bậc khác", facts.level()));
    }

    @Clause(VN55.ART_13_2_1)
    private static Finding regularDegree(Given facts) {
        return degreeOf(VN55.ART_13_2_1, Form.REGULAR, facts);
    }

    @Clause(VN55.ART_13_2_2)
    private static Finding partTimeDegree(Given facts) {
        return degreeOf(VN55.ART_13_2_2, Form.PART_TIME, facts);
    }

    private static Finding degreeOf(String clause, Form form, Given facts) {
        if (facts.form() != form) {
            return Finding.doesNotApply(
                    clause, say("the bridging is %s", "khóa liên thông theo hình thức %s", facts.form()));
        }
        return Finding.of(
                clause,
                facts.degreeToIssue().map(d -> d.form() == form).orElse(true),
                say("%s bridging leads to the %s degree", "liên thông %s nhận bằng %s", form, form),
                say(
                        "a degree of another form cannot be issued for %s bridging",
                        "liên thông %s không thể cấp bằng của hình thức khác", form));
    }
}
