package org.matricula.registry.gradebook;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;

/// Names of people: letters of one alphabet, in one line. How many words a name has is nobody's business.
final class Names {
    private static final int LONGEST = 100;

    /// Spaces and the signs that stand in real names.
    private static final String BETWEEN = " -'’.";

    private Names() {}

    static Outcome read(String name) {
        int length = name.codePointCount(0, name.length());
        if (length > LONGEST) {
            return Outcome.bad(CellWords.tooLong(length, LONGEST));
        }
        var other = name.codePoints()
                .filter(c -> !Character.isLetter(c) && !isMark(c) && BETWEEN.indexOf(c) < 0)
                .mapToObj(Character::toString)
                .findFirst();
        if (other.isPresent()) {
            return Outcome.bad(CellWords.nameLetter(other.get()));
        }
        var foreign = foreign(name);
        if (foreign.isPresent()) {
            return Outcome.bad(CellWords.nameScripts(foreign.get()));
        }
        if (name.codePoints().noneMatch(Character::isLetter)) {
            return Outcome.bad(CellWords.nameLetter(name));
        }
        return name.codePoints().anyMatch(Character::isUpperCase)
                ? Outcome.good(name)
                : Outcome.good(name, Said.warning(CellWords.nameSmall()));
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /// The first letter of another alphabet than the name's first, or a letter that only looks like the Đ it stands
    /// for.
    private static Optional<String> foreign(String name) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        return name.codePoints()
                .filter(Character::isLetter)
                .filter(c -> {
                    scripts.add(UnicodeScript.of(c));
                    return scripts.size() > 1 || c == 'Ð' || c == 'ð' || c == 'Ɖ';
                })
                .mapToObj(Character::toString)
                .findFirst();
    }
}
