package org.matricula.packs.vn.reportbook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;
import org.matricula.packs.vn.reportbook.rules.Assessment;
import org.matricula.packs.vn.reportbook.rules.Completeness;
import org.matricula.packs.vn.reportbook.rules.PersonalNumber;
import org.matricula.packs.vn.reportbook.rules.Subject;
import org.matricula.packs.vn.reportbook.rules.Trait;
import org.matricula.packs.vn.reportbook.rules.YearResult;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.records.spi.ClassRecordForm.Remark;

/// Examines one row of a class sheet by the rules of the report book. All rules are examined; the office sees every
/// remark at once, each at the value it is about.
final class BookRules {
    static final String PROMOTION = "promotion";
    /// The decisions that take a pupil to the next grade, or out of primary school.
    static final Set<String> UPWARDS = Set.of("PROMOTED", "PROGRAMME_COMPLETED");

    static final String SUPPLEMENTARY = "SUPPLEMENTARY";

    /// The title, short forms included. The words alone prove nothing: a certificate may praise *thành tích xuất sắc*.
    private static final Pattern EXCELLENT_PUPIL =
            Pattern.compile("(?:học sinh|hs)(?: hoàn thành)? xuất sắc|^xuất sắc$|(?<!\\p{L})hsxs(?!\\p{L})");
    private static final Pattern OUTSTANDING_PUPIL =
            Pattern.compile("(?:học sinh|hs) tiêu biểu|^tiêu biểu|(?<!\\p{L})hstb(?!\\p{L})");
    private static final int LAST_GRADE = 5;

    private final ClassInfo info;
    private final PupilRow row;
    private final List<Remark> remarks = new ArrayList<>();

    private BookRules(ClassInfo info, PupilRow row) {
        this.info = info;
        this.row = row;
    }

    /// What came of the examination.
    ///
    /// @param result the computed result; empty while something is missing
    record Examined(Optional<YearResult> result, List<Remark> remarks) {}

    /// Why the result is what it is.
    static Finding reason(ClassInfo info, PupilRow row) {
        return YearResult.resultsAreDrawnTogether(new BookRules(info, row).assessment());
    }

    static Examined examine(ClassInfo info, PupilRow row) {
        BookRules rules = new BookRules(info, row);
        Assessment assessment = rules.assessment();
        rules.personalNumber();
        rules.completeness(assessment);
        Optional<YearResult> result = YearResult.of(assessment);
        result.ifPresent(r -> {
            rules.statedResult(r);
            rules.award(assessment);
            rules.supplementaryAssessment(r);
        });
        return new Examined(result, List.copyOf(rules.remarks));
    }

    private Assessment assessment() {
        List<Assessment.SubjectMark> subjects = new ArrayList<>();
        for (Subject subject : Subject.values()) {
            row.value(subject.name() + ".level")
                    .ifPresent(level -> subjects.add(new Assessment.SubjectMark(
                            subject,
                            Subject.Level.valueOf(level),
                            row.value(subject.name() + ".test").map(Integer::valueOf))));
        }
        List<Assessment.QualityMark> qualities = new ArrayList<>();
        for (Trait.Quality quality : Trait.Quality.values()) {
            row.value(quality.name())
                    .ifPresent(l -> qualities.add(new Assessment.QualityMark(quality, Trait.Level.valueOf(l))));
        }
        List<Assessment.CompetenceMark> competences = new ArrayList<>();
        for (Trait.Competence competence : Trait.Competence.rated(info.grade())) {
            row.value(competence.name())
                    .ifPresent(l -> competences.add(new Assessment.CompetenceMark(competence, Trait.Level.valueOf(l))));
        }
        return new Assessment(
                info.grade(),
                subjects,
                qualities,
                competences,
                row.value("awards").flatMap(this::award));
    }

    /// The two titles of the year by their fixed words; any other text is an award of its own kind.
    private Optional<Assessment.Award> award(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        if (EXCELLENT_PUPIL.matcher(words).find()) {
            return Optional.of(Assessment.Award.EXCELLENT_PUPIL);
        }
        return Optional.of(
                OUTSTANDING_PUPIL.matcher(words).find() ? Assessment.Award.OUTSTANDING_PUPIL : Assessment.Award.AD_HOC);
    }

    @Clause({VNRB.I_2_9_1, VNRB.I_4_4_1})
    private void personalNumber() {
        String number = row.value("personalNumber").orElse("");
        if (number.isEmpty()) {
            remarks.add(new Remark(
                    "personalNumber",
                    true,
                    new Sentence(
                            "There is no personal number, and without it no book is made. Enter the 12 digits; the books of the other pupils are not held back.",
                            "Chưa có số định danh cá nhân nên chưa lập được học bạ. Hãy nhập đủ 12 chữ số; học bạ của các học sinh khác không bị giữ lại."),
                    List.of(VNRB.I_2_9_3, VNRB.I_4_4_1)));
            return;
        }
        note("personalNumber", PersonalNumber.hasTwelveDigits(number), true);
        Optional<LocalDate> born = row.value("bornOn").map(LocalDate::parse);
        Optional<PersonalNumber.Sex> sex = row.value("sex").map(PersonalNumber.Sex::valueOf);
        if (born.isPresent() && sex.isPresent()) {
            note("personalNumber", PersonalNumber.fitsThePersonalData(number, sex.get(), born.get()), false);
        }
    }

