package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.util.List;
import java.util.Objects;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;

/// How many bridging places an institution may have in a year.
///
/// The total is that of the whole institution in the form, bridging included. Exactly the share is allowed; a part
/// of a place is not rounded up.
final class Quota extends BridgingDecision<Quota.Given, Quota.Answer> {
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
        /// The most places the share allows; counted in two parts, so that no total is too large.
        long maximum(int percent) {
            return switch (form) {
                case REGULAR -> total / 100 * percent + total % 100 * percent / 100;
                case PART_TIME -> total;
            };
        }
    }

    /// @param maximum most bridging places allowed for this total
    record Answer(boolean allowed, long maximum) {}

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        int percent = VN55.number(VN55.ART_8_1_3, Objects.requireNonNull(edition.from()));
        long maximum = facts.maximum(percent);
        return new Ruling<>(
                new Answer(facts.bridging() <= maximum, maximum),
                List.of(withinRegular(facts), withinPartTime(facts), atMostTheShare(facts, percent)));
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
    private static Finding atMostTheShare(Given facts, int percent) {
        if (facts.form() != Form.REGULAR) {
            return otherForm(VN55.ART_8_1_3, facts);
        }
        long maximum = facts.maximum(percent);
        return Finding.of(
                VN55.ART_8_1_3,
                facts.bridging() <= maximum,
                say(
                        "%d of %d regular places; %d percent allows %d",
                        "%d trên %d chỗ chính quy; %d phần trăm cho phép %d",
                        facts.bridging(),
                        facts.total(),
                        percent,
                        maximum),
                say(
                        "%d of %d regular places is more than %d percent, which allows %d",
                        "%d trên %d chỗ chính quy vượt %d phần trăm, mức chỉ cho phép %d",
                        facts.bridging(),
                        facts.total(),
                        percent,
                        maximum));
    }

    private static Finding otherForm(String clause, Given facts) {
        return Finding.doesNotApply(clause, say("the places are %s", "chỗ đang xét thuộc hình thức %s", facts.form()));
    }
}
