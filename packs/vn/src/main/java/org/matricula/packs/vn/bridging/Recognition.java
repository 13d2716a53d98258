package org.matricula.packs.vn.bridging;

import static org.matricula.packs.vn.bridging.Told.say;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;

/// Whether the recognition of a learner's earlier results is in order, and how much is left to study.
///
/// The council proposes, the head decides for each learner, the result is public before the training begins, and the
/// decision rests on a comparison on five grounds.
final class Recognition extends BridgingDecision<Recognition.Given, Recognition.Answer> {
    Recognition() {
        super(
                "recognition",
                new Sentence(
                        "Whether a recognition of earlier results is in order",
                        "Việc công nhận kết quả đã học có đúng quy định không"),
                Given.class,
                Answer.class);
    }

    /// What the volume is counted in.
    enum VolumeUnit implements Told.Worded {
        CREDIT("credits", "tín chỉ"),
        YEAR_UNIT("study units of a year-based course", "đơn vị học trình");

        private final Sentence words;

        VolumeUnit(String en, String vi) {
            words = new Sentence(en, vi);
        }

        @Override
        public Sentence words() {
            return words;
        }
    }

    /// What the earlier programme is compared on.
    enum Ground implements Told.Worded {
        OBJECTIVES("objectives of the training", "mục tiêu đào tạo"),
        OUTCOMES("outcome standards", "chuẩn đầu ra"),
        CONTENT("content of the curriculum", "nội dung chương trình"),
        VOLUME("volume of knowledge", "khối lượng kiến thức"),
        ASSESSMENT("ways of testing and assessing", "cách kiểm tra, đánh giá");

        private final Sentence words;

        Ground(String en, String vi) {
            words = new Sentence(en, vi);
        }

        @Override
        public Sentence words() {
            return words;
        }
    }

    /// Whose earlier programmes are compared on all five grounds; the text names the vocational ones.
    enum ComparisonAskedOf {
        /// Of every learner's. The default, since the head's decision is about every learner.
        EVERYONE,
        /// Of holders of vocational diplomas only.
        VOCATIONAL_ONLY
    }

    record Item(
            @Facts.NotEmpty @Facts.Says("The course exempted")
            String course,

            @Facts.Min(0) @Facts.Says("Its volume") BigDecimal units) {}

    @Facts.Zone("Asia/Ho_Chi_Minh")
    record Given(
            @Facts.Says("Form of bridging") Form form,
            @Facts.Says("What the volume is counted in") VolumeUnit unit,

            @Facts.Min(1) @Facts.Says("Volume of the whole programme")
            BigDecimal required,

            @Facts.Says("What is exempted, course by course")
            List<Item> items,

            @Facts.Min(0) @Facts.Says("Volume exempted in all, as decided")
            BigDecimal exempted,

            @Facts.Says("Day of the council's proposal") Optional<LocalDate> proposedOn,
            @Facts.Says("Day of the head's decision") Optional<LocalDate> decidedOn,
            @Facts.Says("When the result was made public") Optional<LocalDateTime> publishedAt,
            @Facts.Says("When the training begins") Optional<LocalDateTime> trainingStartsAt,

            @Facts.Says("Grounds on which the programmes were compared")
            List<Ground> compared,

            @Facts.Says("The decision has a record of this learner's own")
            boolean ownRecord,

            @Facts.Says("Kind of the learner's diploma, when it is known")
            Optional<DiplomaKind> diplomaKind,

            @Facts.Says("Whose programmes are compared on all five grounds; EVERYONE when not told")
            Optional<ComparisonAskedOf> comparisonAskedOf)
            implements Facts.Checked {
        Given {
            items = List.copyOf(items);
            compared = List.copyOf(compared);
        }

        @Override
        public List<Facts.Problem> impossible() {
            List<Facts.Problem> problems = new ArrayList<>();
            if (exempted.compareTo(required) > 0) {
                problems.add(new Facts.Problem(
                        "/exempted",
                        say(
                                "%s exempted of a programme of %s",
                                "miễn %s trong khi cả chương trình chỉ có %s", exempted, required)));
            }
            decidedOn
                    .filter(on -> publishedAt.isPresent()
                            && publishedAt.get().toLocalDate().isBefore(on))
                    .ifPresent(on -> problems.add(new Facts.Problem(
                            "/publishedAt",
                            say(
                                    "published at %s, before it was decided on %s",
                                    "đăng lúc %s, trước khi có quyết định ngày %s", publishedAt.orElseThrow(), on))));
            return problems;
        }

        BigDecimal sumOfItems() {
            return items.stream().map(Item::units).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal remaining() {
            BigDecimal left = required.subtract(exempted).stripTrailingZeros();
            return left.scale() < 0 ? left.setScale(0) : left;
        }

        ComparisonAskedOf reading() {
            return comparisonAskedOf.orElse(ComparisonAskedOf.EVERYONE);
        }

        /// A diploma whose kind is not told is compared, whatever the reading.
        boolean comparisonAsked() {
            return switch (reading()) {
                case EVERYONE -> true;
                case VOCATIONAL_ONLY -> diplomaKind.map(DiplomaKind::vocational).orElse(true);
            };
        }
    }

    /// @param remaining volume still to be studied, in the unit of the facts
    /// @param blocking clauses that are not met, in the order of the text
    record Answer(boolean valid, BigDecimal remaining, List<String> blocking) {}

    @Override
    public Optional<LocalDate> relevantDate(Given facts) {
        return facts.decidedOn()
                .or(facts::proposedOn)
                .or(() -> facts.publishedAt().map(LocalDateTime::toLocalDate))
                .or(() -> facts.trainingStartsAt().map(LocalDateTime::toLocalDate));
    }

    @Override
    public Ruling<Answer> decide(Given facts, Edition edition) {
        List<Finding> findings = RecognitionRules.examine(facts);
        List<String> blocking =
                findings.stream().filter(Finding::isNotMet).map(Finding::clause).toList();
        return new Ruling<>(new Answer(blocking.isEmpty(), facts.remaining(), blocking), findings);
    }
}
