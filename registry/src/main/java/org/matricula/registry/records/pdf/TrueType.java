package org.matricula.registry.records.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A TrueType font read once: which glyph a character has, how wide it is, and the outlines a subset copies.
final class TrueType {
    private static final int MAPPED = 0x3000;

    private final ByteBuffer file;
    private final Map<String, int[]> tables = new HashMap<>();
    private final int[] glyphOf = new int[MAPPED];
    private final int[] offsets;
    private final int horizontalMetrics;
    final String name;
    final int unitsPerEm;
    final int ascender;
    final int descender;
    final int capHeight;
    final int italicAngle;
    final boolean bold;

    private TrueType(String name, byte[] bytes) {
        this.name = name;
        file = ByteBuffer.wrap(bytes);
        int count = file.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            tables.put(
                    new String(bytes, entry, 4, StandardCharsets.ISO_8859_1),
                    new int[] {file.getInt(entry + 8), file.getInt(entry + 12)});
        }
        unitsPerEm = unsigned(at("head") + 18);
        ascender = file.getShort(at("hhea") + 4);
        descender = file.getShort(at("hhea") + 6);
        capHeight = file.getShort(at("OS/2") + 88);
        bold = unsigned(at("OS/2") + 4) >= 700;
        italicAngle = file.getShort(at("post") + 4);
        horizontalMetrics = unsigned(at("hhea") + 34);
        offsets = readOffsets(unsigned(at("maxp") + 4));
        readCharacters();
    }

    /// Reads a font that is a resource of this module.
    ///
    /// @throws IllegalStateException when the module was built without it
    static TrueType bundled(String name) {
        try (InputStream in = TrueType.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            if (in == null) {
                throw new IllegalStateException("the font " + name + " is missing from the build");
            }
            return new TrueType(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int[] readOffsets(int glyphs) {
        boolean wide = file.getShort(at("head") + 50) != 0;
        int loca = at("loca");
        int[] result = new int[glyphs + 1];
        for (int i = 0; i <= glyphs; i++) {
            result[i] = wide ? file.getInt(loca + 4 * i) : 2 * unsigned(loca + 2 * i);
        }
        return result;
    }

    /// Format 4 of `cmap` holds every character that we print: none of our alphabets lies beyond the basic plane.
    private void readCharacters() {
        int cmap = at("cmap");
        for (int i = 0; i < unsigned(cmap + 2); i++) {
            int table = cmap + file.getInt(cmap + 4 + 8 * i + 4);
            if (unsigned(cmap + 4 + 8 * i) == 3 && unsigned(table) == 4) {
                readSegments(table);
                return;
            }
        }
        throw new IllegalStateException("the font " + name + " has no Unicode table of format 4");
    }

    private void readSegments(int table) {
        int doubled = unsigned(table + 6);
        int ends = table + 14;
        int starts = ends + doubled + 2;
        int deltas = starts + doubled;
        int ranges = deltas + doubled;
        for (int i = 0; i < doubled; i += 2) {
            int start = unsigned(starts + i);
            int range = unsigned(ranges + i);
            for (int c = start; c <= unsigned(ends + i) && c < MAPPED; c++) {
                int glyph = range == 0 ? c : unsigned(ranges + i + range + 2 * (c - start));
                glyphOf[c] = glyph == 0 && range != 0 ? 0 : glyph + file.getShort(deltas + i) & 0xFFFF;
            }
        }
    }

    /// The glyph of a character; 0 when the font has none.
    int glyph(int codePoint) {
        return codePoint < MAPPED ? glyphOf[codePoint] : 0;
    }

    /// The advance of a glyph in font units.
    int advance(int glyph) {
        return unsigned(at("hmtx") + 4 * Math.min(glyph, horizontalMetrics - 1));
    }

    /// The box around all glyphs in font units: left, lower, right, upper.
    int box(int edge) {
        return file.getShort(at("head") + 36 + 2 * edge);
    }

    /// The left side bearing of a glyph in font units.
    int bearing(int glyph) {
        int place = glyph < horizontalMetrics ? 4 * glyph + 2 : 4 * horizontalMetrics + 2 * (glyph - horizontalMetrics);
        return file.getShort(at("hmtx") + place);
    }

    /// A copy of the outline of a glyph; empty for a blank.
    byte[] outline(int glyph) {
        int glyf = at("glyf");
        return Arrays.copyOfRange(file.array(), glyf + offsets[glyph], glyf + offsets[glyph + 1]);
    }

    /// A copy of a whole table.
    byte[] table(String tag) {
        int[] place = tables.get(tag);
        if (place == null) {
            throw new IllegalStateException("the font " + name + " has no table " + tag);
        }
        return Arrays.copyOfRange(file.array(), place[0], place[0] + place[1]);
    }

    private int at(String tag) {
        int[] place = tables.get(tag);
        if (place == null) {
            throw new IllegalStateException("the font " + name + " has no table " + tag);
        }
        return place[0];
    }

    private int unsigned(int offset) {
        return file.getShort(offset) & 0xFFFF;
    }
}
