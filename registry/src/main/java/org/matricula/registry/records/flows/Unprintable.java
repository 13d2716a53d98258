package org.matricula.registry.records.flows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.matricula.law.Sentence;
import org.matricula.registry.records.pdf.UnprintableCharacters;

/// What to say of a value that has characters which no font of ours can print.
final class Unprintable {
    private Unprintable() {}

    /// Names the characters and the way to mend the value; empty when all of it can be printed.
    static Optional<Sentence> in(String value) {
        List<Integer> characters = UnprintableCharacters.in(value);
        if (characters.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Sentence.of(
                "These characters cannot be printed in a record: %s. Delete them, or say it in letters.",
                "Các ký tự này không in được trong học bạ: %s. Hãy xóa hoặc viết bằng chữ.", named(characters)));
    }

    /// Characters with their numbers, since a reader's own fonts may lack them too.
    static String named(List<Integer> characters) {
        return characters.stream()
                .map(c -> "%s (U+%04X)".formatted(Character.toString(c), c))
                .collect(Collectors.joining(", "));
    }
}
