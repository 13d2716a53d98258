package org.matricula.packs.ru.exam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUE;
import org.matricula.packs.ru.facts.PersonName;

/// Whether a student is identified before the examination.
///
/// What can still be put right in front of the camera leaves it pending; another name or another kind of document
/// fails this attempt, and a new attempt is possible. At a test only document and name count, since its rows ask
/// for no more.
final class IdentificationDecision extends ExamDecision<IdentificationDecision.Attempt, IdentificationDecision.Answer> {
    private static final Sentence OTHER_DOCUMENT = new Sentence(
            "another document is shown; a record book or a passport is needed",
            "предъявлен другой документ; нужна зачётная книжка или паспорт");
    private static final Sentence NOT_HELD =
            new Sentence("the document is not held open beside the face", "документ не показан раскрытым у лица");
    private static final Sentence NO_DESK =
            new Sentence("the desk is still to be shown", "рабочий стол ещё надо показать");
    private static final Sentence NO_SHEETS =
            new Sentence("clean sheets are still to be shown", "чистые листы ещё надо показать");

    IdentificationDecision() {
        super(
                "ru.exam.identification",
                new Sentence("Is the student identified?", "Установлена ли личность студента?"),
                Attempt.class,
                Answer.class);
    }

    /// What the student shows.
    enum Document {
        RECORD_BOOK("a record book", "зачётная книжка"),
        PASSPORT("a passport", "паспорт"),
        OTHER("another document", "другой документ");

        private final Sentence label;

        Document(String en, String ru) {
            label = new Sentence(en, ru);
        }
    }

    /// Where the attempt stands.
    enum Status {
        PASSED("passed", "пройдена"),
        PENDING("pending", "не завершена"),
        FAILED("failed", "не пройдена");

        private final Sentence label;

        Status(String en, String ru) {
            label = new Sentence(en, ru);
        }
    }

    /// @param document what is shown; a student card is another document
    /// @param opened whether it is open
    /// @param besideFace whether it is held beside the face
    /// @param nameSaid the full name as the student said it; blank when nothing was said
    /// @param nameOnList the full name on the list
    /// @param deskShown whether the desk was shown
    /// @param sheetsClean whether the sheets were shown and are clean
    /// @param form the form of the examination; without it the interview and written work, which ask the same
    record Attempt(
            @Facts.Says("RECORD_BOOK, PASSPORT or OTHER; a student card is OTHER")
            Document document,

            @Facts.Says("the document is open") boolean opened,

            @Facts.Says("the document is held beside the face")
            boolean besideFace,

            @Facts.Says("the full name as the student said it; blank when nothing was said")
            String nameSaid,

            @Facts.NotEmpty @Facts.Says("the full name on the list")
            String nameOnList,

            @Facts.Says("the desk was shown") boolean deskShown,

            @Facts.Says("the sheets were shown and are clean")
            boolean sheetsClean,

            @Facts.Says("ORAL, WRITTEN or TEST; without it the demands common to ORAL and WRITTEN")
            Optional<ExamForm> form) {
        private boolean accepted() {
            return document != Document.OTHER;
        }

        private boolean said() {
            return !nameSaid.isBlank();
        }

        private boolean nameFits() {
            return PersonName.same(nameSaid, nameOnList);
        }

        private boolean held() {
            return opened && besideFace;
        }

        private boolean test() {
            return form.filter(ExamForm.TEST::equals).isPresent();
        }

        private Status status() {
            if (!accepted() || said() && !nameFits()) {
                return Status.FAILED;
            }
            return lacking().isEmpty() ? Status.PASSED : Status.PENDING;
        }

        private Sentence nameProblem() {
            return said()
                    ? Sentence.of(
                            "'%s' was said, the list has '%s'",
                            "названо «%s», в списке «%s»", nameSaid.strip(), nameOnList.strip())
                    : Sentence.of(
                            "no name was said; the list has '%s'", "имя не названо; в списке «%s»", nameOnList.strip());
        }

        /// Everything that stands between this attempt and a passed one.
        private List<Sentence> lacking() {
            List<Sentence> lacking = new ArrayList<>();
            if (!accepted()) {
                lacking.add(OTHER_DOCUMENT);
            }
            if (!said() || !nameFits()) {
                lacking.add(nameProblem());
            }
            if (!held()) {
                lacking.add(NOT_HELD);
            }
            if (!deskShown && !test()) {
                lacking.add(NO_DESK);
            }
            if (!sheetsClean && !test()) {
                lacking.add(NO_SHEETS);
            }
            return lacking;
        }
    }

    /// @param status whether the student may go on
    record Answer(Status status) {}

