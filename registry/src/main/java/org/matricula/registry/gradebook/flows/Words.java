package org.matricula.registry.gradebook.flows;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.matricula.registry.flow.Refusal;

/// Words that people write, and times in words.
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private Words() {}

    static String time(OffsetDateTime time) {
        return TIME.format(time);
    }

    /// A text without what nobody sees and no database keeps: control characters, and white space around it.
    static String seen(String typed) {
        return typed.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
    }

    /// Why a text cannot be kept; empty when it can.
    static Optional<Refusal> unfit(String text, int most) {
        int length = text.codePointCount(0, text.length());
        return text.isBlank()
                ? Optional.of(new NothingWritten())
                : length > most ? Optional.of(new TextTooLong(length, most)) : Optional.empty();
    }
}
