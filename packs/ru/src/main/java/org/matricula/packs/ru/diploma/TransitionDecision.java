package org.matricula.packs.ru.diploma;

import static org.matricula.law.Finding.doesNotApply;
import static org.matricula.law.Finding.needsPerson;
import static org.matricula.packs.ru.diploma.TransitionDecision.Status.ACCEPTED;
import static org.matricula.packs.ru.diploma.TransitionDecision.Status.IN_PROCESS;
import static org.matricula.packs.ru.diploma.TransitionDecision.Status.ISSUED;
import static org.matricula.packs.ru.diploma.TransitionDecision.Status.READY;
import static org.matricula.packs.ru.diploma.TransitionDecision.Status.REFUSED;
import static org.matricula.packs.ru.diploma.TransitionDecision.Status.RETURNED;
import static org.matricula.packs.ru.diploma.TransitionDecision.Status.SENT;
import static org.matricula.packs.ru.diploma.TransitionDecision.Status.SUSPENDED;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.matricula.law.CatalogueDecision;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUD;

/// Whether a request may pass from one status to another.
///
/// One table holds every arrow. A return, a refusal and a suspension name a reason. A refusal for wrong data may be put
/// right and sent again as a new version of the same request; a refusal for want of the name certificate is final.
final class TransitionDecision extends CatalogueDecision<TransitionDecision.Step, TransitionDecision.Answer> {
    TransitionDecision() {
        super(
                "ru.diploma.transition",
                new Sentence("May a request pass to this status?", "Может ли заявка перейти в этот статус?"),
                RUD::regulation,
                Step.class,
                Answer.class);
    }

    /// The reason that makes a refusal final.
    static final String NAME_CHANGE_MISSING = "NAME_CHANGE_MISSING";

    private static final Sentence FINAL_REFUSAL = new Sentence(
            "refused for the lacking name certificate; only a new application helps",
            "отказ из-за отсутствия справки о фамилии; поможет только новое заявление");

    /// The states of a request that was sent; the labels are those the guide prescribes.
    enum Status {
        SENT("Отправлено"),
        ACCEPTED("Принято"),
        IN_PROCESS("В обработке"),
        RETURNED("Возвращено на доработку"),
        SUSPENDED("Приостановлено"),
        READY("Готово к выдаче"),
        ISSUED("Выдано"),
        REFUSED("Отказ");

        private final String label;

        Status(String label) {
            this.label = label;
        }
    }

    private static final Map<Status, Set<Status>> NEXT = Map.of(
            SENT, EnumSet.of(ACCEPTED),
            ACCEPTED, EnumSet.of(IN_PROCESS, RETURNED, REFUSED, SUSPENDED),
            IN_PROCESS, EnumSet.of(READY, RETURNED, REFUSED, SUSPENDED),
            RETURNED, EnumSet.of(IN_PROCESS),
            SUSPENDED, EnumSet.of(IN_PROCESS),
            READY, EnumSet.of(ISSUED),
            ISSUED, EnumSet.noneOf(Status.class),
            REFUSED, EnumSet.of(SENT));

    private static final Set<Status> REASONED = EnumSet.of(RETURNED, REFUSED, SUSPENDED);

    /// @param reason why; for a step out of a refusal, the reason of that refusal
    record Step(
            Status from,
            Status to,

            @Facts.Says("why the request is returned, refused or suspended; out of a refusal, why it was refused")
            Optional<String> reason) {
        private boolean inTable() {
            return NEXT.getOrDefault(from, Set.of()).contains(to);
        }

        private boolean reasoned() {
            return reason.filter(text -> !text.isBlank()).isPresent();
        }

        private boolean wantsReason() {
            return REASONED.contains(to);
        }

        private boolean refusedForName() {
            return reason.map(text -> text.strip().toUpperCase(Locale.ROOT))
                    .filter(NAME_CHANGE_MISSING::equals)
                    .isPresent();
        }
    }

    /// @param allowed whether the step may be taken
    record Answer(boolean allowed) {}

    @Override
    public Ruling<Answer> decide(Step step, Edition edition) {
        List<Finding> findings = List.of(
                wrongPassportSuspends(step),
                refusalForNameIsFinal(step),
                nothingIsDemandedOnceReady(step),
                workBeginsAfterSending(step),
                statusesFollowOneAnother(step),
                acceptedComesFromSent(step),
                processingComesBeforeReady(step),
                readyComesFromProcessing(step),
                refusalNamesItsReason(step),
                returnNamesWhatIsLacking(step),
                reworkGoesToASecondCheck(step),
                onlyReturnedOrRefusedIsEdited(step),
                correctedIsSentAgain(step));
        return new Ruling<>(new Answer(findings.stream().noneMatch(Finding::isNotMet)), findings);
    }

    @Clause(RUD.TRACK_STATUS_0)
    private static Finding statusesFollowOneAnother(Step step) {
        return judge(RUD.TRACK_STATUS_0, step, step.inTable());
    }

    @Clause(RUD.TRACK_STATUS_1)
    private static Finding acceptedComesFromSent(Step step) {
        return step.to() == ACCEPTED
                ? judge(RUD.TRACK_STATUS_1, step, step.from() == SENT)
                : otherStep(RUD.TRACK_STATUS_1, step);
    }

    @Clause(RUD.TRACK_STATUS_2)
    private static Finding processingComesBeforeReady(Step step) {
        return step.to() == IN_PROCESS || step.from() == ACCEPTED
                ? judge(RUD.TRACK_STATUS_2, step, step.inTable())
                : otherStep(RUD.TRACK_STATUS_2, step);
    }