    private void completeness(Assessment assessment) {
        for (Completeness.Missing missing : Completeness.missing(assessment)) {
            String key = switch (missing.kind()) {
                case SUBJECT -> missing.name() + ".level";
                case TEST -> missing.name() + ".test";
                case QUALITY, COMPETENCE -> missing.name();
            };
            remarks.add(new Remark(
                    key,
                    true,
                    new Sentence(
                            "Missing: %s. Enter it; a book that is not complete cannot be signed."
                                    .formatted(missing.label().en()),
                            "Còn thiếu: %s. Hãy nhập; học bạ chưa đủ thì chưa ký được."
                                    .formatted(missing.label().local())),
                    List.of(VNRB.I_5_1_A, VNRB.II_7_2_2)));
        }
    }

    /// A result typed into the sheet must be the one that the marks give.
    private void statedResult(YearResult computed) {
        row.value("yearResult")
                .filter(stated -> !stated.equals(computed.name()))
                .ifPresent(stated -> {
                    YearResult typed = YearResult.valueOf(stated);
                    remarks.add(new Remark(
                            "yearResult",
                            true,
                            new Sentence(
                                    "The sheet says '%s', but the levels and tests of this row give '%s'. Correct the one that is wrong, or leave this cell empty."
                                            .formatted(
                                                    typed.label().en(),
                                                    computed.label().en()),
                                    "Bảng ghi '%s' nhưng các mức và điểm của dòng này cho kết quả '%s'. Hãy sửa chỗ sai, hoặc để trống ô này."
                                            .formatted(
                                                    typed.label().local(),
                                                    computed.label().local())),
                            List.of(VNRB.II_7_2_1)));
                });
    }

    private void award(Assessment assessment) {
        note("awards", YearResult.awardFits(assessment), true);
    }

    /// Who has not completed the class is assessed again before the book is closed; the principal then decides.
    @Clause(VNRB.I_5_3_B_2)
    private void supplementaryAssessment(YearResult result) {
        Optional<String> decided = row.value(PROMOTION);
        if (result.classCompleted()) {
            decided.filter(d -> !UPWARDS.contains(d))
                    .ifPresent(_ -> remarks.add(new Remark(
                            PROMOTION,
                            true,
                            new Sentence(
                                    "The result is '%s', so the pupil goes on; this cell says otherwise. Correct it, or leave it empty."
                                            .formatted(result.label().en()),
                                    "Kết quả là '%s' nên học sinh được lên lớp; ô này ghi khác. Hãy sửa lại, hoặc để trống."
                                            .formatted(result.label().local())),
                            List.of(VNRB.II_7_2_3))));
        } else if (info.grade() == LAST_GRADE) {
            notOutOfPrimarySchool(decided);
        } else if (decided.isEmpty() || decided.get().equals(SUPPLEMENTARY)) {
            remarks.add(new Remark(
                    PROMOTION,
                    true,
                    new Sentence(
                            "The result is 'not completed'. The book is closed only after the supplementary assessment: then enter the principal's decision here (promoted, or not promoted).",
                            "Kết quả là 'Chưa hoàn thành'. Chỉ chốt học bạ sau khi đánh giá bổ sung: khi đó hãy ghi quyết định của hiệu trưởng vào đây (được lên lớp hoặc chưa được lên lớp)."),
                    List.of(VNRB.I_5_3_B_2)));
        }
    }

    /// Who completed grade 5 completed primary school, and nobody else: no decision lets a pupil out without it.
    private void notOutOfPrimarySchool(Optional<String> decided) {
        if (decided.filter(d -> !UPWARDS.contains(d) && !d.equals(SUPPLEMENTARY))
                .isPresent()) {
            return;
        }
        remarks.add(new Remark(
                PROMOTION,
                true,
                new Sentence(
                        "The result is 'not completed', so the primary programme is not completed. The book is closed only after the supplementary assessment: enter its levels and marks, or write here that the pupil is not promoted.",
                        "Kết quả là 'Chưa hoàn thành' nên học sinh chưa hoàn thành chương trình tiểu học. Chỉ chốt học bạ sau khi đánh giá bổ sung: hãy nhập mức và điểm đánh giá bổ sung, hoặc ghi vào đây là chưa được lên lớp."),
                List.of(VNRB.I_5_3_B_2)));
    }

    private void note(String key, Finding finding, boolean blocks) {
        switch (finding.result()) {
            case NOT_MET -> remarks.add(new Remark(key, blocks, finding.because(), List.of(finding.clause())));
            case NEEDS_PERSON -> remarks.add(new Remark(key, false, finding.because(), List.of(finding.clause())));
            case MET, DOES_NOT_APPLY -> {}
        }
    }
}
