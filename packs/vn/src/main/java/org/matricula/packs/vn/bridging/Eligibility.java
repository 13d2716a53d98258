package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;
import org.matricula.packs.vn.bridging.Diploma.Authority;

/// Whether a candidate may take the bridging exam, and on which diploma.
///
/// One diploma is enough; points a, b and c are tried in the order of the text. The proof of high school is asked of
/// the vocational diploma the candidate relies on, not of a second diploma that is not needed.
final class Eligibility extends BridgingDecision<Eligibility.Given, Eligibility.Answer> {
    Eligibility() {
        super(
                "eligibility",
                new Sentence(
                        "Whether a candidate may take the bridging exam",
                        "Thí sinh có đủ điều kiện dự thi liên thông không"),
                Given.class,
                Answer.class);
    }

    /// What shows that the holder of a vocational diploma finished high school.
    enum HighSchoolProof {
        /// A high-school diploma.
        DIPLOMA,
        /// The full volume of the cultural subjects studied and their graduation exam passed.
        CULTURAL_EXAM,
        /// Neither.
        NONE
    }

    record ExtraCondition(
            @Facts.NotEmpty @Facts.Says("The condition, in a few words")
            String name,

            @Facts.Says("Day on which the ministry approved it")
            Optional<LocalDate> approvedOn,

            @Facts.Says("Whether the candidate satisfies it")
            boolean met) {
        boolean inForceOn(LocalDate day) {
            return approvedOn.isPresent() && !approvedOn.get().isAfter(day);
        }
    }

    record Given(
            @Facts.Says("Local day on which the exam dossier was filed")
            LocalDate filedOn,

            @Facts.Says("The candidate's diplomas above high school")
            List<Diploma> diplomas,

            @Facts.Says("Proof of high school") HighSchoolProof highSchoolProof,

            @Facts.Says("Conditions added for a special field")
            Optional<List<ExtraCondition>> extraConditions) {
        Given {
            diplomas = List.copyOf(diplomas);
        }

        boolean highSchoolShown() {
            return highSchoolProof != HighSchoolProof.NONE;
        }

        boolean holdsVocational() {
            return diplomas.stream().anyMatch(d -> d.kind().vocational());
        }

        List<ExtraCondition> extras() {
            return extraConditions.orElse(List.of());
        }
    }

    /// @param via the point of clause 7.1 the candidate relies on; null unless eligible
    record Answer(boolean eligible, @Nullable String via) {}

    /// The diploma relied on and the point it satisfies.
    private record Basis(String point, Diploma diploma) {}

