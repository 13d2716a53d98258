package org.matricula.packs.ru.identifiers;

import java.util.Optional;
import java.util.regex.Pattern;

/// A tax number that is well formed: ten digits for an organisation, twelve for a person.
record Inn(String digits) {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{10}|[0-9]{12}");
    private static final int[] TENTH = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] ELEVENTH = {7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
    private static final int[] TWELFTH = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

    /// Whose number it is; the length tells.
    enum Kind {
        ORGANISATION,
        PERSON
    }

    /// The number, if the text has the form of one.
    static Optional<Inn> read(String text) {
        String stripped = text.strip();
        return WRITTEN.matcher(stripped).matches() ? Optional.of(new Inn(stripped)) : Optional.empty();
    }

    Kind kind() {
        return digits.length() == 10 ? Kind.ORGANISATION : Kind.PERSON;
    }

    /// The control digits that belong to the number: the tenth, or the eleventh and the twelfth.
    String expected() {
        return switch (kind()) {
            case ORGANISATION -> String.valueOf(control(digits, TENTH));
            case PERSON -> {
                int eleventh = control(digits, ELEVENTH);
                yield String.valueOf(eleventh) + control(digits.substring(0, 10) + eleventh, TWELFTH);
            }
        };
    }

    /// The control digits as written.
    String control() {
        return digits.substring(digits.length() - expected().length());
    }

    boolean isValid() {
        return expected().equals(control());
    }

    /// The weighted sum modulo 11, modulo 10.
    private static int control(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % 11 % 10;
    }
}
