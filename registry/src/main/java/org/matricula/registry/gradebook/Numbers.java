package org.matricula.registry.gradebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.matricula.registry.gradebook.spi.Kind;

/// Marks, counts and measures.
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}([.,][0-9]{1,9})?");

    /// Number words of marks, as in the column "mark in words" of paper sheets.
    private static final List<List<String>> SPELT = List.of(
            List.of("không", "zero"),
            List.of("một", "one"),
            List.of("hai", "two"),
            List.of("ba", "three"),
            List.of("bốn", "four"),
            List.of("năm", "five"),
            List.of("sáu", "six"),
            List.of("bảy", "seven"),
            List.of("tám", "eight"),
            List.of("chín", "nine"),
            List.of("mười", "ten"));

    private Numbers() {}

    static Outcome words(Kind.Whole kind, String text) {
        if (NUMBER.matcher(text).matches()) {
            var value = new BigDecimal(text.replace(',', '.'));
            return isWhole(value)
                    ? ranged(kind, value)
                    : Outcome.bad(NumberWords.notWhole(text, kind.least(), kind.most()));
        }
        var plain = Wording.bare(text);
        for (int number = 0; number < SPELT.size(); number++) {
            if (SPELT.get(number).stream().anyMatch(w -> Wording.bare(w).equals(plain))) {
                return Outcome.bad(NumberWords.inWords(text, number));
            }
        }
        return Outcome.bad(NumberWords.notNumber(text));
    }

    static Outcome figure(Kind.Whole kind, BigDecimal value) {
        return isWhole(value)
                ? ranged(kind, value)
                : Outcome.bad(NumberWords.roundedShow(NumberWords.plain(value), kind.least(), kind.most()));
    }

    static Outcome words(Kind.Measure kind, String text) {
        return NUMBER.matcher(text).matches()
                ? measured(kind, new BigDecimal(text.replace(',', '.')))
                : Outcome.bad(NumberWords.notNumber(text));
    }

    static Outcome figure(Kind.Measure kind, BigDecimal value) {
        return measured(kind, value);
    }

    private static Outcome ranged(Kind.Whole kind, BigDecimal value) {
        boolean within = value.compareTo(BigDecimal.valueOf(kind.least())) >= 0
                && value.compareTo(BigDecimal.valueOf(kind.most())) <= 0;
        return within
                ? Outcome.good(String.valueOf(value.intValueExact()))
                : Outcome.bad(NumberWords.outOfRange(
                        NumberWords.plain(value), String.valueOf(kind.least()), String.valueOf(kind.most())));
    }

    private static Outcome measured(Kind.Measure kind, BigDecimal value) {
        var shown = NumberWords.plain(value);
        if (value.compareTo(kind.least()) < 0 || value.compareTo(kind.most()) > 0) {
            return Outcome.bad(NumberWords.outOfRange(
                    shown, kind.least().toPlainString(), kind.most().toPlainString()));
        }
        return value.stripTrailingZeros().scale() > kind.decimals()
                ? Outcome.bad(NumberWords.tooFine(shown, kind.decimals()))
                : Outcome.good(shown);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
