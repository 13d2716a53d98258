package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VN55;

/// Whether a set of exam subjects and the source of its papers fit the route.
///
/// The demand on the own exam is the same for both forms, so a form that is not told is examined under both. For the
/// common exam it is not the same, and a form that is not told is examined as regular.
final class ExamSet extends BridgingDecision<ExamSet.Given, ExamSet.Answer> {
    ExamSet() {
        super(
                "exam-set",
                new Sentence("Whether a set of exam subjects is acceptable", "Bộ môn thi có phù hợp không"),
                Given.class,
                Answer.class);
    }

    /// What a subject is in the exam.
    enum Category implements Told.Worded {
        BASIC("basic", "cơ bản"),
        FOUNDATION("foundation", "cơ sở ngành"),
        SPECIALISED("specialised", "chuyên ngành"),
        PRACTICE("vocational practice", "thực hành nghề"),
        CULTURAL("cultural", "văn hóa"),
        APTITUDE("aptitude", "năng khiếu");

        private final Sentence words;

        Category(String en, String vi) {
            words = new Sentence(en, vi);
        }

        @Override
        public Sentence words() {
            return words;
        }

        /// Whether the common exam has such subjects: general ones and those of aptitude, not those of a trade.
        boolean common() {
            return switch (this) {
                case BASIC, CULTURAL, APTITUDE -> true;
                case FOUNDATION, SPECIALISED, PRACTICE -> false;
            };
        }
    }

    /// Who set the papers.
    enum PaperSource {
        HEI,
        NATIONAL
    }

    record Subject(
            @Facts.NotEmpty @Facts.Says("Name of the subject")
            String name,

            @Facts.Says("What the subject is in the exam") Category category)
            implements Told.Worded {
        @Override
        public Sentence words() {
            return say("%s (%s)", "%s (%s)", name, category);
        }
    }

    record Given(
            @Facts.Says("The exam the candidates sit") Route route,
            @Facts.Says("The subjects of the exam") List<Subject> subjects,

            @Facts.Says("Who set the papers: the institution or the national exam")
            PaperSource paperSource,

            @Facts.Says("Form of bridging, when it is known")
            Optional<Form> form) {
        Given {
            subjects = List.copyOf(subjects);
        }

        long count(Category category) {
            return subjects.stream().filter(s -> s.category() == category).count();
        }

        /// Whether no subject is named twice; letters in either Unicode form and either case are the same name.
        boolean allDifferent() {
            return subjects.stream()
                            .map(s -> Normalizer.normalize(s.name().strip(), Normalizer.Form.NFC)
                                    .toLowerCase(Locale.ROOT))
                            .distinct()
                            .count()
                    == subjects.size();
        }

        boolean isAbout(Route asked, Form asking) {
            return route == asked && form.orElse(asking) == asking;
        }

        Sentence listed() {
            return subjects.isEmpty() ? say("no subject", "chưa có môn nào") : Told.names(subjects);
        }
    }

