package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;

/// Whether an institution may organise bridging: all conditions of article 4 together.
final class Conditions extends BridgingDecision<Conditions.Given, Conditions.Answer> {
    Conditions() {
        super(
                "conditions",
                new Sentence("Whether an institution may organise bridging", "Trường có được mở liên thông không"),
                Given.class,
                Answer.class);
    }

    /// What the website must show.
    enum Published implements Told.Worded {
        OUTCOMES("outcome standards", "chuẩn đầu ra"),
        CURRICULUM("curriculum", "chương trình đào tạo"),
        QUALITY("quality-assurance conditions", "điều kiện bảo đảm chất lượng");

        private final Sentence words;

        Published(String en, String vi) {
            words = new Sentence(en, vi);
        }

        @Override
        public Sentence words() {
            return words;
        }
    }

    /// Two false values also stand for "there is no decision at all".
    record FieldDecision(
            @Facts.Says("There is a decision for the very field of the bridging")
            boolean sameField,

            @Facts.Says("That decision is for the level the bridging leads to")
            boolean sameLevel) {}

    record Given(
            @Facts.Says("Form of bridging") Form form,

            @Facts.Says("The decision to open regular training")
            FieldDecision fieldDecision,

            @Facts.Says("The institution has a self-assessment report")
            boolean selfAssessmentReport,

            @Facts.Says("Accreditation keeps to the ministry's schedule")
            boolean accreditationOnSchedule,

            @Facts.Says("What the website shows") List<Published> published,
            @Facts.Says("A bridging council is in force") boolean councilInForce,

            @Facts.Says("Regular training is already taught by credits")
            boolean creditBasedRegular) {
        Given {
            published = List.copyOf(published);
        }
    }

    /// @param unmet the conditions that are not met, in the order of the text
    record Answer(boolean mayOrganise, List<String> unmet) {}

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        List<Finding> conditions = List.of(
                fieldDecision(facts),
                selfAssessment(facts),
                accreditation(facts),
                published(facts),
                council(facts),
                creditBased(facts));
        List<String> unmet = conditions.stream()
                .filter(Finding::isNotMet)
                .map(Finding::clause)
                .toList();
        List<Finding> findings = new ArrayList<>();
        findings.add(allTogether(unmet));
        findings.addAll(conditions);
        findings.add(mayOrganise(unmet));
        return new Ruling<>(new Answer(unmet.isEmpty(), unmet), findings);
    }

    @Clause(VN55.ART_4)
    private static Finding allTogether(List<String> unmet) {
        return Finding.of(
                VN55.ART_4,
                unmet.isEmpty(),
                say("all conditions are met", "mọi điều kiện đều đạt"),
                say("conditions not met: %s", "điều kiện chưa đạt: %s", String.join(", ", unmet)));
    }

    @Clause(VN55.ART_4_1)
    private static Finding fieldDecision(Given facts) {
        FieldDecision decision = facts.fieldDecision();
        Sentence fault = decision.sameField()
                ? say("the decision to open the field is for another level", "quyết định mở ngành là cho bậc khác")
                : say(
                        "there is no decision to open regular training in this field",
                        "chưa có quyết định mở ngành này ở hệ chính quy");
        return Finding.of(
                VN55.ART_4_1,
                decision.sameField() && decision.sameLevel(),
                say(
                        "regular training in this field and level may be opened by decision",
                        "đã có quyết định mở đúng ngành, đúng bậc ở hệ chính quy"),
                fault);
    }

    @Clause(VN55.ART_4_2_1)
    private static Finding selfAssessment(Given facts) {
        return Finding.of(
                VN55.ART_4_2_1,
                facts.selfAssessmentReport(),
                say("there is a self-assessment report", "có báo cáo tự đánh giá"),
                say("there is no self-assessment report", "chưa có báo cáo tự đánh giá"));
    }

    @Clause(VN55.ART_4_2_2)
    private static Finding accreditation(Given facts) {
        return Finding.of(
                VN55.ART_4_2_2,
                facts.accreditationOnSchedule(),
                say("accreditation keeps to the ministry's schedule", "kiểm định đúng lịch của Bộ"),
                say("accreditation does not keep to the ministry's schedule", "kiểm định chưa đúng lịch của Bộ"));
    }

    @Clause(VN55.ART_4_3)
    private static Finding published(Given facts) {
        List<Published> missing = Stream.of(Published.values())
                .filter(p -> !facts.published().contains(p))
                .toList();
        return Finding.of(
                VN55.ART_4_3,
                missing.isEmpty(),
                say("all three are on the website", "trang thông tin đã có đủ ba nội dung"),
                say("not on the website: %s", "trang thông tin còn thiếu: %s", Told.names(missing)));
    }

    @Clause(VN55.ART_4_4)
    private static Finding council(Given facts) {
        return Finding.of(
                VN55.ART_4_4,
                facts.councilInForce(),
                say("a bridging council is in force", "hội đồng liên thông đang hoạt động"),
                say("no bridging council is in force", "chưa có hội đồng liên thông"));
    }

    @Clause(VN55.ART_4_5)
    private static Finding creditBased(Given facts) {
        return switch (facts.form()) {
            case PART_TIME ->
                Finding.doesNotApply(
                        VN55.ART_4_5,
                        say("asked of regular bridging only", "điều kiện này chỉ đặt ra với liên thông chính quy"));
            case REGULAR ->
                Finding.of(
                        VN55.ART_4_5,
                        facts.creditBasedRegular(),
                        say("regular training is taught by credits", "hệ chính quy đang dạy theo tín chỉ"),
                        say("regular training is not taught by credits yet", "hệ chính quy chưa dạy theo tín chỉ"));
        };
    }

    @Clause(VN55.ART_14_7)
    private static Finding mayOrganise(List<String> unmet) {
        return Finding.of(
                VN55.ART_14_7,
                unmet.isEmpty(),
                say("article 4 is met, so bridging may be organised", "đã đạt Điều 4 nên được mở liên thông"),
                say(
                        "article 4 is not met, so bridging may not be organised yet",
                        "chưa đạt Điều 4 nên chưa được mở liên thông"));
    }
}
