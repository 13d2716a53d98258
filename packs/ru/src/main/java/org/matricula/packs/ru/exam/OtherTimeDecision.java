package org.matricula.packs.ru.exam;

import static org.matricula.law.Finding.doesNotApply;
import static org.matricula.law.Finding.met;
import static org.matricula.law.Finding.needsPerson;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUE;

/// Whether a student in another time zone may be examined at another time, and whether that time holds yet.
///
/// The right hangs on the student: another zone, the student's own application, and that before the examination
/// starts. The other time holds once teacher and dean have both agreed; until then the time of the schedule
/// stays.
final class OtherTimeDecision extends ExamDecision<OtherTimeDecision.Application, OtherTimeDecision.Answer> {
    private static final ZoneId INSTITUTION = ZoneId.of("Europe/Moscow");
    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    OtherTimeDecision() {
        super(
                "ru.exam.other-time",
                new Sentence(
                        "May a student in another time zone be examined at another time?",
                        "Вправе ли студент из другого часового пояса сдать экзамен в другое время?"),
                Application.class,
                Answer.class);
    }

    /// @param groupZone the zone of the group, for example `Europe/Moscow` or `UTC+3`
    /// @param studentZone the zone in which the student really stays
    /// @param appliedAt when the application came
    /// @param examStartsAt when the examination starts by the schedule
    /// @param byStudent whether the student applied in person
    /// @param deanApproved whether the dean agreed
    /// @param teacherAgreed whether the teacher agreed
    record Application(
            @Facts.NotEmpty @Facts.Says("zone of the group, for example Europe/Moscow or UTC+3")
            String groupZone,

            @Facts.NotEmpty
            @Facts.Says("zone in which the student really stays, for example Asia/Vladivostok or UTC+10")
            String studentZone,

            @Facts.Says("when the application came") LocalDateTime appliedAt,

            @Facts.Says("when the examination starts by the schedule")
            LocalDateTime examStartsAt,

            @Facts.Says("the student applied in person") boolean byStudent,

            @Facts.Says("the dean agreed") boolean deanApproved,

            @Facts.Says("the teacher agreed") boolean teacherAgreed)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            return Stream.of(known("groupZone", groupZone), known("studentZone", studentZone))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private static Optional<Problem> known(String name, String zone) {
            try {
                ZoneId.of(zone.strip());
                return Optional.empty();
            } catch (DateTimeException _) {
                return Optional.of(new Problem(
                        "/" + name,
                        Sentence.of(
                                "'%s' is not a known time zone; write it like Asia/Vladivostok or UTC+10",
                                "часовой пояс «%s» не известен; запишите его, например, так: Asia/Vladivostok или UTC+10",
                                zone)));
            }
        }

        private ZonedDateTime startsAt() {
            return examStartsAt.atZone(INSTITUTION);
        }

        private ZonedDateTime startsIn(String zone) {
            return startsAt().withZoneSameInstant(ZoneId.of(zone.strip()));
        }

        private ZoneOffset groupOffset() {
            return startsIn(groupZone).getOffset();
        }

        private ZoneOffset studentOffset() {
            return startsIn(studentZone).getOffset();
        }

        /// Two names of one clock are one zone: what counts is the time that the student's clock shows.
        private boolean elsewhere() {
            return !groupOffset().equals(studentOffset());
        }

        private boolean inTime() {
            return appliedAt.isBefore(examStartsAt);
        }

        private LocalDateTime studentLocalStart() {
            return startsIn(studentZone).toLocalDateTime();
        }

