package org.matricula.packs.ru.exam;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUE;

/// What the teacher says at the end, and whether the figures make up the list.
///
/// The letters of the regulation change their meaning between the forms, so the figures have names here. Whoever
/// came and did not finish is in no formula; without them the sum would not close, so they are named where there
/// are any.
final class ClosingDecision extends ExamDecision<ClosingDecision.Figures, ClosingDecision.Answer> {
    ClosingDecision() {
        super(
                "ru.exam.closing",
                new Sentence("What is said at the end of the examination?", "Что произносят в конце экзамена?"),
                Figures.class,
                Answer.class);
    }

    /// @param listed on the list of the group or part
    /// @param done went through the interview, with any grade, or handed the work in
    /// @param absentValid absent for a valid reason, failures of equipment included
    /// @param absentNoReason absent without one
    /// @param notFinished came and did not finish
    record Figures(
            RecordedForm form,

            @Facts.Min(0) @Facts.Says("on the list of the group or part")
            int listed,

            @Facts.Min(0) @Facts.Says("went through the interview or handed the work in")
            int done,

            @Facts.Min(0) @Facts.Says("absent for a valid reason, failures of equipment included")
            int absentValid,

            @Facts.Min(0) @Facts.Says("absent without a valid reason")
            int absentNoReason,

            @Facts.Min(0) @Facts.Says("came and did not finish")
            int notFinished) {
        private long sum() {
            return (long) done + absentValid + absentNoReason + notFinished;
        }

        private boolean balanced() {
            return sum() == listed;
        }

        /// The prescribed words; what nobody is counted under is left out.
        private String statement() {
            String absent = told(absentValid, "не явились по уважительной причине")
                    + told(absentNoReason, "не явились без уважительной причины")
                    + told(notFinished, "не завершили");
            return switch (form) {
                case ORAL ->
                    "На экзамене устное собеседование прошли %d чел.%s Всего по списку %d чел."
                            .formatted(done, ended(absent), listed);
                case WRITTEN ->
                    "На экзамене письменную работу выполнили %d чел. из %d чел.%s"
                            .formatted(done, listed, ended(absent));
            };
        }

        private static String told(int count, String words) {
            return count == 0 ? "" : ", %d чел. %s".formatted(count, words);
        }

        private static String ended(String absent) {
            return absent.isEmpty() ? "" : absent + ".";
        }
    }

    /// @param balanced whether the figures make up the list
    /// @param statement the Russian words to read aloud; null while the figures do not make up the list
    record Answer(boolean balanced, @Nullable String statement) {}

    @Override
    public Ruling<Answer> decide(Figures figures, Edition edition) {
        return new Ruling<>(
                new Answer(figures.balanced(), figures.balanced() ? figures.statement() : null),
                List.of(
                        interviewIsSummedUp(figures),
                        interviewed(figures),
                        absentFromTheInterview(figures),
                        listedForTheInterview(figures),
                        writtenWorkIsSummedUp(figures),
                        wrote(figures),
                        listedForTheWrittenWork(figures),
                        absentFromTheWrittenWork(figures)));
    }

    @Clause(RUE.ART_3_ORAL_9_SAY)
    private static Finding interviewIsSummedUp(Figures figures) {
        return summedUp(RUE.ART_3_ORAL_9_SAY, RecordedForm.ORAL, figures);
    }

    @Clause(RUE.ART_3_ORAL_9_X)
    private static Finding interviewed(Figures figures) {
        return letter(
                RUE.ART_3_ORAL_9_X,
                RecordedForm.ORAL,
                figures,
                Sentence.of(
                        "X is %d: interviewed, with any grade",
                        "X — это %d: прошли собеседование, с любой оценкой", figures.done()));
    }

    @Clause(RUE.ART_3_ORAL_9_Y)
    private static Finding absentFromTheInterview(Figures figures) {
        return letter(RUE.ART_3_ORAL_9_Y, RecordedForm.ORAL, figures, absent("Y", figures));
    }

    @Clause(RUE.ART_3_ORAL_9_Z)
    private static Finding listedForTheInterview(Figures figures) {
        return letter(RUE.ART_3_ORAL_9_Z, RecordedForm.ORAL, figures, listed("Z", figures));
    }

    @Clause(RUE.ART_3_WRITTEN_10_X)
    private static Finding wrote(Figures figures) {
        return letter(
                RUE.ART_3_WRITTEN_10_X,
                RecordedForm.WRITTEN,
                figures,
                Sentence.of("X is %d: works handed in", "X — это %d: сдали работу", figures.done()));
    }

    @Clause(RUE.ART_3_WRITTEN_10_Y)
    private static Finding listedForTheWrittenWork(Figures figures) {
        return letter(RUE.ART_3_WRITTEN_10_Y, RecordedForm.WRITTEN, figures, listed("Y", figures));
    }

    @Clause(RUE.ART_3_WRITTEN_10_Z)
    private static Finding absentFromTheWrittenWork(Figures figures) {
        return letter(RUE.ART_3_WRITTEN_10_Z, RecordedForm.WRITTEN, figures, absent("Z", figures));
    }

    private static Sentence absent(String letter, Figures figures) {
        return Sentence.of(
                "%s is %d absent for a valid reason and %d without one, told apart",
                "%s — это %d не явились по уважительной причине и %d без неё, отдельно",
                letter,
                figures.absentValid(),
                figures.absentNoReason());
    }

    private static Sentence listed(String letter, Figures figures) {
        return Sentence.of("%s is %d: all on the list", "%s — это %d: все по списку", letter, figures.listed());
    }

    /// What a letter of the prescribed words stands for.
    private static Finding letter(String clause, RecordedForm form, Figures figures, Sentence meaning) {
        return figures.form() == form
                ? Finding.met(clause, meaning)
                : ExamForm.elsewhere(clause, Optional.of(ExamForm.of(figures.form())));
    }

    @Clause(RUE.ART_3_WRITTEN_10_SAY)
    private static Finding writtenWorkIsSummedUp(Figures figures) {
        return summedUp(RUE.ART_3_WRITTEN_10_SAY, RecordedForm.WRITTEN, figures);
    }

    private static Finding summedUp(String clause, RecordedForm form, Figures figures) {
        if (figures.form() != form) {
            return ExamForm.elsewhere(clause, Optional.of(ExamForm.of(figures.form())));
        }
        return Finding.of(
                clause,
                figures.balanced(),
                sum(
                        figures,
                        "%d done, %d + %d absent and %d unfinished make up the %d listed",
                        "%d прошли, %d + %d не явились, %d не завершили: вместе %d по списку"),
                sum(
                        figures,
                        "%d done, %d + %d absent and %d unfinished do not make up the %d listed, but %d",
                        "%d прошли, %d + %d не явились, %d не завершили: это не %d по списку, а %d"));
    }

    private static Sentence sum(Figures figures, String en, String ru) {
        return Sentence.of(
                en,
                ru,
                figures.done(),
                figures.absentValid(),
                figures.absentNoReason(),
                figures.notFinished(),
                figures.listed(),
                figures.sum());
    }
}
