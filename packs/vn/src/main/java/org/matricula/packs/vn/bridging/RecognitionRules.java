package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;
import org.matricula.packs.vn.bridging.Recognition.Given;
import org.matricula.packs.vn.bridging.Recognition.Ground;
import org.matricula.packs.vn.bridging.Recognition.VolumeUnit;

/// The clauses on recognising earlier results, in the order of the text.
final class RecognitionRules {
    private RecognitionRules() {}

    static List<Finding> examine(Given facts) {
        return List.of(
                unitFitsForm(facts),
                councilProposes(facts),
                headDecides(facts),
                eachLearner(facts),
                publicBeforeTraining(facts),
                objectives(facts),
                outcomes(facts),
                content(facts),
                volume(facts),
                assessment(facts));
    }

    @Clause(VN55.ART_10_1)
    private static Finding unitFitsForm(Given facts) {
        return Finding.of(
                VN55.ART_10_1,
                facts.form() == Form.PART_TIME || facts.unit() == VolumeUnit.CREDIT,
                say(
                        "%s bridging counted in %s: %s of %s exempted, %s left",
                        "liên thông %s tính bằng %s: được miễn %s trên %s, còn %s",
                        facts.form(),
                        facts.unit(),
                        facts.exempted(),
                        facts.required(),
                        facts.remaining()),
                say(
                        "regular bridging counts in credits (VN55:4.5, VN55:12.1/1), not in %s",
                        "liên thông chính quy tính bằng tín chỉ (VN55:4.5, VN55:12.1/1), không tính bằng %s",
                        facts.unit()));
    }

    @Clause(VN55.ART_11_2_1)
    private static Finding councilProposes(Given facts) {
        if (facts.proposedOn().isEmpty()) {
            return Finding.notMet(VN55.ART_11_2_1, say("the council has proposed nothing", "hội đồng chưa có đề nghị"));
        }
        LocalDate proposed = facts.proposedOn().get();
        Optional<LocalDate> decided = facts.decidedOn();
        return Finding.of(
                VN55.ART_11_2_1,
                decided.isEmpty() || !proposed.isAfter(decided.get()),
                decided.map(on -> say(
                                "the council proposed on %s, the decision is of %s",
                                "hội đồng đề nghị ngày %s, quyết định ngày %s", proposed, on))
                        .orElseGet(() -> say("the council proposed on %s", "hội đồng đề nghị ngày %s", proposed)),
                say(
                        "the council proposed only on %s, after the decision of %s",
                        "hội đồng đến ngày %s mới đề nghị, sau quyết định ngày %s",
                        proposed,
                        decided.orElse(proposed)));
    }

    @Clause(VN55.ART_11_2_2)
    private static Finding headDecides(Given facts) {
        if (facts.decidedOn().isEmpty()) {
            return Finding.notMet(
                    VN55.ART_11_2_2, say("the head has not decided", "người đứng đầu trường chưa quyết định"));
        }
        boolean agrees = facts.sumOfItems().compareTo(facts.exempted()) == 0;
        return Finding.of(
                VN55.ART_11_2_2,
                agrees,
                say(
                        "decided on %s: %d courses, together %s %s",
                        "quyết định ngày %s: %d học phần, cộng lại %s %s",
                        facts.decidedOn().get(),
                        facts.items().size(),
                        facts.sumOfItems(),
                        facts.unit()),
                say(
                        "the courses listed add up to %s, but %s are exempted",
                        "các học phần đã kê cộng lại là %s nhưng số được miễn lại ghi %s",
                        facts.sumOfItems(),
                        facts.exempted()));
    }

    @Clause(VN55.ART_11_2_3)
    private static Finding eachLearner(Given facts) {
        return Finding.of(
                VN55.ART_11_2_3,
                facts.ownRecord(),
                say("the learner has a record of the learner's own", "người học có quyết định ghi riêng"),
                say("there is no record of this learner's own", "chưa có quyết định ghi riêng cho người học này"));
    }

    @Clause(VN55.ART_11_2_4)
    private static Finding publicBeforeTraining(Given facts) {
        if (facts.trainingStartsAt().isEmpty()) {
            return facts.publishedAt()
                    .map(at -> Finding.met(
                            VN55.ART_11_2_4,
                            say("published at %s; no training has begun", "đã đăng lúc %s; chưa bắt đầu dạy", at)))
                    .orElseGet(() -> Finding.doesNotApply(
                            VN55.ART_11_2_4,
                            say("no beginning of the training is set yet", "chưa định ngày bắt đầu dạy")));
        }
        LocalDateTime start = facts.trainingStartsAt().get();
        return facts.publishedAt()
                .map(at -> Finding.of(
                        VN55.ART_11_2_4,
                        at.isBefore(start),
                        say("published at %s, the training begins at %s", "đăng lúc %s, bắt đầu dạy lúc %s", at, start),
                        say(
                                "published at %s, not before the training began at %s",
                                "đăng lúc %s, không sớm hơn lúc bắt đầu dạy %s", at, start)))
                .orElseGet(() -> Finding.notMet(
                        VN55.ART_11_2_4,
                        say(
                                "the training begins at %s and nothing is published",
                                "bắt đầu dạy lúc %s mà kết quả chưa đăng", start)));
    }

    @Clause(VN55.ART_14_2_1)
    private static Finding objectives(Given facts) {
        return compared(VN55.ART_14_2_1, Ground.OBJECTIVES, facts);
    }

    @Clause(VN55.ART_14_2_2)
    private static Finding outcomes(Given facts) {
        return compared(VN55.ART_14_2_2, Ground.OUTCOMES, facts);
    }

    @Clause(VN55.ART_14_2_3)
    private static Finding content(Given facts) {
        return compared(VN55.ART_14_2_3, Ground.CONTENT, facts);
    }

    @Clause(VN55.ART_14_2_4)
    private static Finding volume(Given facts) {
        return compared(VN55.ART_14_2_4, Ground.VOLUME, facts);
    }

    @Clause(VN55.ART_14_2_5)
    private static Finding assessment(Given facts) {
        return compared(VN55.ART_14_2_5, Ground.ASSESSMENT, facts);
    }

    private static Finding compared(String clause, Ground ground, Given facts) {
        Sentence reading = reading(facts);
        if (!facts.comparisonAsked()) {
            return Finding.doesNotApply(
                    clause, say("not asked of this diploma (%s)", "không đòi hỏi với bằng này (%s)", reading));
        }
        return Finding.of(
                clause,
                facts.compared().contains(ground),
                say("compared: %s (%s)", "đã đối chiếu: %s (%s)", ground, reading),
                say("not compared: %s (%s)", "chưa đối chiếu: %s (%s)", ground, reading));
    }

    private static Sentence reading(Given facts) {
        return switch (facts.reading()) {
            case EVERYONE ->
                say("reading used: asked of every learner", "cách hiểu đã dùng: áp dụng với mọi người học");
            case VOCATIONAL_ONLY ->
                say(
                        "reading used: asked of holders of vocational diplomas",
                        "cách hiểu đã dùng: chỉ áp dụng với người có bằng nghề");
        };
    }
}
