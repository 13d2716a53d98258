package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// A book that the school is about to close by its seal, with all that the closing depends on.
///
/// @param assessment what stands in the book
/// @param supplementary where the supplementary assessment of the pupil stands
/// @param personalNumber the pupil's number, as text; empty when the pupil has none
/// @param otherHolders how many other persons the register has with the same number
/// @param signatures the signatures given so far
/// @param school the code of the school that issues the book
/// @param certificate the certificate of the seal
/// @param closingAt the moment of closing, in the time of Viet Nam
public record BookToSeal(
        Assessment assessment,
        Supplementary supplementary,
        Optional<String> personalNumber,
        int otherHolders,
        Signatures signatures,
        String school,
        SealCertificate certificate,
        LocalDateTime closingAt) {
    /// Where a supplementary assessment stands.
    public enum Supplementary {
        /// The pupil needs none.
        NOT_NEEDED,
        /// Its result is not in yet.
        AWAITED,
        /// Its result is in the book, whatever it is.
        DONE
    }

    /// The certificate of an organisation.
    ///
    /// @param organisation the code of the organisation it was issued to
    /// @param declared whether the administrator declared it in the software
    /// @param from first day of validity
    /// @param to last day of validity
    public record SealCertificate(String organisation, boolean declared, LocalDate from, LocalDate to) {}

    /// Every clause examined, in the order of the text. The book may be sealed when none is [Finding#isNotMet].
    public List<Finding> findings() {
        return List.of(
                regulationIsInForce(),
                Completeness.gradeIsOfPrimarySchool(assessment.grade()),
                certificateIsTheSchools(),
                PersonalNumber.hasTwelveDigits(personalNumber.orElse("")),
                PersonalNumber.belongsToOnePerson(otherHolders),
                noBookWithoutANumber(),
                SigningOrder.everySignatureIsThere(signatures),
                SigningOrder.timesAreInOrder(signatures),
                Completeness.everyResultIsStored(assessment),
                SigningOrder.homeroomAndHeadSigned(signatures),
                supplementaryResultIsIn(),
                schoolAnswersForTheContent(),
                SigningOrder.approvalComesAfterAllTeachers(signatures),
                YearResult.resultsAreDrawnTogether(assessment),
                Completeness.assessmentFileIsComplete(assessment),
                YearResult.awardFits(assessment),
                SigningOrder.homeroomSignsAfterSubjects(signatures),
                SigningOrder.everySubjectIsCompleteAndSigned(signatures),
                certificateIsDeclaredAndValid());
    }

    /// What stands in the way of sealing; empty when the book may be sealed.
    public List<Finding> obstacles() {
        return findings().stream().filter(Finding::isNotMet).toList();
    }

    @Clause(VNRB.QD_2_1)
    private Finding regulationIsInForce() {
        LocalDate day = closingAt.toLocalDate();
        return Finding.of(
                VNRB.QD_2_1,
                VNRB.regulation().editionOn(day).isPresent(),
                Say.that("the regulation is in force on %s", "quy chế có hiệu lực vào ngày %s", Say.day(day)),
                Say.that(
                        "the regulation is not in force on %s", "quy chế không có hiệu lực vào ngày %s", Say.day(day)));
    }

    @Clause(VNRB.I_2_2)
    private Finding certificateIsTheSchools() {
        return Finding.of(
                VNRB.I_2_2,
                certificate.organisation().equals(school),
                Say.that("the certificate was issued to the school %s", "chứng thư cấp cho trường %s", school),
                Say.that(
                        "the certificate was issued to %s, not to the school %s",
                        "chứng thư cấp cho %s, không phải trường %s", certificate.organisation(), school));
    }

    @Clause(VNRB.I_2_9_3)
    private Finding noBookWithoutANumber() {
        return Finding.of(
                VNRB.I_2_9_3,
                personalNumber.filter(PersonalNumber::acceptable).isPresent(),
                new Sentence("the book has its key, the pupil's number", "học bạ có khóa là số định danh của học sinh"),
                new Sentence(
                        "there is no book without the pupil's number; the other books are not held back",
                        "chưa có số định danh thì chưa lập học bạ; học bạ khác không phải chờ"));
    }

    @Clause(VNRB.I_5_3_B_2)
    private Finding supplementaryResultIsIn() {
        return switch (supplementary) {
            case NOT_NEEDED ->
                Finding.doesNotApply(
                        VNRB.I_5_3_B_2,
                        new Sentence("no supplementary assessment is needed", "không cần đánh giá bổ sung"));
            case AWAITED ->
                Finding.notMet(
                        VNRB.I_5_3_B_2,
                        new Sentence(
                                "the pupil awaits the supplementary assessment: the book is closed after its result",
                                "học sinh còn chờ đánh giá bổ sung: có kết quả mới chốt học bạ"));
            case DONE ->
                Finding.met(
                        VNRB.I_5_3_B_2,
                        new Sentence(
                                "the result of the supplementary assessment is in the book",
                                "kết quả đánh giá bổ sung đã có trong học bạ"));
        };
    }

    @Clause(VNRB.I_5_4_A_1)
    private Finding schoolAnswersForTheContent() {
        boolean fits = assessment.impossible().isEmpty();
        boolean complete = Completeness.missing(assessment).isEmpty();
        return Finding.of(
                VNRB.I_5_4_A_1,
                fits && complete,
                Say.that(
                        "what is in the book is complete and fits grade %d",
                        "nội dung học bạ đầy đủ và đúng với lớp %d", assessment.grade()),
                Say.that(
                        "the head cannot close it: %2$d entries missing, %3$d not of grade %1$d",
                        "hiệu trưởng chưa chốt được: thiếu %2$d mục, %3$d mục không thuộc lớp %1$d",
                        assessment.grade(),
                        Completeness.missing(assessment).size(),
                        assessment.impossible().size()));
    }

    @Clause(VNRB.II_10_E)
    private Finding certificateIsDeclaredAndValid() {
        LocalDate day = closingAt.toLocalDate();
        boolean valid = !day.isBefore(certificate.from()) && !day.isAfter(certificate.to());
        return Finding.of(
                VNRB.II_10_E,
                certificate.declared() && valid,
                Say.that(
                        "the certificate is declared and valid from %s to %s",
                        "chứng thư đã khai báo và có hạn từ %s đến %s",
                        Say.day(certificate.from()),
                        Say.day(certificate.to())),
                Say.that(
                        certificate.declared()
                                ? "the certificate is valid from %s to %s, not on %s"
                                : "the certificate, valid from %s to %s, is not declared on %s",
                        certificate.declared()
                                ? "chứng thư có hạn từ %s đến %s, không dùng được ngày %s"
                                : "chứng thư có hạn từ %s đến %s nhưng đến ngày %s chưa khai báo",
                        Say.day(certificate.from()),
                        Say.day(certificate.to()),
                        Say.day(day)));
    }
}
