package org.matricula.registry.verification;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates in the usual ways of writing them: year first, or day first with the month as a number or in words of the four
/// languages.
final class BirthDays {
    private static final int MOST = 60;
    private static final Pattern PIECE = Pattern.compile("\\p{Nd}+|\\p{L}+");

    /// How the names of months begin, in English, Russian and Kazakh; Vietnamese counts them.
    private static final Map<String, Integer> MONTHS = months(
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "янв фев мар апр мая июн июл авг сен окт ноя дек",
            "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
            "— — — — май — — — — — — —");

    private BirthDays() {}

    private static Map<String, Integer> months(String... languages) {
        Map<String, Integer> months = new HashMap<>();
        for (String language : languages) {
            String[] names = language.split(" ");
            for (int i = 0; i < names.length; i++) {
                months.put(names[i], i + 1);
            }
        }
        return Map.copyOf(months);
    }

    /// The date that a text means; empty when it means none, or could mean two.
    static Optional<LocalDate> read(String typed) {
        if (typed.length() > MOST) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> numbers = new ArrayList<>();
        int month = 0;
        int monthAt = -1;
        for (Matcher piece = PIECE.matcher(text); piece.find(); ) {
            String word = piece.group();
            if (Character.isDigit(word.charAt(0))) {
                numbers.add(word);
            } else if (word.length() >= 3 && MONTHS.containsKey(word.substring(0, 3)) && month == 0) {
                month = MONTHS.get(word.substring(0, 3));
                monthAt = numbers.size();
            }
        }
        if (month > 0 && monthAt >= 0 && numbers.size() == 2) {
            return inWords(numbers, month);
        }
        if (month > 0) {
            return Optional.empty();
        }
        if (numbers.size() == 1 && numbers.getFirst().length() == 8) {
            String all = numbers.getFirst();
            // Eight digits together: the year is where a year can be.
            Optional<LocalDate> dayFirst = date(all.substring(4), all.substring(2, 4), all.substring(0, 2));
            Optional<LocalDate> yearFirst = date(all.substring(0, 4), all.substring(4, 6), all.substring(6));
            return dayFirst.isPresent() == yearFirst.isPresent() ? Optional.empty() : dayFirst.or(() -> yearFirst);
        }
        if (numbers.size() != 3) {
            return Optional.empty();
        }
        return numbers.getFirst().length() == 4
                ? date(numbers.get(0), numbers.get(1), numbers.get(2))
                : date(numbers.get(2), numbers.get(1), numbers.get(0));
    }

    private static Optional<LocalDate> inWords(List<String> numbers, int month) {
        boolean yearFirst = numbers.getFirst().length() == 4;
        String year = numbers.get(yearFirst ? 0 : 1);
        String day = numbers.get(yearFirst ? 1 : 0);
        return date(year, String.valueOf(month), day);
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        if (year.length() != 4 || month.length() > 2 || day.length() > 2) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < 1900 || date.getYear() > 2199 ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
