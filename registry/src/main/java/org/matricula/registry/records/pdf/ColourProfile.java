package org.matricula.registry.records.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The sRGB colour space of IEC 61966-2-1 as an ICC profile of version 4, written from the numbers of the standard:
/// half a kilobyte, and free of anybody's rights.
final class ColourProfile {
    private static final int HEADER = 128;

    private ColourProfile() {}

    static byte[] srgb() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("desc", text("sRGB"));
        tags.put("cprt", text("CC0"));
        tags.put("wtpt", numbers("XYZ ", 0.9642, 1.0, 0.8249));
        // The primaries of sRGB and the adaptation from daylight (D65) to the profile's white (D50), after Bradford.
        tags.put("rXYZ", numbers("XYZ ", 0.43607, 0.22249, 0.01392));
        tags.put("gXYZ", numbers("XYZ ", 0.38515, 0.71687, 0.09708));
        tags.put("bXYZ", numbers("XYZ ", 0.14307, 0.06061, 0.71410));
        tags.put(
                "chad",
                numbers("sf32", 1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168));
        byte[] curve = curve();
        tags.put("rTRC", curve);
        tags.put("gTRC", curve);
        tags.put("bTRC", curve);
        return assemble(tags);
    }

    private static byte[] assemble(Map<String, byte[]> tags) {
        int table = 4 + 12 * tags.size();
        int size = HEADER
                + table
                + tags.values().stream().distinct().mapToInt(t -> t.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(0, size).putInt(8, 0x04200000);
        put(out, 12, "mntrRGB XYZ ");
        // A date is obligatory: the year of the ICC specification that the profile follows.
        out.putShort(24, (short) 2004).putShort(26, (short) 1).putShort(28, (short) 1);
        put(out, 36, "acsp");
        out.putInt(68, fixed(0.9642)).putInt(72, fixed(1.0)).putInt(76, fixed(0.8249));
        out.putInt(HEADER, tags.size());
        int entry = HEADER + 4;
        int at = HEADER + table;
        Map<byte[], Integer> written = new IdentityHashMap<>();
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            byte[] data = tag.getValue();
            Integer known = written.putIfAbsent(data, at);
            if (known == null) {
                out.put(at, data);
            }
            put(out, entry, tag.getKey());
            out.putInt(entry + 4, known == null ? at : known).putInt(entry + 8, data.length);
            at += known == null ? data.length : 0;
            entry += 12;
        }
        return out.array();
    }

    private static byte[] numbers(String type, double... values) {
        ByteBuffer out = ByteBuffer.allocate(8 + 4 * values.length);
        put(out, 0, type);
        for (int i = 0; i < values.length; i++) {
            out.putInt(8 + 4 * i, fixed(values[i]));
        }
        return out.array();
    }

    /// The straight foot and the power above it: function type 3 with its five parameters.
    private static byte[] curve() {
        byte[] curve = numbers("para", 0, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        ByteBuffer.wrap(curve).putShort(8, (short) 3);
        return curve;
    }

    private static byte[] text(String text) {
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
        ByteBuffer out = ByteBuffer.allocate(28 + utf16.length + 3 & ~3);
        put(out, 0, "mluc");
        out.putInt(8, 1).putInt(12, 12);
        put(out, 16, "enUS");
        out.putInt(20, utf16.length).putInt(24, 28).put(28, utf16);
        return out.array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    private static void put(ByteBuffer out, int at, String text) {
        out.put(at, text.getBytes(StandardCharsets.US_ASCII));
    }
}