        private boolean right() {
            return elsewhere() && byStudent && inTime();
        }
    }

    /// @param right whether the student may ask for another time
    /// @param inForce whether the other time holds
    /// @param studentLocalStart the start by the schedule, on the student's clock
    record Answer(boolean right, boolean inForce, LocalDateTime studentLocalStart) {}

    @Override
    public Optional<LocalDate> relevantDate(Application application) {
        return Optional.of(application.examStartsAt().toLocalDate());
    }

    @Override
    public Ruling<Answer> decide(Application application, Edition edition) {
        boolean agreed = application.deanApproved() && application.teacherAgreed();
        return new Ruling<>(
                new Answer(application.right(), application.right() && agreed, application.studentLocalStart()),
                List.of(
                        studentStaysInAnotherZone(application),
                        teacherAndDeanAgree(application),
                        studentAppliesInPerson(application),
                        startSuitsTheStudentsClock(application),
                        applicationComesBeforeTheStart(application),
                        officeSettlesItWithTheTeacher(application)));
    }

    @Clause(RUE.ART_2_7_RIGHT)
    private static Finding studentStaysInAnotherZone(Application application) {
        return Finding.of(
                RUE.ART_2_7_RIGHT,
                application.elsewhere(),
                Sentence.of(
                        "the group is at UTC%s, the student at UTC%s, where it is %tR",
                        "группа: UTC%s, студент: UTC%s, на его часах %tR",
                        application.groupOffset(),
                        application.studentOffset(),
                        application.studentLocalStart()),
                Sentence.of(
                        "group and student are both at UTC%s",
                        "и группа, и студент: UTC%s", application.groupOffset()));
    }

    @Clause(RUE.ART_2_7_AGREE)
    private static Finding teacherAndDeanAgree(Application application) {
        return Finding.of(
                RUE.ART_2_7_AGREE,
                application.deanApproved() && application.teacherAgreed(),
                new Sentence("dean and teacher agreed", "декан и преподаватель согласны"),
                new Sentence(
                        "the dean %s and the teacher %s; the time of the schedule stays"
                                .formatted(
                                        application.deanApproved() ? "agreed" : "has not agreed",
                                        application.teacherAgreed() ? "agreed" : "has not agreed"),
                        "декан: %s, преподаватель: %s; остаётся время по расписанию"
                                .formatted(
                                        application.deanApproved() ? "согласен" : "согласия нет",
                                        application.teacherAgreed() ? "согласен" : "согласия нет")));
    }

    @Clause(RUE.ART_2_7_WHO)
    private static Finding studentAppliesInPerson(Application application) {
        return Finding.of(
                RUE.ART_2_7_WHO,
                application.byStudent(),
                new Sentence("the student applied in person", "студент обратился лично"),
                new Sentence("somebody else applied", "обратился не сам студент"));
    }

    /// How early or late is too much for a student is a question of sense, not of the text: at night we ask.
    @Clause(RUE.ART_3_PREP_6_TZ)
    private static Finding startSuitsTheStudentsClock(Application application) {
        LocalDateTime local = application.studentLocalStart();
        if (!application.elsewhere()) {
            return doesNotApply(
                    RUE.ART_3_PREP_6_TZ,
                    new Sentence("the student is in the zone of the group", "студент в часовом поясе группы"));
        }
        boolean night =
                local.toLocalTime().isBefore(MORNING) || !local.toLocalTime().isBefore(NIGHT);
        return night
                ? needsPerson(
                        RUE.ART_3_PREP_6_TZ,
                        Sentence.of(
                                "the start is at %1$tR on the student's clock, at night; should it be moved?",
                                "на часах студента начало в %1$tR, ночью; не перенести ли его?", local))
                : met(
                        RUE.ART_3_PREP_6_TZ,
                        Sentence.of(
                                "the start is at %1$tR on the student's clock",
                                "на часах студента начало в %1$tR", local));
    }

    @Clause(RUE.ART_3_PREP_6_S)
    private static Finding applicationComesBeforeTheStart(Application application) {
        return Finding.of(
                RUE.ART_3_PREP_6_S,
                application.inTime(),
                Sentence.of(
                        "applied on %1$tF at %1$tT, before the start on %2$tF at %2$tT",
                        "заявление %1$td.%1$tm.%1$tY в %1$tT, до начала %2$td.%2$tm.%2$tY в %2$tT",
                        application.appliedAt(),
                        application.examStartsAt()),
                Sentence.of(
                        "applied on %1$tF at %1$tT, not before the start on %2$tF at %2$tT",
                        "заявление %1$td.%1$tm.%1$tY в %1$tT, не до начала %2$td.%2$tm.%2$tY в %2$tT",
                        application.appliedAt(),
                        application.examStartsAt()));
    }

    @Clause(RUE.ART_3_PREP_6_D)
    private static Finding officeSettlesItWithTheTeacher(Application application) {
        return Finding.of(
                RUE.ART_3_PREP_6_D,
                application.teacherAgreed(),
                new Sentence("the teacher agreed to date and time", "преподаватель согласен с датой и временем"),
                new Sentence(
                        "date and time are still to be settled with the teacher",
                        "дату и время ещё надо согласовать с преподавателем"));
    }
}
