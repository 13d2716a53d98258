package org.matricula.registry.records.pdf;

import org.matricula.registry.records.spi.Part.Tone;
import org.matricula.registry.records.spi.PrintedForm.Colour;

/// Sizes, distances (in points) and greys of every form, so that all documents of the house look related.
final class Look {
    static final double PAGE_WIDTH = 595.28;
    static final double PAGE_HEIGHT = 841.89;
    static final double SIDE = 57;
    static final double TOP = 51;
    static final double BOTTOM = 62;
    static final double FOOTER = 41;
    static final double FOOTER_SIZE = 7.5;
    static final double FRAME = 23;
    static final double NOTICE = 10;
    static final double WIDTH = PAGE_WIDTH - 2 * SIDE;
    static final double HEIGHT = PAGE_HEIGHT - TOP - BOTTOM;

    /// Vietnamese capitals carry two marks: lines need more air than in English.
    static final double LEADING = 1.4;

    static final double BODY = 10;
    static final double TABLE = 9.2;
    static final double SMALL = 8;
    static final double[] HEADINGS = {13, 10.5, 9.6};

    static final int INK = 0x1C1C1C;
    static final int QUIET = 0x5C5C5C;
    static final int RULE = 0xBDB9B1;
    static final int WARNING = 0xA01818;

    private Look() {}

    static Face face(Tone tone) {
        return switch (tone) {
            case PLAIN, QUIET -> Face.REGULAR;
            case STRONG -> Face.BOLD;
            case REMARK -> Face.ITALIC;
        };
    }

    static int colour(Tone tone) {
        return switch (tone) {
            case PLAIN, STRONG -> INK;
            case QUIET, REMARK -> QUIET;
        };
    }

    static double size(Tone tone, double around) {
        return switch (tone) {
            case PLAIN, STRONG, REMARK -> around;
            case QUIET -> around - 1.2;
        };
    }

    static int rgb(Colour colour) {
        return colour.red() << 16 | colour.green() << 8 | colour.blue();
    }

    /// A colour mixed with paper white.
    ///
    /// @param share how much of the colour remains, 0 to 1
    static int tint(int rgb, double share) {
        return mixed(rgb >> 16 & 0xFF, share) << 16 | mixed(rgb >> 8 & 0xFF, share) << 8 | mixed(rgb & 0xFF, share);
    }

    private static int mixed(int part, double share) {
        return (int) Math.round(255 - (255 - part) * share);
    }
}