    @Clause(RUD.TRACK_STATUS_3)
    private static Finding readyComesFromProcessing(Step step) {
        return step.to() == READY
                ? judge(RUD.TRACK_STATUS_3, step, step.from() == IN_PROCESS)
                : otherStep(RUD.TRACK_STATUS_3, step);
    }

    @Clause(RUD.TRACK_STATUS_4)
    private static Finding refusalNamesItsReason(Step step) {
        return step.to() == REFUSED ? reasoned(RUD.TRACK_STATUS_4, step) : otherStep(RUD.TRACK_STATUS_4, step);
    }

    @Clause(RUD.INCOMPL_6)
    private static Finding returnNamesWhatIsLacking(Step step) {
        return step.to() == RETURNED ? reasoned(RUD.INCOMPL_6, step) : otherStep(RUD.INCOMPL_6, step);
    }

    /// Into the suspension with a reason; out of it only back to processing.
    @Clause(RUD.PASS_8)
    private static Finding wrongPassportSuspends(Step step) {
        if (step.to() == SUSPENDED) {
            return reasoned(RUD.PASS_8, step);
        }
        return step.from() == SUSPENDED
                ? judge(RUD.PASS_8, step, step.to() == IN_PROCESS)
                : otherStep(RUD.PASS_8, step);
    }

    @Clause(RUD.INCOMPL_13)
    private static Finding reworkGoesToASecondCheck(Step step) {
        return step.from() == RETURNED
                ? judge(RUD.INCOMPL_13, step, step.to() == IN_PROCESS)
                : otherStep(RUD.INCOMPL_13, step);
    }

    @Clause(RUD.FIND_8)
    private static Finding nothingIsDemandedOnceReady(Step step) {
        return step.from() == READY ? judge(RUD.FIND_8, step, step.to() == ISSUED) : otherStep(RUD.FIND_8, step);
    }

    @Clause(RUD.CONFIRM_6)
    private static Finding workBeginsAfterSending(Step step) {
        return step.from() == SENT ? judge(RUD.CONFIRM_6, step, step.to() == ACCEPTED) : otherStep(RUD.CONFIRM_6, step);
    }

    @Clause(RUD.NAME_10)
    private static Finding refusalForNameIsFinal(Step step) {
        if (step.from() != REFUSED || step.to() != SENT) {
            return otherStep(RUD.NAME_10, step);
        }
        if (!step.reasoned()) {
            return needsPerson(
                    RUD.NAME_10,
                    new Sentence(
                            "the reason of the refusal is not given: was it the lacking name certificate? Then it is final",
                            "причина отказа не указана: не в отсутствии ли справки о фамилии? Тогда отказ окончателен"));
        }
        return Finding.of(
                RUD.NAME_10,
                !step.refusedForName(),
                Sentence.of(
                        "refused for '%s', which can be put right in the same request",
                        "отказ по причине «%s», её можно исправить в той же заявке",
                        step.reason().orElseThrow()),
                FINAL_REFUSAL);
    }

    @Clause(RUD.WRONG_6)
    private static Finding onlyReturnedOrRefusedIsEdited(Step step) {
        return step.to() == SENT ? judge(RUD.WRONG_6, step, step.from() == REFUSED) : otherStep(RUD.WRONG_6, step);
    }

    @Clause(RUD.WRONG_8)
    private static Finding correctedIsSentAgain(Step step) {
        if (step.from() != REFUSED) {
            return otherStep(RUD.WRONG_8, step);
        }
        return step.refusedForName()
                ? Finding.notMet(RUD.WRONG_8, FINAL_REFUSAL)
                : judge(RUD.WRONG_8, step, step.to() == SENT);
    }

    private static Finding reasoned(String clause, Step step) {
        boolean possible = step.inTable();
        return Finding.of(
                clause,
                possible && step.reasoned(),
                Sentence.of(
                        "from %s to %s, reason: %s",
                        "из «%4$s» в «%5$s», причина: %3$s",
                        step.from(),
                        step.to(),
                        step.reason().orElse("-"),
                        step.from().label,
                        step.to().label),
                Sentence.of(
                        possible ? "%s to %s needs a reason and none is given" : "there is no way from %s to %s",
                        possible
                                ? "переход из «%3$s» в «%4$s» требует причины, она не указана"
                                : "из «%3$s» нельзя перейти в «%4$s»",
                        step.from(),
                        step.to(),
                        step.from().label,
                        step.to().label));
    }

    private static Finding judge(String clause, Step step, boolean holds) {
        return Finding.of(
                clause,
                holds,
                Sentence.of(
                        "from %s a request may pass to %s",
                        "из «%3$s» заявка может перейти в «%4$s»",
                        step.from(),
                        step.to(),
                        step.from().label,
                        step.to().label),
                Sentence.of(
                        "there is no way from %s to %s",
                        "из «%3$s» нельзя перейти в «%4$s»",
                        step.from(),
                        step.to(),
                        step.from().label,
                        step.to().label));
    }

    private static Finding otherStep(String clause, Step step) {
        return doesNotApply(
                clause,
                Sentence.of(
                        "the clause is not about the step from %s to %s",
                        "пункт не о переходе из «%3$s» в «%4$s»",
                        step.from(),
                        step.to(),
                        step.from().label,
                        step.to().label));
    }
}
