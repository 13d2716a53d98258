package org.matricula.packs.vn.bridging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.matricula.law.Sentence;

/// Sentences in English and Vietnamese from the same facts, each fact written as the language writes it.
///
/// A date is `2014-01-31` in English and `31/01/2014` in Vietnamese; a [Worded] fact is named in the language.
final class Told {
    private static final DateTimeFormatter DAY_VI = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private Told() {}

    /// A fact that has a name in both languages.
    interface Worded {
        /// The name, to stand inside a sentence.
        Sentence words();
    }

    /// A sentence from two patterns that take the same facts.
    static Sentence say(String en, String vi, Object... facts) {
        return new Sentence(filled(en, facts, Told::inEnglish), filled(vi, facts, Told::inVietnamese));
    }

    /// Several sentences as one, in the order given; there must be at least one.
    static Sentence together(List<Sentence> parts) {
        return new Sentence(
                String.join("; ", parts.stream().map(Sentence::en).toList()),
                String.join("; ", parts.stream().map(Sentence::local).toList()));
    }

    /// A list of names as one fact; there must be at least one.
    static Sentence names(List<? extends Worded> items) {
        List<Sentence> words = items.stream().map(Worded::words).toList();
        return new Sentence(
                String.join(", ", words.stream().map(Sentence::en).toList()),
                String.join(", ", words.stream().map(Sentence::local).toList()));
    }

    private static String filled(String pattern, Object[] facts, Function<Object, Object> language) {
        Object[] told = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            told[i] = language.apply(facts[i]);
        }
        return String.format(Locale.ROOT, pattern, told);
    }

    private static Object inEnglish(Object fact) {
        return switch (fact) {
            case Worded worded -> worded.words().en();
            case Sentence sentence -> sentence.en();
            case LocalDateTime moment -> moment.toLocalDate() + " " + TIME.format(moment);
            case BigDecimal number -> number.toPlainString();
            default -> fact;
        };
    }

    private static Object inVietnamese(Object fact) {
        return switch (fact) {
            case Worded worded -> worded.words().local();
            case Sentence sentence -> sentence.local();
            case LocalDate day -> DAY_VI.format(day);
            case LocalDateTime moment -> TIME.format(moment) + " ngày " + DAY_VI.format(moment);
            case BigDecimal number -> number.toPlainString();
            default -> fact;
        };
    }
}
