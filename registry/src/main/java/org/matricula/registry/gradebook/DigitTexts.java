package org.matricula.registry.gradebook;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Numbers that are names: a lost digit makes them another person's.
///
/// Choices made here. A figure with exactly the right count of digits is taken with a note, since a spreadsheet
/// stores 12 digits exactly; unless it ends in 0000, which is how a number looks after scientific notation has
/// eaten it. A figure with fewer digits is refused even when its number format shows leading zeros: whether a
/// zero was lost or a digit forgotten cannot be told.
final class DigitTexts {
    private static final Pattern KEPT_AS_TEXT = Pattern.compile("=\"(\\d+)\"|'(\\d+)");
    private static final Pattern SPACED = Pattern.compile("[0-9]+( [0-9]+)+");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+([.,][0-9]+)?[eE]\\+?[0-9]+");

    /// A double keeps 15 decimal digits for certain.
    private static final int EXACT_DIGITS = 15;

    private DigitTexts() {}

    static Outcome words(String text, int digits) {
        var plain = text;
        var kept = KEPT_AS_TEXT.matcher(text); // tricks that keep a spreadsheet from making a number of it
        if (kept.matches()) {
            plain = kept.group(1) != null ? kept.group(1) : kept.group(2);
        }
        boolean spaced = SPACED.matcher(plain).matches();
        if (spaced) {
            plain = plain.replace(" ", "");
        }
        if (SCIENTIFIC.matcher(plain).matches()) {
            return Outcome.bad(CellWords.digitsRounded(text));
        }
        if (!plain.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Outcome.bad(CellWords.digitsOther(text, digits));
        }
        if (plain.length() != digits) {
            return Outcome.bad(CellWords.digitsCount(text, plain.length(), digits));
        }
        return spaced ? Outcome.good(plain, Said.note(CellWords.digitsSpaces())) : Outcome.good(plain);
    }

    static Outcome figure(BigDecimal value, int digits) {
        var shown = NumberWords.plain(value);
        var whole = value.stripTrailingZeros();
        if (value.signum() <= 0 || whole.scale() > 0) {
            return Outcome.bad(CellWords.digitsOther(shown, digits));
        }
        int found = whole.precision() - whole.scale();
        if (found > EXACT_DIGITS || (found == digits && whole.scale() <= -4)) {
            return Outcome.bad(CellWords.digitsRounded(shown));
        }
        if (found < digits) {
            return Outcome.bad(CellWords.digitsShort(shown, found, digits));
        }
        if (found > digits) {
            return Outcome.bad(CellWords.digitsCount(shown, found, digits));
        }
        return Outcome.good(shown, Said.note(CellWords.digitsAsNumber()));
    }
}