    @Override
    public Ruling<Answer> decide(Attempt attempt, Edition edition) {
        return new Ruling<>(
                new Answer(attempt.status()),
                List.of(
                        nothingBeginsBefore(attempt),
                        documentIsOneOfTwo(attempt),
                        testHasItAtTheRollCall(attempt),
                        allOfItIsShownBeforeInterview(attempt),
                        nameIsTheOneOnTheList(attempt),
                        documentIsOpenBesideTheFace(attempt),
                        deskIsShown(attempt),
                        sheetsAreClean(attempt),
                        allOfItIsShownBeforeWriting(attempt)));
    }

    @Clause(RUE.ART_2_4_MUST)
    private static Finding nothingBeginsBefore(Attempt attempt) {
        return standing(RUE.ART_2_4_MUST, attempt);
    }

    @Clause(RUE.ART_2_4_DOC)
    private static Finding documentIsOneOfTwo(Attempt attempt) {
        Sentence label = attempt.document().label;
        return Finding.of(
                RUE.ART_2_4_DOC,
                attempt.accepted(),
                Sentence.of("%s is shown", "предъявлен документ: %2$s", label.en(), label.local()),
                OTHER_DOCUMENT);
    }

    @Clause(RUE.ART_2_4_TEST)
    private static Finding testHasItAtTheRollCall(Attempt attempt) {
        return attempt.test()
                ? standing(RUE.ART_2_4_TEST, attempt)
                : ExamForm.elsewhere(RUE.ART_2_4_TEST, attempt.form());
    }

    @Clause(RUE.ART_3_ORAL_3_S)
    private static Finding allOfItIsShownBeforeInterview(Attempt attempt) {
        return asksAs(ExamForm.ORAL, attempt)
                ? standing(RUE.ART_3_ORAL_3_S, attempt)
                : ExamForm.elsewhere(RUE.ART_3_ORAL_3_S, attempt.form());
    }

    @Clause(RUE.ART_3_WRITTEN_3_S)
    private static Finding allOfItIsShownBeforeWriting(Attempt attempt) {
        return asksAs(ExamForm.WRITTEN, attempt)
                ? standing(RUE.ART_3_WRITTEN_3_S, attempt)
                : ExamForm.elsewhere(RUE.ART_3_WRITTEN_3_S, attempt.form());
    }

    @Clause(RUE.ART_3_ORAL_3_S_NAME)
    private static Finding nameIsTheOneOnTheList(Attempt attempt) {
        return asked(
                RUE.ART_3_ORAL_3_S_NAME,
                attempt,
                attempt.said() && attempt.nameFits(),
                Sentence.of(
                        "'%s' is on the list",
                        "«%s» есть в списке", attempt.nameOnList().strip()),
                attempt.nameProblem());
    }

    @Clause(RUE.ART_3_ORAL_3_S_DOC)
    private static Finding documentIsOpenBesideTheFace(Attempt attempt) {
        return asked(
                RUE.ART_3_ORAL_3_S_DOC,
                attempt,
                attempt.held(),
                new Sentence("the document is held open beside the face", "документ раскрыт и у лица"),
                NOT_HELD);
    }

    @Clause(RUE.ART_3_ORAL_3_S_DESK)
    private static Finding deskIsShown(Attempt attempt) {
        return asked(
                RUE.ART_3_ORAL_3_S_DESK,
                attempt,
                attempt.deskShown(),
                new Sentence("the desk was shown", "рабочий стол показан"),
                NO_DESK);
    }

    @Clause(RUE.ART_3_ORAL_3_S_SHEETS)
    private static Finding sheetsAreClean(Attempt attempt) {
        return asked(
                RUE.ART_3_ORAL_3_S_SHEETS,
                attempt,
                attempt.sheetsClean(),
                new Sentence("the sheets are clean", "листы чистые"),
                NO_SHEETS);
    }

    /// One demand of the interview.
    private static Finding asked(String clause, Attempt attempt, boolean holds, Sentence met, Sentence lacking) {
        return asksAs(ExamForm.ORAL, attempt)
                ? Finding.of(clause, holds, met, lacking)
                : ExamForm.elsewhere(clause, attempt.form());
    }

    /// Without a form the demands are those that interview and written work share.
    private static boolean asksAs(ExamForm form, Attempt attempt) {
        return attempt.form().isEmpty() || attempt.form().filter(form::equals).isPresent();
    }

    private static Finding standing(String clause, Attempt attempt) {
        Status status = attempt.status();
        List<Sentence> lacking = attempt.lacking();
        return Finding.of(
                clause,
                status == Status.PASSED,
                Sentence.of("identification %s", "идентификация %2$s", status.label.en(), status.label.local()),
                Sentence.of(
                        "identification %1$s: %3$s; nothing may begin for this student",
                        "идентификация %2$s: %4$s; для этого студента ничего не начинается",
                        status.label.en(),
                        status.label.local(),
                        String.join("; ", lacking.stream().map(Sentence::en).toList()),
                        String.join("; ", lacking.stream().map(Sentence::local).toList())));
    }
}
