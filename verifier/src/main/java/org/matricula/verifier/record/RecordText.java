package org.matricula.verifier.record;

import java.text.Normalizer;
import java.util.Optional;

/// Which text a record may hold: Unicode NFC, the characters of XML 1.0, and none that hide or reorder text on
/// screen.
///
/// The writer refuses other text and the reader rejects it, so that what was signed is what a person sees.
public final class RecordText {
    private RecordText() {}

    /// The same text in Unicode NFC, as a record wants it. Call it where text enters the system.
    public static String normalised(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /// Why a record cannot hold this text; empty when it can.
    public static Optional<String> problem(String text) {
        boolean ask = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int point = c;
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                point = Character.toCodePoint(c, text.charAt(++i));
            }
            if (!allowed(point)) {
                return Optional.of("the character U+%04X is not allowed".formatted(point));
            }
            ask |= !composedForSure(point);
        }
        return ask && !Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? Optional.of("the text is not in Unicode NFC")
                : Optional.empty();
    }

    /// A character of XML 1.0 that neither is a control, a noncharacter or a lone surrogate, nor changes direction.
    static boolean allowed(int c) {
        if (c < 0x7F) {
            return c >= 0x20 || c == 0x9 || c == 0xA || c == 0xD;
        }
        if (c < 0xA0 || (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) {
            return false;
        }
        return !(c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xFEFF);
    }

    /// Whether a character alone proves nothing against NFC: the scripts of our records, composed.
    static boolean composedForSure(int c) {
        return c < 0x300 || (c >= 0x400 && c < 0x483) || (c >= 0x48A && c < 0x530) || (c >= 0x1E00 && c < 0x1F00);
    }
}
