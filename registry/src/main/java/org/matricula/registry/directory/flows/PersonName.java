package org.matricula.registry.directory.flows;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// A person's name as it is kept: it is signed, printed and read aloud, so it holds nothing that nobody sees.
final class PersonName {
    private static final int LONGEST = 200;

    /// Controls, line ends, direction marks, zero widths and halves of letters.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\\t]]");

    private PersonName() {}

    /// The name in composed letters with single blanks.
    ///
    /// @return empty when there is none, it is too long, or it holds signs that nobody sees
    static Optional<String> of(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}\\t]+", " ")
                .strip();
        return name.isEmpty() || name.length() > LONGEST || UNSEEN.matcher(name).find()
                ? Optional.empty()
                : Optional.of(name);
    }
}
