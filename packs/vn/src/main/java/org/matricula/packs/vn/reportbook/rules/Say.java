package org.matricula.packs.vn.reportbook.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.law.Sentence;

/// Builds sentences whose names and dates differ in the two languages.
final class Say {
    private static final DateTimeFormatter VI_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter EN_MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter VI_MOMENT =
            DateTimeFormatter.ofPattern("HH:mm:ss 'ngày' dd/MM/yyyy", Locale.ROOT);

    private Say() {}

    /// A sentence from two patterns; an argument that is itself a [Sentence] appears in the language of its pattern.
    static Sentence that(String en, String vi, Object... arguments) {
        return new Sentence(fill(en, arguments, Sentence::en), fill(vi, arguments, Sentence::local));
    }

    static Sentence day(LocalDate day) {
        return new Sentence(day.toString(), VI_DAY.format(day));
    }

    static Sentence moment(LocalDateTime moment) {
        return new Sentence(EN_MOMENT.format(moment), VI_MOMENT.format(moment));
    }

    /// The names in a row, separated by commas; `none` when there are no names.
    static Sentence names(List<Sentence> names) {
        if (names.isEmpty()) {
            return new Sentence("none", "không có");
        }
        return new Sentence(join(names, Sentence::en), join(names, Sentence::local));
    }

    private static String join(List<Sentence> names, Function<Sentence, String> language) {
        return names.stream().map(language).collect(Collectors.joining(", "));
    }

    private static String fill(String pattern, Object[] arguments, Function<Sentence, String> language) {
        Object[] filled = Arrays.stream(arguments)
                .map(a -> a instanceof Sentence s ? language.apply(s) : a)
                .toArray();
        return String.format(Locale.ROOT, pattern, filled);
    }
}