    /// @param acceptable whether nothing speaks against the set
    record Answer(boolean acceptable) {}

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        List<Finding> findings = List.of(
                regularOwnSubjects(facts),
                regularOwnPapers(facts),
                regularCommonSubjects(facts),
                regularCommonExam(facts),
                partTimeOwnSubjects(facts),
                partTimeOwnPapers(facts),
                partTimeCommonSubjects(facts),
                partTimeCommonExam(facts));
        return new Ruling<>(new Answer(findings.stream().noneMatch(Finding::isNotMet)), findings);
    }

    @Clause(VN55.ART_9_1_A_2)
    private static Finding regularOwnSubjects(Given facts) {
        return facts.isAbout(Route.OWN_EXAM, Form.REGULAR)
                ? threeSubjects(VN55.ART_9_1_A_2, facts)
                : otherwise(VN55.ART_9_1_A_2, facts);
    }

    @Clause(VN55.ART_9_1_A_3)
    private static Finding regularOwnPapers(Given facts) {
        return facts.isAbout(Route.OWN_EXAM, Form.REGULAR)
                ? ownPapers(VN55.ART_9_1_A_3, facts)
                : otherwise(VN55.ART_9_1_A_3, facts);
    }

    @Clause(VN55.ART_9_1_B_2)
    private static Finding regularCommonSubjects(Given facts) {
        return facts.isAbout(Route.COMMON_EXAM, Form.REGULAR)
                ? commonSubjects(VN55.ART_9_1_B_2, facts)
                : otherwise(VN55.ART_9_1_B_2, facts);
    }

    @Clause(VN55.ART_9_1_B_3)
    private static Finding regularCommonExam(Given facts) {
        return facts.isAbout(Route.COMMON_EXAM, Form.REGULAR)
                ? Finding.of(
                        VN55.ART_9_1_B_3,
                        facts.paperSource() == PaperSource.NATIONAL,
                        say("the papers are those of the national entrance exam", "đề thuộc kỳ tuyển sinh quốc gia"),
                        say(
                                "the common exam is the national entrance exam, but the papers are the institution's",
                                "kỳ thi chung là kỳ tuyển sinh quốc gia nhưng đề lại do trường soạn"))
                : otherwise(VN55.ART_9_1_B_3, facts);
    }

    @Clause(VN55.ART_9_2_A_2)
    private static Finding partTimeOwnSubjects(Given facts) {
        return facts.isAbout(Route.OWN_EXAM, Form.PART_TIME)
                ? threeSubjects(VN55.ART_9_2_A_2, facts)
                : otherwise(VN55.ART_9_2_A_2, facts);
    }

    @Clause(VN55.ART_9_2_A_3)
    private static Finding partTimeOwnPapers(Given facts) {
        return facts.isAbout(Route.OWN_EXAM, Form.PART_TIME)
                ? ownPapers(VN55.ART_9_2_A_3, facts)
                : otherwise(VN55.ART_9_2_A_3, facts);
    }

    @Clause(VN55.ART_9_2_B_2)
    private static Finding partTimeCommonSubjects(Given facts) {
        return knownPartTimeCommon(facts)
                ? commonSubjects(VN55.ART_9_2_B_2, facts)
                : otherwise(VN55.ART_9_2_B_2, facts);
    }

    @Clause(VN55.ART_9_2_B_3)
    private static Finding partTimeCommonExam(Given facts) {
        return knownPartTimeCommon(facts)
                ? Finding.of(
                        VN55.ART_9_2_B_3,
                        facts.paperSource() == PaperSource.HEI,
                        say(
                                "the papers are not those of the national exam for regular study",
                                "đề không phải của kỳ thi quốc gia dành cho hệ chính quy"),
                        say(
                                "the common exam is the one for part-time study, but the papers are the national ones",
                                "kỳ thi chung ở đây dành cho hệ vừa làm vừa học nhưng đề lại là đề quốc gia"))
                : otherwise(VN55.ART_9_2_B_3, facts);
    }

    private static boolean knownPartTimeCommon(Given facts) {
        return facts.route() == Route.COMMON_EXAM && facts.form().equals(Optional.of(Form.PART_TIME));
    }

    private static Finding threeSubjects(String clause, Given facts) {
        boolean oneOfEach = facts.subjects().size() == 3
                && facts.count(Category.BASIC) == 1
                && facts.count(Category.FOUNDATION) == 1
                && facts.count(Category.SPECIALISED) + facts.count(Category.PRACTICE) == 1;
        if (oneOfEach && !facts.allDifferent()) {
            return Finding.notMet(
                    clause, say("one subject is named twice: %s", "có môn bị nêu hai lần: %s", facts.listed()));
        }
        return Finding.of(
                clause,
                oneOfEach,
                say("three subjects, one of each kind: %s", "đủ ba môn, mỗi loại một môn: %s", facts.listed()),
                say(
                        "needed are one basic, one foundation and one specialised (or practice) subject; given are %d: %s",
                        "cần một môn cơ bản, một môn cơ sở ngành, một môn chuyên ngành (hay thực hành nghề); đã nêu %d: %s",
                        facts.subjects().size(),
                        facts.listed()));
    }

    private static Finding ownPapers(String clause, Given facts) {
        return Finding.of(
                clause,
                facts.paperSource() == PaperSource.HEI,
                say("the institution set the papers", "trường tự soạn đề"),
                say(
                        "the papers of the own exam come from the national exam",
                        "đề của kỳ thi riêng lại lấy từ kỳ thi quốc gia"));
    }

    private static Finding commonSubjects(String clause, Given facts) {
        List<Subject> strange =
                facts.subjects().stream().filter(s -> !s.category().common()).toList();
        if (!strange.isEmpty()) {
            return Finding.notMet(
                    clause,
                    say(
                            "the common exam has cultural and aptitude subjects only, not %s",
                            "kỳ thi chung chỉ có môn văn hóa và năng khiếu, không có %s", Told.names(strange)));
        }
        return Finding.of(
                clause,
                !facts.subjects().isEmpty(),
                say(
                        "cultural and aptitude subjects: %s; that they are the block of the field is seen in the exam",
                        "các môn văn hóa, năng khiếu: %s; có đúng khối của ngành hay không thì xem ở kỳ thi",
                        facts.listed()),
                say("no subject is given", "chưa nêu môn nào"));
    }

    private static Finding otherwise(String clause, Given facts) {
        return Finding.doesNotApply(
                clause,
                facts.form()
                        .map(form -> say(
                                "the candidates sit %s, %s bridging",
                                "thí sinh dự %s, liên thông %s", facts.route(), form))
                        .orElseGet(() -> say(
                                "the candidates sit %s; the form is not told and read as regular where it matters",
                                "thí sinh dự %s; hình thức không được nêu nên khi cần thì hiểu là chính quy",
                                facts.route())));
    }
}
