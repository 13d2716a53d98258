package org.matricula.registry.gradebook;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.matricula.law.Sentence;

/// Text as typed, made fit for a record that never changes again.
///
/// Decomposed letters are composed (NFC) and white space is evened out, which nobody can see. Invisible
/// characters are taken out with a note. Whatever could read differently from what it is refuses the cell.
final class Texts {
    /// Zero-width characters, soft hyphens and direction marks: without effect on these scripts.
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u061C\\u200B-\\u200F\\u2060-\\u2064\\uFEFF]+");

    /// Embeddings, overrides and isolates: they change the order in which letters are shown.
    private static final Pattern REORDERING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");

    /// UTF-8 read as a Western encoding: `Nguyá»…n`, `Há»‡`, `TrÆ°á»ng`, `Ä‘`. But `ĐÃ` in capitals may well stand
    /// before an unbreakable space.
    private static final Pattern GARBLED = Pattern.compile(
            "á[»º][\\u0080-\\u00BF\\u0152-\\u0192\\u02C6\\u02DC\\u2013-\\u2122]|Æ[°¡]|Ä[‘\\u0091ƒ©¨]|Ã[\\u0080-\\u009F\\u00A1-\\u00BF]|(?<=\\p{Ll})Ã\\u00A0|â€");

    /// TCVN3 puts its letters in the places of Western capitals and signs: `NguyÔn`, `ch¨m`.
    private static final Pattern TCVN3 =
            Pattern.compile("\\p{Ll}[\\u00C0-\\u00D6\\u00D8-\\u00DE]|\\p{L}[¨©ª«¬®µ¶¸¹]\\p{Ll}");
    /// VNI writes a letter and its accent as two: `Nguyeãn`, `Vaên`. A few foreign names look alike (`Seán`).
    private static final Pattern VNI = Pattern.compile("[aA][àáâãäåøûõêéèü]|[eE][àáâãäåøûõ]");

    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n|\\r|\\u2028|\\u2029|\\u000B|\\u0085");

    private Texts() {}

    /// @param text the text without what nobody can see
    /// @param said notes on what was taken out
    /// @param fault why the text cannot be used
    record Cleaned(String text, List<Said> said, Optional<Sentence> fault) {}

    /// @param lines whether line breaks stay
    static Cleaned clean(String typed, boolean lines) {
        var broken = LINE_ENDS.matcher(typed.replace("_x000D_", "")).replaceAll("\n");
        var fault = fault(broken);
        if (fault.isPresent()) {
            return new Cleaned("", List.of(), fault);
        }
        var said = new ArrayList<Said>();
        var visible = INVISIBLE.matcher(broken).replaceAll("");
        if (visible.length() != broken.length()) {
            said.add(Said.note(CellWords.invisibleRemoved()));
        }
        var composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
        return new Cleaned(lines ? keepingLines(composed) : oneLine(composed), said, Optional.empty());
    }

    private static Optional<Sentence> fault(String text) {
        if (text.indexOf('\uFFFD') >= 0) {
            return Optional.of(CellWords.lostLetter());
        }
        if (REORDERING.matcher(text).find()) {
            return Optional.of(CellWords.reordering());
        }
        if (CONTROL.matcher(text).find()) {
            return Optional.of(CellWords.control());
        }
        if (GARBLED.matcher(text).find()) {
            return Optional.of(CellWords.garbled());
        }
        return text.codePoints()
                .filter(Texts::isUnprintable)
                .mapToObj(c -> CellWords.symbol(Character.toString(c), c))
                .findFirst();
    }

    /// What to say when the letters are those of a font from before Unicode; that font alone shows them right.
    ///
    /// @param text a cleaned text in Vietnamese
    static Optional<Said> oldFont(String text) {
        if (TCVN3.matcher(text).find()) {
            return Optional.of(Said.error(CellWords.oldFont()));
        }
        return VNI.matcher(text).find() ? Optional.of(Said.warning(CellWords.perhapsOldFont())) : Optional.empty();
    }

    /// Pictures, private letters of old fonts and halves of letters: a record could not be printed with them.
    private static boolean isUnprintable(int c) {
        return switch (Character.getType(c)) {
            case Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> true;
            case Character.OTHER_SYMBOL -> c > 0xFF;
            default -> c > 0xFFFF;
        };
    }

    private static String oneLine(String text) {
        return SPACES.matcher(text.replace('\n', ' ')).replaceAll(" ").strip();
    }

    private static String keepingLines(String text) {
        var lines =
                text.lines().map(l -> SPACES.matcher(l).replaceAll(" ").strip()).toList();
        return String.join("\n", lines).strip();
    }
}
