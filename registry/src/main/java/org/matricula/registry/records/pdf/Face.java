package org.matricula.registry.records.pdf;

/// The faces in which we print. Each font is parsed once for the life of the process.
enum Face {
    REGULAR("NotoSerif-Regular"),
    BOLD("NotoSerif-Bold"),
    ITALIC("NotoSerif-Italic");

    final TrueType font;
    private final double[] advances = new double[0x3000];

    Face(String name) {
        font = TrueType.bundled(name);
        for (int c = 0; c < advances.length; c++) {
            advances[c] = font.advance(font.glyph(c)) / (double) font.unitsPerEm;
        }
    }

    /// Whether the face can print a character.
    boolean has(int codePoint) {
        return font.glyph(codePoint) != 0;
    }

    /// The width of a text in points.
    double width(CharSequence text, double size) {
        double ems = 0;
        for (int i = 0; i < text.length(); i++) {
            ems += ems(text.charAt(i));
        }
        return ems * size;
    }

    /// The width of one character in points.
    double width(char c, double size) {
        return ems(c) * size;
    }

    private double ems(char c) {
        return c < advances.length ? advances[c] : 1;
    }
}
