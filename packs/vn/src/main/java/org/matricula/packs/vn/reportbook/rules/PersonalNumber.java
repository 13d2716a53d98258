package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.matricula.law.Clause;
import org.matricula.law.Finding;
import org.matricula.law.Sentence;
import org.matricula.packs.vn.VNRB;

/// The personal identification number of twelve digits, kept as text: a leading zero belongs to it.
///
/// Digits 1 to 3 say where the birth was registered, 4 the century and sex, 5 and 6 the year of birth (Circulars
/// 07/2016 and 59/2021 of the Ministry of Public Security). Only the length is hard: people keep their number when
/// provinces merge or a record is mended, so a structure that does not fit is shown to a person and refuses nothing.
public final class PersonalNumber {
    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

    /// The 63 codes of provinces and cities of Circular 07/2016, Annex I; numbers given under them stay after mergers.
    private static final Set<String> PROVINCES = Set.of(
            "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020", "022", "024",
            "025", "026", "027", "030", "031", "033", "034", "035", "036", "037", "038", "040", "042", "044", "045",
            "046", "048", "049", "051", "052", "054", "056", "058", "060", "062", "064", "066", "067", "068", "070",
            "072", "074", "075", "077", "079", "080", "082", "083", "084", "086", "087", "089", "091", "092", "093",
            "094", "095", "096");

    /// Births registered abroad carry the code of the country; these start at 101 and the world has fewer than 300.
    private static final int FIRST_COUNTRY = 101;

    private static final int LAST_COUNTRY = 399;
    private static final int FIRST_CENTURY = 1900;
    private static final int FIRST_YEAR_WITHOUT_DIGIT = 2400;

    private PersonalNumber() {}

    /// The sex in the civil-status record.
    public enum Sex {
        MALE,
        FEMALE
    }

    /// A part of the number that does not fit what is known of the person.
    public enum Warning {
        /// Digits 1 to 3 are the code of no province and of no country.
        PROVINCE,
        /// Digit 4 is another century or sex.
        CENTURY_SEX,
        /// Digits 5 and 6 are another year of birth.
        BIRTH_YEAR
    }

    /// Whether the text is exactly twelve digits 0 to 9.
    @Clause(VNRB.I_2_9_1)
    public static boolean acceptable(String number) {
        return TWELVE_DIGITS.matcher(number).matches();
    }

    /// The parts that do not fit, in the order of the digits; none for a text that is not acceptable at all.
    public static List<Warning> warnings(String number, Sex sex, LocalDate bornOn) {
        if (!acceptable(number)) {
            return List.of();
        }
        List<Warning> warnings = new ArrayList<>();
        if (!placeIsKnown(number.substring(0, 3))) {
            warnings.add(Warning.PROVINCE);
        }
        if (number.charAt(3) - '0' != centuryAndSex(sex, bornOn)) {
            warnings.add(Warning.CENTURY_SEX);
        }
        if (Integer.parseInt(number.substring(4, 6)) != Math.floorMod(bornOn.getYear(), 100)) {
            warnings.add(Warning.BIRTH_YEAR);
        }
        return List.copyOf(warnings);
    }

    private static boolean placeIsKnown(String code) {
        int value = Integer.parseInt(code);
        return PROVINCES.contains(code) || (value >= FIRST_COUNTRY && value <= LAST_COUNTRY);
    }

    /// 0 and 1 for men and women of the twentieth century, 2 and 3 of the twenty-first, and so on to 8 and 9; -1 for
    /// years that have no digit.
    private static int centuryAndSex(Sex sex, LocalDate bornOn) {
        if (bornOn.getYear() < FIRST_CENTURY || bornOn.getYear() >= FIRST_YEAR_WITHOUT_DIGIT) {
            return -1;
        }
        return 2 * ((bornOn.getYear() - FIRST_CENTURY) / 100) + (sex == Sex.FEMALE ? 1 : 0);
    }

    /// The number has twelve digits.
    @Clause(VNRB.I_2_9_1)
    public static Finding hasTwelveDigits(String number) {
        return Finding.of(
                VNRB.I_2_9_1,
                acceptable(number),
                new Sentence("the number has exactly twelve digits", "số định danh có đúng mười hai chữ số"),
                Say.that(
                        "twelve digits 0 to 9 are needed; this has %d characters, %d of them such digits",
                        "cần mười hai chữ số từ 0 đến 9; ở đây có %d ký tự, trong đó %d chữ số",
                        number.codePointCount(0, number.length()),
                        number.chars().filter(c -> c >= '0' && c <= '9').count()));
    }

    /// Nobody else has the number.
    ///
    /// @param otherHolders how many other persons the register has with the same number
    @Clause(VNRB.I_2_9_2)
    public static Finding belongsToOnePerson(int otherHolders) {
        return Finding.of(
                VNRB.I_2_9_2,
                otherHolders == 0,
                new Sentence("nobody else has the number", "không ai khác mang số này"),
                Say.that("the number already belongs to %d other", "số này đã thuộc về %d người khác", otherHolders));
    }

    /// The homeroom teacher answers for the personal data; a number whose structure does not fit needs that teacher's
    /// word.
    @Clause(VNRB.II_7_1_1)
    public static Finding fitsThePersonalData(String number, Sex sex, LocalDate bornOn) {
        if (!acceptable(number)) {
            return Finding.doesNotApply(
                    VNRB.II_7_1_1, new Sentence("there is no structure to compare", "chưa có cấu trúc để đối chiếu"));
        }
        List<Sentence> differences = warnings(number, sex, bornOn).stream()
                .map(w -> difference(w, number, sex, bornOn))
                .toList();
        if (differences.isEmpty()) {
            return Finding.met(
                    VNRB.II_7_1_1,
                    Say.that(
                            "the number fits a person born on %s",
                            "số định danh khớp với người sinh ngày %s", Say.day(bornOn)));
        }
        return Finding.needsPerson(
                VNRB.II_7_1_1,
                Say.that(
                        "has the homeroom teacher compared the number with the birth certificate? %s",
                        "giáo viên chủ nhiệm đã đối chiếu số này với giấy khai sinh chưa? %s", Say.names(differences)));
    }

    private static Sentence difference(Warning warning, String number, Sex sex, LocalDate bornOn) {
        return switch (warning) {
            case PROVINCE ->
                Say.that(
                        "%s is the code of no province or country",
                        "%s không phải mã tỉnh hay mã nước nào", number.substring(0, 3));
            case CENTURY_SEX ->
                Say.that(
                        "digit 4 is %s, not that of a %s born in %d",
                        "chữ số thứ 4 là %s, không phải của %s sinh năm %d",
                        number.substring(3, 4),
                        sex == Sex.FEMALE ? new Sentence("girl", "nữ") : new Sentence("boy", "nam"),
                        bornOn.getYear());
            case BIRTH_YEAR ->
                Say.that(
                        "digits 5 and 6 are %s, the year of birth is %d",
                        "chữ số 5 và 6 là %s, năm sinh là %d", number.substring(4, 6), bornOn.getYear());
        };
    }
}
