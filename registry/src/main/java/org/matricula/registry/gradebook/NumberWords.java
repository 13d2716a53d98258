package org.matricula.registry.gradebook;

import java.math.BigDecimal;
import org.matricula.law.Sentence;

/// What to say about a mark, a count or a measure.
final class NumberWords {
    private NumberWords() {}

    static Sentence notWhole(String shown, int least, int most) {
        return Sentence.of(
                "%s is not a whole number; here a whole number from %d to %d is needed.",
                "%s không phải số nguyên; ô này cần số nguyên từ %d đến %d.", shown, least, most);
    }

    static Sentence roundedShow(String shown, int least, int most) {
        return Sentence.of(
                "The cell holds %s, although it may show a rounded number. Type the whole number (%d to %d) that was given.",
                "Ô chứa %s dù có thể hiện số đã làm tròn. Hãy gõ đúng số nguyên (%d đến %d) đã cho.",
                shown,
                least,
                most);
    }

    static Sentence outOfRange(String shown, String least, String most) {
        return Sentence.of(
                "%s is outside the range from %s to %s.", "%s nằm ngoài khoảng từ %s đến %s.", shown, least, most);
    }

    static Sentence inWords(String shown, int number) {
        return Sentence.of(
                "'%s' is written in words. Write the mark in digits: %d.",
                "'%s' được viết bằng chữ. Hãy ghi bằng chữ số: %d.", shown, number);
    }

    static Sentence notNumber(String shown) {
        return Sentence.of(
                "'%s' is not a number. Write it in digits, without units or other signs.",
                "'%s' không phải là số. Hãy ghi bằng chữ số, không kèm đơn vị hay ký hiệu khác.", shown);
    }

    static Sentence tooFine(String shown, int decimals) {
        return Sentence.of(
                "%s has more than %d digits after the point. Round it to what was measured.",
                "%s có hơn %d chữ số thập phân. Hãy ghi theo số đã đo.", shown, decimals);
    }

    static String plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        // A number with a huge exponent is shown in short: nobody can read 400 zeros.
        return Math.abs(plain.scale()) > 30 ? plain.toString() : plain.toPlainString();
    }
}
