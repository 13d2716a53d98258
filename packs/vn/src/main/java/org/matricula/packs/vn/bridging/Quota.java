package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.util.List;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;

/// How many bridging places an institution may have in a year.
///
/// The total is that of the whole institution in the form, bridging included. Exactly one fifth is allowed; a part of a
/// place is not rounded up.
final class Quota extends BridgingDecision<Quota.Given, Quota.Answer> {
    /// One in so many regular places may be a bridging place: 20 percent.
    private static final int ONE_IN = 5;

    Quota() {
        super(
                "quota",
                new Sentence("How many bridging places are allowed", "Được bao nhiêu chỗ liên thông"),
                Given.class,
                Answer.class);
    }

    record Given(
            @Facts.Says("Form of bridging") Form form,

            @Facts.Min(0) @Facts.Says("All places of the institution in this form and year, bridging included")
            long total,

            @Facts.Min(0) @Facts.Says("Bridging places among them")
            long bridging) {
        long maximum() {
            return switch (form) {
                case REGULAR -> total / ONE_IN;
                case PART_TIME -> total;
            };
        }
    }

    /// @param maximum most bridging places allowed for this total
    record Answer(boolean allowed, long maximum) {}

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        return new Ruling<>(
                new Answer(facts.bridging() <= facts.maximum(), facts.maximum()),
                List.of(withinRegular(facts), withinPartTime(facts), atMostOneFifth(facts)));
    }

    @Clause(VN55.ART_8_1_1)
    private static Finding withinRegular(Given facts) {
        return within(VN55.ART_8_1_1, Form.REGULAR, facts);
    }

    @Clause(VN55.ART_8_1_2)
    private static Finding withinPartTime(Given facts) {
        return within(VN55.ART_8_1_2, Form.PART_TIME, facts);
    }

    private static Finding within(String clause, Form form, Given facts) {
        if (facts.form() != form) {
            return otherForm(clause, facts);
        }
        return Finding.of(
                clause,
                facts.bridging() <= facts.total(),
                say(
                        "%d bridging places are among the %d %s places",
                        "%d chỗ liên thông nằm trong %d chỗ %s", facts.bridging(), facts.total(), form),
                say(
                        "%d bridging places are more than all %d %s places",
                        "%d chỗ liên thông nhiều hơn cả %d chỗ %s", facts.bridging(), facts.total(), form));
    }

    @Clause(VN55.ART_8_1_3)
    private static Finding atMostOneFifth(Given facts) {
        if (facts.form() != Form.REGULAR) {
            return otherForm(VN55.ART_8_1_3, facts);
        }
        return Finding.of(
                VN55.ART_8_1_3,
                facts.bridging() <= facts.maximum(),
                say(
                        "%d of %d regular places; up to %d is at most 20 percent",
                        "%d trên %d chỗ chính quy; tối đa 20 phần trăm là %d",
                        facts.bridging(),
                        facts.total(),
                        facts.maximum()),
                say(
                        "%d of %d regular places is more than 20 percent, which is %d",
                        "%d trên %d chỗ chính quy vượt 20 phần trăm, tức là quá %d",
                        facts.bridging(),
                        facts.total(),
                        facts.maximum()));
    }

    private static Finding otherForm(String clause, Given facts) {
        return Finding.doesNotApply(clause, say("the places are %s", "chỗ đang xét thuộc hình thức %s", facts.form()));
    }
}
