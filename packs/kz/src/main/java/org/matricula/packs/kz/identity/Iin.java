package org.matricula.packs.kz.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Pattern;

/// What twelve digits `YYMMDD G NNNN C` say: birth date, century and sex in one digit, a serial number, a check
/// digit.
///
/// @param form whether the text is a number that could be an IIN at all, and if not why
/// @param bornOn the birth date; empty unless the form is right and the century is known
/// @param sex the sex; empty unless the form is right and the century is known
/// @param secondPass whether the check digit had to be worked out with the second row of weights
/// @param expected the check digit that would be right; empty when the form is wrong or no digit can be
public record Iin(
        Form form, Optional<LocalDate> bornOn, Optional<Sex> sex, boolean secondPass, Optional<Integer> expected) {
    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");
    private static final int[] FIRST_WEIGHTS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND_WEIGHTS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};
    private static final int UNDECIDED = 10;

    /// How far the number can be believed.
    public enum Form {
        /// Everything fits.
        RIGHT,
        /// Everything fits, but the century digit is one that is only heard of (0, 7, 8): a warning.
        UNUSUAL_CENTURY,
        /// Not twelve digits.
        NOT_TWELVE_DIGITS,
        /// The century digit is 9, which nobody uses.
        NO_SUCH_CENTURY,
        /// There is no such day in that century.
        NO_SUCH_DAY,
        /// The last digit is not the one worked out from the others.
        WRONG_CHECK_DIGIT,
        /// Both rows of weights leave 10: no such number is issued.
        NEVER_ISSUED
    }

    /// The sex in the century digit.
    public enum Sex {
        MALE,
        FEMALE
    }

    /// Whether the number can be used.
    public boolean valid() {
        return form == Form.RIGHT || form == Form.UNUSUAL_CENTURY;
    }

    /// Reads any text.
    public static Iin read(String text) {
        if (!TWELVE_DIGITS.matcher(text).matches()) {
            return wrong(Form.NOT_TWELVE_DIGITS, false, Optional.empty());
        }
        int[] digits = text.chars().map(c -> c - '0').toArray();
        int check = remainder(digits, FIRST_WEIGHTS);
        boolean secondPass = check == UNDECIDED;
        if (secondPass) {
            check = remainder(digits, SECOND_WEIGHTS);
        }
        if (check == UNDECIDED) {
            return wrong(Form.NEVER_ISSUED, true, Optional.empty());
        }
        if (check != digits[11]) {
            return wrong(Form.WRONG_CHECK_DIGIT, secondPass, Optional.of(check));
        }
        return born(text, digits[6], secondPass, check);
    }

    private static Iin born(String text, int century, boolean secondPass, int check) {
        int month = Integer.parseInt(text.substring(2, 4));
        int day = Integer.parseInt(text.substring(4, 6));
        if (century == 9) {
            return wrong(Form.NO_SUCH_CENTURY, secondPass, Optional.of(check));
        }
        try {
            if (century == 0 || century > 6) {
                MonthDay.of(month, day);
                return new Iin(
                        Form.UNUSUAL_CENTURY, Optional.empty(), Optional.empty(), secondPass, Optional.of(check));
            }
            int year = 1800 + (century - 1) / 2 * 100 + Integer.parseInt(text.substring(0, 2));
            Sex sex = century % 2 == 1 ? Sex.MALE : Sex.FEMALE;
            return new Iin(
                    Form.RIGHT,
                    Optional.of(LocalDate.of(year, month, day)),
                    Optional.of(sex),
                    secondPass,
                    Optional.of(check));
        } catch (DateTimeException _) {
            return wrong(Form.NO_SUCH_DAY, secondPass, Optional.of(check));
        }
    }

    private static Iin wrong(Form form, boolean secondPass, Optional<Integer> expected) {
        return new Iin(form, Optional.empty(), Optional.empty(), secondPass, expected);
    }

    private static int remainder(int[] digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digits[i] * weights[i];
        }
        return sum % 11;
    }
}
