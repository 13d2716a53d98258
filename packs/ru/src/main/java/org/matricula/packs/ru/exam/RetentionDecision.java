package org.matricula.packs.ru.exam;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.law.time.LegalClock;
import org.matricula.packs.ru.RUE;
import org.matricula.packs.ru.facts.Order;

/// Until when the material of an examination is kept, and whether it may be destroyed on a day.
///
/// It is kept through the day before the next semester starts. An open appeal forbids destruction and leaves the
/// dates as they are. The rows on interviews order no destruction; the order for written work is applied to them
/// too.
final class RetentionDecision extends ExamDecision<RetentionDecision.Material, RetentionDecision.Answer> {
    RetentionDecision() {
        super(
                "ru.exam.retention",
                new Sentence("May the recording be destroyed?", "Можно ли уничтожить видеозапись?"),
                Material.class,
                Answer.class);
    }

    /// @param recordedOn the day of the recording
    /// @param nextSemesterStartsOn the first day of the next semester
    /// @param openAppeals how many appeals are open
    /// @param on the day for which it is asked
    /// @param form the form of the examination; without it the rows of interview and written work, which agree
    record Material(
            @Facts.Says("the day of the recording") LocalDate recordedOn,

            @Facts.Says("the first day of the next semester")
            LocalDate nextSemesterStartsOn,

            @Facts.Min(0) @Facts.Says("how many appeals are open")
            int openAppeals,

            @Facts.Says("the day for which it is asked") LocalDate on,

            @Facts.Says("ORAL or WRITTEN; without it both, which agree")
            Optional<RecordedForm> form)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            return new Order()
                    .after("recordedOn", recordedOn, "nextSemesterStartsOn", nextSemesterStartsOn)
                    .notBefore("recordedOn", recordedOn, "on", on)
                    .problems();
        }

        private LocalDate keepThrough() {
            return LegalClock.lastDayBefore(nextSemesterStartsOn);
        }

        private boolean kept() {
            return on.isAfter(keepThrough());
        }

        private boolean free() {
            return openAppeals == 0;
        }

        private boolean is(RecordedForm asked) {
            return form.isEmpty() || form.filter(asked::equals).isPresent();
        }
    }

    /// @param keepThrough the last day on which it must be kept
    /// @param destroyFrom the first day on which it is to be destroyed
    /// @param mayDestroy whether it may be destroyed on the day asked for
    /// @param overdue whether the day for destroying it has passed
    record Answer(LocalDate keepThrough, LocalDate destroyFrom, boolean mayDestroy, boolean overdue) {}

    @Override
    public Optional<LocalDate> relevantDate(Material material) {
        return Optional.of(material.recordedOn());
    }

    @Override
    public Ruling<Answer> decide(Material material, Edition edition) {
        boolean mayDestroy = material.kept() && material.free();
        return new Ruling<>(
                new Answer(
                        material.keepThrough(),
                        material.nextSemesterStartsOn(),
                        mayDestroy,
                        mayDestroy && material.on().isAfter(material.nextSemesterStartsOn())),
                List.of(
                        commissionFindsTheSheets(material),
                        interviewIsKeptUntilTheSemester(material),
                        interviewIsDestroyedAfterwards(material),
                        writtenWorkIsKeptUntilTheSemester(material),
                        openAppealForbidsDestruction(material),
                        writtenWorkIsDestroyedAfterwards(material)));
    }

    @Clause(RUE.ART_3_ORAL_5_APPEAL_SHEETS)
    private static Finding commissionFindsTheSheets(Material material) {
        return only(RecordedForm.ORAL, material, noAppeal(RUE.ART_3_ORAL_5_APPEAL_SHEETS, material));
    }

    @Clause(RUE.ART_3_ORAL_10_KEEP)
    private static Finding interviewIsKeptUntilTheSemester(Material material) {
        return only(RecordedForm.ORAL, material, keptLongEnough(RUE.ART_3_ORAL_10_KEEP, material));
    }

    @Clause(RUE.ART_3_ORAL_10_DESTROY)
    private static Finding interviewIsDestroyedAfterwards(Material material) {
        return only(RecordedForm.ORAL, material, destroyed(RUE.ART_3_ORAL_10_DESTROY, material));
    }

    @Clause(RUE.ART_3_WRITTEN_11_KEEP)
    private static Finding writtenWorkIsKeptUntilTheSemester(Material material) {
        return only(RecordedForm.WRITTEN, material, keptLongEnough(RUE.ART_3_WRITTEN_11_KEEP, material));
    }

    @Clause(RUE.ART_3_WRITTEN_11_HOLD)
    private static Finding openAppealForbidsDestruction(Material material) {
        return noAppeal(RUE.ART_3_WRITTEN_11_HOLD, material);
    }

    @Clause(RUE.ART_3_WRITTEN_11_DESTROY)
    private static Finding writtenWorkIsDestroyedAfterwards(Material material) {
        return only(RecordedForm.WRITTEN, material, destroyed(RUE.ART_3_WRITTEN_11_DESTROY, material));
    }

    private static Finding only(RecordedForm form, Material material, Finding finding) {
        return material.is(form)
                ? finding
                : ExamForm.elsewhere(finding.clause(), material.form().map(ExamForm::of));
    }

    private static Finding keptLongEnough(String clause, Material material) {
        return Finding.of(
                clause,
                material.kept(),
                Sentence.of(
                        "kept through %1$tF, the day before the semester; asked for %2$tF",
                        "хранение по %1$td.%1$tm.%1$tY, день перед семестром; вопрос о %2$td.%2$tm.%2$tY",
                        material.keepThrough(),
                        material.on()),
                Sentence.of(
                        "it must be kept through %1$tF; on %2$tF it may not be destroyed",
                        "хранить надо по %1$td.%1$tm.%1$tY; %2$td.%2$tm.%2$tY уничтожать нельзя",
                        material.keepThrough(),
                        material.on()));
    }

    private static Finding noAppeal(String clause, Material material) {
        return Finding.of(
                clause,
                material.free(),
                new Sentence("no appeal is open", "открытых апелляций нет"),
                Sentence.of(
                        "open appeals: %d; nothing is destroyed before they are closed",
                        "открытых апелляций: %d; до их закрытия ничего не уничтожают", material.openAppeals()));
    }

    private static Finding destroyed(String clause, Material material) {
        return Finding.of(
                clause,
                material.kept() && material.free(),
                Sentence.of(
                        "from %1$tF it is to be destroyed; asked for %2$tF",
                        "с %1$td.%1$tm.%1$tY подлежит уничтожению; вопрос о %2$td.%2$tm.%2$tY",
                        material.nextSemesterStartsOn(),
                        material.on()),
                Sentence.of(
                        "not to be destroyed on %2$tF: it is due from %1$tF, open appeals: %3$d",
                        "%2$td.%2$tm.%2$tY уничтожать нельзя: срок с %1$td.%1$tm.%1$tY, открытых апелляций: %3$d",
                        material.nextSemesterStartsOn(),
                        material.on(),
                        material.openAppeals()));
    }
}
