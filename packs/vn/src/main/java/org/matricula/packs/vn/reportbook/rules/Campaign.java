package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.law.time.LegalClock;
import org.matricula.packs.vn.VNRB;

/// One of the two points of a school year at which books are sent to the ministry.
///
/// "Before 15 June" and "before 15 August" are strict: the 14th is the last good day, to its end, whatever day of the
/// week it is (a reporting date is not moved to a working day).
///
/// @param schoolYear the school year
/// @param supplementary whether it is for pupils who needed a supplementary assessment
public record Campaign(SchoolYear schoolYear, boolean supplementary) {
    /// A school year that starts in one year and ends in the next.
    ///
    /// @param first the year it starts in
    public record SchoolYear(int first) {
        private static final Pattern SHAPE = Pattern.compile("([0-9]{4})-([0-9]{4})");

        /// Reads `2025-2026`; empty unless the second year follows the first.
        public static Optional<SchoolYear> read(String text) {
            Matcher years = SHAPE.matcher(text);
            if (!years.matches() || Integer.parseInt(years.group(2)) != Integer.parseInt(years.group(1)) + 1) {
                return Optional.empty();
            }
            return Optional.of(new SchoolYear(Integer.parseInt(years.group(1))));
        }

        /// The earliest day on which a book of the year could be thought of: pupils return in August.
        LocalDate earliest() {
            return LocalDate.of(first, Month.AUGUST, 1);
        }
    }

    /// 1 for pupils who completed the class or the primary programme, 2 for supplementary assessment.
    public int number() {
        return supplementary ? 2 : 1;
    }

    /// The last day on which sending is in time.
    @Clause({VNRB.I_5_3_B_1, VNRB.I_5_3_B_2})
    public LocalDate lastGoodDay() {
        LocalDate before = LocalDate.of(schoolYear.first() + 1, supplementary ? Month.AUGUST : Month.JUNE, 15);
        return LegalClock.lastDayBefore(before);
    }

    /// Whether a book sent at the moment (time of Viet Nam) is in time.
    public boolean inTime(LocalDateTime sentAt) {
        return !sentAt.toLocalDate().isAfter(lastGoodDay());
    }

    /// Books of pupils who completed the programme are sent before 15 June.
    @Clause(VNRB.I_5_3_B_1)
    Finding sentBefore15June(Optional<LocalDateTime> sentAt) {
        return supplementary
                ? Finding.doesNotApply(
                        VNRB.I_5_3_B_1,
                        new Sentence(
                                "the pupil needs a supplementary assessment: campaign 2",
                                "học sinh cần đánh giá bổ sung: thuộc đợt 2"))
                : sentInTime(VNRB.I_5_3_B_1, sentAt);
    }

    /// Books of pupils who needed a supplementary assessment are sent before 15 August.
    @Clause(VNRB.I_5_3_B_2)
    Finding sentBefore15August(Optional<LocalDateTime> sentAt) {
        return supplementary
                ? sentInTime(VNRB.I_5_3_B_2, sentAt)
                : Finding.doesNotApply(
                        VNRB.I_5_3_B_2,
                        new Sentence(
                                "the pupil completed the programme: campaign 1",
                                "học sinh đã hoàn thành chương trình: thuộc đợt 1"));
    }

    private Finding sentInTime(String clause, Optional<LocalDateTime> sentAt) {
        Sentence last = Say.day(lastGoodDay());
        if (sentAt.isEmpty()) {
            return Finding.needsPerson(
                    clause,
                    Say.that(
                            "not sent yet: will the school send it by the end of %s?",
                            "chưa gửi: nhà trường có gửi chậm nhất hết ngày %s không?", last));
        }
        return Finding.of(
                clause,
                inTime(sentAt.get()),
                Say.that(
                        "sent at %s; the last good day was %s",
                        "gửi lúc %s; hạn chót là hết ngày %s", Say.moment(sentAt.get()), last),
                Say.that(
                        "sent at %s, after the last good day %s",
                        "gửi lúc %s, sau hạn chót là hết ngày %s", Say.moment(sentAt.get()), last));
    }

    /// A campaign is complete only when every pupil has a number; the books of those who have one are not held back.
    ///
    /// @param pupils how many pupils the campaign has
    /// @param withNumber how many of them have a personal identification number
    @Clause(VNRB.I_4_4_1)
    public static Finding everyPupilHasANumber(int pupils, int withNumber) {
        // Rounded, but 29 999 of 30 000 must not read as 100%.
        long rounded = pupils == 0 ? 10_000 : (10_000L * withNumber + pupils / 2) / pupils;
        long hundredths = withNumber == pupils ? 10_000 : Math.min(rounded, 9_999);
        Sentence percent = Say.that("%d.%02d", "%d,%02d", hundredths / 100, hundredths % 100);
        return Finding.of(
                VNRB.I_4_4_1,
                withNumber == pupils,
                Say.that(
                        "%2$d of %1$d pupils have a number (%3$s%%)",
                        "%2$d trên %1$d học sinh có số định danh (%3$s%%)", pupils, withNumber, percent),
                Say.that(
                        "%2$d of %1$d pupils have a number (%3$s%%); the others' books are not held back, but the"
                                + " campaign is not complete",
                        "%2$d trên %1$d học sinh có số định danh (%3$s%%); học bạ của các em này không phải chờ, nhưng"
                                + " đợt gửi chưa hoàn tất",
                        pupils,
                        withNumber,
                        percent));
    }
}
