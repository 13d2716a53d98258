package org.matricula.registry.records.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes a TrueType font with chosen glyphs only, one glyph a character.
///
/// Two characters that share an outline (Vietnamese `Đ` and Icelandic `Ð`) get a glyph each, so that copied text is the
/// text that was printed. Hinting programs are left out: they are half of the bytes and serve only old screens.
final class SubsetFont {
    private static final int WORDS = 0x1;
    private static final int SCALE = 0x8;
    private static final int MORE = 0x20;
    private static final int TWO_SCALES = 0x40;
    private static final int MATRIX = 0x80;
    private static final int INSTRUCTIONS = 0x100;

    private final TrueType font;
    private final List<byte[]> outlines = new ArrayList<>();
    private final List<Integer> originals = new ArrayList<>();
    private final Map<Integer, Integer> components = new LinkedHashMap<>();

    private SubsetFont(TrueType font) {
        this.font = font;
    }

    /// The font file with glyph 0 for what is missing and glyph `i + 1` for the character `characters[i]`.
    static byte[] of(TrueType font, int[] characters) {
        return new SubsetFont(font).write(characters);
    }

    private byte[] write(int[] characters) {
        originals.add(0);
        for (int c : characters) {
            components.putIfAbsent(font.glyph(c), originals.size());
            originals.add(font.glyph(c));
        }
        // The list grows while composed glyphs add their parts at its end.
        for (int i = 0; i < originals.size(); i++) {
            outlines.add(bare(font.outline(originals.get(i))));
        }
        Map<String, byte[]> tables = new LinkedHashMap<>();
        ByteArrayOutputStream glyf = new ByteArrayOutputStream();
        ByteBuffer loca = ByteBuffer.allocate(4 * (outlines.size() + 1));
        for (byte[] outline : outlines) {
            loca.putInt(glyf.size());
            glyf.writeBytes(outline);
            while (glyf.size() % 4 != 0) {
                glyf.write(0);
            }
        }
        loca.putInt(glyf.size());
        tables.put("glyf", glyf.toByteArray());
        tables.put("head", head());
        tables.put("hhea", withCount(font.table("hhea"), 34));
        tables.put("hmtx", metrics());
        tables.put("loca", loca.array());
        tables.put("maxp", withCount(font.table("maxp"), 4));
        return assemble(tables);
    }

    /// An outline without its hinting program and with its components renumbered.
    private byte[] bare(byte[] outline) {
        if (outline.length == 0) {
            return outline;
        }
        ByteBuffer glyph = ByteBuffer.wrap(outline);
        int contours = glyph.getShort(0);
        return contours < 0 ? composed(glyph) : simple(glyph, contours);
    }

    private static byte[] simple(ByteBuffer glyph, int contours) {
        int lengthAt = 10 + 2 * contours;
        int program = glyph.getShort(lengthAt) & 0xFFFF;
        byte[] all = glyph.array();
        byte[] result = new byte[all.length - program];
        System.arraycopy(all, 0, result, 0, lengthAt);
        int rest = lengthAt + 2 + program;
        System.arraycopy(all, rest, result, lengthAt + 2, all.length - rest);
        return result;
    }

    private byte[] composed(ByteBuffer glyph) {
        int at = 10;
        int flags;
        do {
            flags = glyph.getShort(at) & 0xFFFF;
            glyph.putShort(at, (short) (flags & ~INSTRUCTIONS));
            glyph.putShort(at + 2, (short) component(glyph.getShort(at + 2) & 0xFFFF));
            at += 4 + ((flags & WORDS) != 0 ? 4 : 2);
            at += (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0;
        } while ((flags & MORE) != 0);
        return Arrays.copyOf(glyph.array(), at);
    }

    private int component(int original) {
        Integer known = components.putIfAbsent(original, originals.size());
        if (known != null) {
            return known;
        }
        originals.add(original);
        return originals.size() - 1;
    }

    private byte[] head() {
        ByteBuffer head = ByteBuffer.wrap(font.table("head"));
        head.putInt(8, 0);
        head.putShort(50, (short) 1);
        return head.array();
    }

    private byte[] withCount(byte[] table, int at) {
        ByteBuffer.wrap(table).putShort(at, (short) outlines.size());
        return table;
    }

    private byte[] metrics() {
        ByteBuffer hmtx = ByteBuffer.allocate(4 * originals.size());
        for (int original : originals) {
            hmtx.putShort((short) font.advance(original)).putShort((short) font.bearing(original));
        }
        return hmtx.array();
    }

    private static byte[] assemble(Map<String, byte[]> tables) {
        int power = Integer.highestOneBit(tables.size());
        int at = 12 + 16 * tables.size();
        int size = tables.values().stream().mapToInt(t -> t.length + 3 & ~3).sum();
        ByteBuffer out = ByteBuffer.allocate(at + size);
        out.putInt(0x00010000).putShort((short) tables.size()).putShort((short) (16 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (tables.size() - power)));
        int head = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] bytes = table.getValue();
            out.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
            out.putInt(sum(bytes)).putInt(at).putInt(bytes.length);
            System.arraycopy(bytes, 0, out.array(), at, bytes.length);
            head = table.getKey().equals("head") ? at : head;
            at += bytes.length + 3 & ~3;
        }
        out.putInt(head + 8, 0xB1B0AFBA - sum(out.array()));
        return out.array();
    }

    private static int sum(byte[] table) {
        ByteBuffer padded = ByteBuffer.wrap(Arrays.copyOf(table, table.length + 3 & ~3));
        int sum = 0;
        while (padded.hasRemaining()) {
            sum += padded.getInt();
        }
        return sum;
    }
}
