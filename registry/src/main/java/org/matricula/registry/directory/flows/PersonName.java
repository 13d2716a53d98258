package org.matricula.registry.directory.flows;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// A person's name as it is kept: it is signed, printed and read aloud, so it holds nothing that nobody sees, and
/// it begins with a letter: a spreadsheet would take what begins with = for a formula.
final class PersonName {
    private static final int LONGEST = 200;

    /// Controls, line ends, direction marks, zero widths and halves of letters.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}&&[^\\t]]");

    private PersonName() {}

    /// The name in composed letters with single blanks.
    ///
    /// @return empty when there is none, it is too long, it begins with no letter or holds signs that nobody
    ///     sees
    static Optional<String> of(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}\\t]+", " ")
                .strip();
        return name.isEmpty()
                        || name.length() > LONGEST
                        || !Character.isLetter(name.codePointAt(0))
                        || UNSEEN.matcher(name).find()
                ? Optional.empty()
                : Optional.of(name);
    }
}