    @Override
    public Optional<LocalDate> relevantDate(Given facts) {
        return Optional.of(facts.filedOn());
    }

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        Optional<Basis> basis = basis(facts);
        Finding extra = extraConditionsAreMet(facts);
        boolean eligible = basis.isPresent() && !extra.isNotMet();
        List<Finding> findings = List.of(
                oneDiploma(facts),
                professionalOrCollege(facts),
                vocational(facts),
                foreign(facts),
                highSchool(facts, basis),
                extra,
                extraConditionsAreApproved(facts));
        return new Ruling<>(
                new Answer(eligible, eligible ? basis.map(Basis::point).orElse(null) : null), findings);
    }

    private static Optional<Basis> basis(Given facts) {
        return facts.diplomas().stream()
                .filter(d -> faults(d, facts).isEmpty())
                .filter(d -> !d.kind().vocational() || facts.highSchoolShown())
                .map(d -> new Basis(point(d), d))
                .min((one, other) -> one.point().compareTo(other.point()));
    }

    private static String point(Diploma diploma) {
        if (!diploma.domestic()) {
            return VN55.ART_7_1_C;
        }
        return diploma.kind().vocational() ? VN55.ART_7_1_B : VN55.ART_7_1_A;
    }

    private static List<Sentence> faults(Diploma diploma, Given facts) {
        if (!diploma.domestic()) {
            return diploma.faultsOfRecognition(facts.filedOn());
        }
        Authority schedule = diploma.kind().vocational() ? Authority.MOLISA : Authority.MOET;
        return diploma.faultsOfSchool(schedule, facts.filedOn());
    }

    @Clause(VN55.ART_7_1)
    private static Finding oneDiploma(Given facts) {
        Optional<Diploma> good = facts.diplomas().stream()
                .filter(d -> faults(d, facts).isEmpty())
                .findFirst();
        return good.map(d -> Finding.met(
                        VN55.ART_7_1,
                        say("the %s diploma satisfies one of the points", "bằng %s thuộc một trong các điểm", d)))
                .orElseGet(() -> Finding.notMet(
                        VN55.ART_7_1,
                        say(
                                "none of the %d diplomas shown satisfies a point of the clause",
                                "trong %d bằng đã nêu không bằng nào thuộc các điểm của khoản này",
                                facts.diplomas().size())));
    }

    @Clause(VN55.ART_7_1_A)
    private static Finding professionalOrCollege(Given facts) {
        return examined(
                VN55.ART_7_1_A,
                facts,
                d -> d.domestic() && !d.kind().vocational(),
                say(
                        "no domestic professional-secondary or college diploma is shown",
                        "không nêu bằng trung cấp chuyên nghiệp hay cao đẳng trong nước"));
    }

    @Clause(VN55.ART_7_1_B)
    private static Finding vocational(Given facts) {
        return examined(
                VN55.ART_7_1_B,
                facts,
                d -> d.domestic() && d.kind().vocational(),
                say(
                        "no domestic vocational diploma is shown",
                        "không nêu bằng trung cấp nghề hay cao đẳng nghề trong nước"));
    }

    @Clause(VN55.ART_7_1_C)
    private static Finding foreign(Given facts) {
        return examined(
                VN55.ART_7_1_C,
                facts,
                d -> !d.domestic(),
                say("no diploma of a foreign school is shown", "không nêu bằng của trường nước ngoài"));
    }

    private static Finding examined(String clause, Given facts, Predicate<Diploma> concerned, Sentence none) {
        List<Diploma> diplomas = facts.diplomas().stream().filter(concerned).toList();
        if (diplomas.isEmpty()) {
            return Finding.doesNotApply(clause, none);
        }
        return diplomas.stream()
                .filter(d -> faults(d, facts).isEmpty())
                .findFirst()
                .map(d -> Finding.met(clause, good(d, facts)))
                .orElseGet(() -> Finding.notMet(
                        clause,
                        Told.together(diplomas.stream()
                                .flatMap(d -> faults(d, facts).stream())
                                .toList())));
    }

    private static Sentence good(Diploma diploma, Given facts) {
        if (!diploma.domestic()) {
            return say(
                    "the foreign %s diploma was recognised on %s, the dossier was filed on %s",
                    "bằng %s nước ngoài được công nhận ngày %s, hồ sơ nộp ngày %s",
                    diploma,
                    diploma.recognisedOn().orElseThrow(),
                    facts.filedOn());
        }
        return say(
                "the school of the %s diploma had its self-assessment report (%s) and accreditation on the schedule of the %s (%s) when the dossier was filed on %s",
                "khi hồ sơ nộp ngày %5$s, trường cấp bằng %1$s đã có báo cáo tự đánh giá (%2$s) và kiểm định theo lịch của %3$s (%4$s)",
                diploma,
                diploma.selfAssessmentFrom().orElseThrow(),
                diploma.authority(),
                diploma.accreditationFrom().orElseThrow(),
                facts.filedOn());
    }

    @Clause(VN55.ART_7_2)
    private static Finding highSchool(Given facts, Optional<Basis> basis) {
        if (!facts.holdsVocational()) {
            return Finding.doesNotApply(VN55.ART_7_2, say("no vocational diploma is shown", "không nêu bằng nghề nào"));
        }
        if (basis.isPresent() && !basis.get().diploma().kind().vocational()) {
            return Finding.doesNotApply(
                    VN55.ART_7_2,
                    say(
                            "the candidate relies on the %s diploma, which is not vocational",
                            "thí sinh dùng bằng %s, không phải bằng nghề",
                            basis.get().diploma()));
        }
        return switch (facts.highSchoolProof()) {
            case DIPLOMA ->
                Finding.met(
                        VN55.ART_7_2, say("a high-school diploma is shown", "có bằng tốt nghiệp trung học phổ thông"));
            case CULTURAL_EXAM ->
                Finding.met(
                        VN55.ART_7_2,
                        say(
                                "the cultural subjects of high school were completed and their exam passed",
                                "đã học trọn các môn văn hóa phổ thông và thi đạt"));
            case NONE ->
                Finding.notMet(
                        VN55.ART_7_2,
                        say(
                                "a vocational diploma without a high-school diploma or a passed exam in the cultural subjects",
                                "bằng nghề mà không có bằng phổ thông, cũng chưa thi đạt các môn văn hóa"));
        };
    }

    @Clause(VN55.ART_7_3_1)
    private static Finding extraConditionsAreMet(Given facts) {
        List<ExtraCondition> inForce = facts.extras().stream()
                .filter(e -> e.inForceOn(facts.filedOn()))
                .toList();
        if (inForce.isEmpty()) {
            return Finding.doesNotApply(
                    VN55.ART_7_3_1,
                    say(
                            "no added condition was in force on %s",
                            "đến ngày %s không có điều kiện thêm nào có hiệu lực", facts.filedOn()));
        }
        List<String> failed =
                inForce.stream().filter(e -> !e.met()).map(ExtraCondition::name).toList();
        return Finding.of(
                VN55.ART_7_3_1,
                failed.isEmpty(),
                say("all %d added conditions are met", "đạt cả %d điều kiện thêm", inForce.size()),
                say("added conditions not met: %s", "điều kiện thêm chưa đạt: %s", String.join(", ", failed)));
    }

    @Clause(VN55.ART_7_3_3)
    private static Finding extraConditionsAreApproved(Given facts) {
        if (facts.extras().isEmpty()) {
            return Finding.doesNotApply(VN55.ART_7_3_3, say("no condition is added", "không có điều kiện thêm nào"));
        }
        List<String> waiting = facts.extras().stream()
                .filter(e -> !e.inForceOn(facts.filedOn()))
                .map(ExtraCondition::name)
                .toList();
        return Finding.of(
                VN55.ART_7_3_3,
                waiting.isEmpty(),
                say(
                        "all added conditions were approved by %s",
                        "mọi điều kiện thêm đều đã được duyệt tính đến %s", facts.filedOn()),
                say(
                        "not approved by %s and therefore not asked: %s",
                        "đến %s chưa được duyệt nên không xét: %s", facts.filedOn(), String.join(", ", waiting)));
    }
}
