package org.matricula.packs.ru.exam;

import static org.matricula.law.Finding.needsPerson;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.matricula.law.Clause;
import org.matricula.law.Edition;
import org.matricula.law.Facts;
import org.matricula.law.Facts.Problem;
import org.matricula.law.Finding;
import org.matricula.law.Ruling;
import org.matricula.law.Sentence;
import org.matricula.packs.ru.RUE;
import org.matricula.packs.ru.facts.PersonName;

/// How the recording of an examination is named, and whether a file is named so.
///
/// The parts are joined by blank, underscore, blank. The text gives no pattern for date and time; a colon cannot
/// stand in a file name, so the time has a hyphen. A file that keeps the genitive of the text is accepted too.
final class RecordingNameDecision extends ExamDecision<RecordingNameDecision.Recording, RecordingNameDecision.Answer> {
    private static final String JOINT = " _ ";
    private static final String INTERVIEW = "собеседование (экзамен)";
    private static final String INTERVIEW_IN_THE_TEXT = "собеседования (экзамен)";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH-mm", Locale.ROOT);
    private static final Pattern IMPOSSIBLE = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]| _ |^_ | _$");
    private static final Pattern EXTENSION = Pattern.compile("\\.?[A-Za-z0-9]{1,10}");

    RecordingNameDecision() {
        super(
                "ru.exam.recording-name",
                new Sentence("How is the recording named?", "Как назвать файл видеозаписи?"),
                Recording.class,
                Answer.class);
    }

    /// @param discipline the discipline, by its full name
    /// @param date the day of the examination
    /// @param start when it started
    /// @param group the study group
    /// @param examiner the full name of the teacher
    /// @param extension the ending of the file, for example `mp4`
    /// @param savedAs the name under which it was saved, if that is to be compared
    record Recording(
            RecordedForm form,

            @Facts.NotEmpty @Facts.Says("the discipline, by its full name")
            String discipline,

            @Facts.Says("the day of the examination") LocalDate date,
            @Facts.Says("when it started") LocalTime start,

            @Facts.AsText @Facts.NotEmpty @Facts.Says("the study group")
            String group,

            @Facts.NotEmpty @Facts.Says("the full name of the teacher")
            String examiner,

            @Facts.NotEmpty @Facts.Says("the ending of the file, for example mp4")
            String extension,

            @Facts.NotEmpty @Facts.Says("the name under which the file was saved, if it is to be compared")
            Optional<String> savedAs)
            implements Facts.Checked {
        @Override
        public List<Problem> impossible() {
            List<Problem> problems = new ArrayList<>();
            part(problems, "discipline", discipline);
            part(problems, "group", group);
            part(problems, "examiner", examiner);
            if (!EXTENSION.matcher(extension.strip()).matches()) {
                problems.add(new Problem(
                        "/extension",
                        Sentence.of(
                                "'%s' is not the ending of a file; write it like mp4",
                                "«%s» не расширение файла; запишите его, например, так: mp4", extension)));
            }
            return problems;
        }

        /// Nothing is swapped for something else in silence: a part that cannot stand in a file name is sent
        /// back.
        private static void part(List<Problem> problems, String name, String value) {
            if (IMPOSSIBLE.matcher(value.strip()).find()) {
                problems.add(new Problem(
                        "/" + name,
                        Sentence.of(
                                "'%s' cannot stand in a file name: no \\ / : * ? \" < > |, no ' _ '",
                                "«%s» не годится для имени файла: без \\ / : * ? \" < > |, без « _ »", value)));
            }
        }

        private String name(String interview) {
            List<String> parts = new ArrayList<>(List.of(discipline.strip(), DAY.format(date)));
            if (form == RecordedForm.ORAL) {
                parts.add(interview);
            }
            parts.addAll(List.of(TIME.format(start), group.strip(), examiner.strip()));
            String ending = extension.strip();
            return String.join(JOINT, parts) + (ending.startsWith(".") ? ending : "." + ending);
        }

        private String fileName() {
            return name(INTERVIEW);
        }

        private boolean acceptsAs(String saved) {
            return saved.equals(fileName()) || saved.equals(name(INTERVIEW_IN_THE_TEXT));
        }
    }

    /// @param fileName the name, with its ending
    record Answer(String fileName) {}

    @Override
    public Optional<LocalDate> relevantDate(Recording recording) {
        return Optional.of(recording.date());
    }

    @Override
    public Ruling<Answer> decide(Recording recording, Edition edition) {
        return new Ruling<>(
                new Answer(recording.fileName()), List.of(interviewIsNamed(recording), writtenWorkIsNamed(recording)));
    }

    @Clause(RUE.ART_3_ORAL_10_NAME)
    private static Finding interviewIsNamed(Recording recording) {
        return named(RUE.ART_3_ORAL_10_NAME, RecordedForm.ORAL, recording);
    }

    @Clause(RUE.ART_3_WRITTEN_11_NAME)
    private static Finding writtenWorkIsNamed(Recording recording) {
        return named(RUE.ART_3_WRITTEN_11_NAME, RecordedForm.WRITTEN, recording);
    }

    private static Finding named(String clause, RecordedForm form, Recording recording) {
        if (recording.form() != form) {
            return ExamForm.elsewhere(clause, Optional.of(ExamForm.of(recording.form())));
        }
        String saved = recording.savedAs().orElse(recording.fileName());
        if (!recording.acceptsAs(saved)) {
            return Finding.notMet(
                    clause,
                    Sentence.of(
                            "the file is called '%s'; it must be '%s'",
                            "файл назван «%s», а должен «%s»", saved, recording.fileName()));
        }
        return PersonName.abbreviated(recording.examiner())
                ? needsPerson(
                        clause,
                        Sentence.of(
                                "'%s' has initials; the full name of the teacher is asked for, what is it?",
                                "«%s» с инициалами; нужно полное имя преподавателя, какое оно?", recording.examiner()))
                : Finding.met(clause, Sentence.of("the file is called '%s'", "файл назван «%s»", saved));
    }
}
