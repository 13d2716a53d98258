package org.matricula.registry.records.pdf;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// A face with exactly the characters that a batch prints, numbered in the order of Unicode.
final class FaceSubset {
    final Face face;
    private final int[] characters;
    private final char[] codes;

    FaceSubset(Face face, BitSet used) {
        this.face = face;
        characters = used.stream().toArray();
        codes = new char[used.length()];
        for (int i = 0; i < characters.length; i++) {
            codes[characters[i]] = (char) (i + 1);
        }
    }

    /// Writes a text as a literal string of two-byte codes.
    void show(String text, Bytes out) {
        out.put('(');
        for (int i = 0; i < text.length(); i++) {
            int code = codes[text.charAt(i)];
            literal(code >> 8, out);
            literal(code & 0xFF, out);
        }
        out.put(')');
    }

    /// A bare carriage return in a literal string would be read as a line feed.
    private static void literal(int b, Bytes out) {
        switch (b) {
            case '(', ')', '\\' -> out.put('\\').put(b);
            case '\r' -> out.ascii("\\r");
            default -> out.put(b);
        }
    }

    byte[] fontFile() {
        return SubsetFont.of(face.font, characters);
    }

    /// The six letters that PDF wants before the name of a subset; the same characters give the same letters.
    String name() {
        CRC32 sum = new CRC32();
        for (int c : characters) {
            sum.update(c >> 8);
            sum.update(c);
        }
        StringBuilder letters = new StringBuilder();
        long rest = sum.getValue();
        for (int i = 0; i < 6; i++) {
            letters.append((char) ('A' + rest % 26));
            rest /= 26;
        }
        return letters + "+" + face.font.name;
    }

    String composite(int self) {
        return "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
                .formatted(name(), self + 1, self + 4);
    }

    String descendant(int self) {
        StringBuilder widths = new StringBuilder("1[");
        for (int c : characters) {
            widths.append(perMille(face.font.advance(face.font.glyph(c)))).append(' ');
        }
        return ("<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                        + "/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW %d/W[%s]]>>")
                .formatted(name(), self + 2, perMille(face.font.advance(0)), widths);
    }

    String descriptor(int self) {
        TrueType font = face.font;
        return ("<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d"
                        + "/CapHeight %d/StemV %d/FontFile2 %d 0 R>>")
                .formatted(
                        name(),
                        font.italicAngle == 0 ? 6 : 70,
                        perMille(font.box(0)),
                        perMille(font.box(1)),
                        perMille(font.box(2)),
                        perMille(font.box(3)),
                        font.italicAngle,
                        perMille(font.ascender),
                        perMille(font.descender),
                        perMille(font.capHeight),
                        font.bold ? 140 : 85,
                        self + 3);
    }

    private int perMille(int units) {
        return Math.round(units * 1000f / face.font.unitsPerEm);
    }

    /// Which character each code stands for, in blocks of at most 100 as the format of such maps demands.
    byte[] toUnicode() {
        StringBuilder map = new StringBuilder("""
                /CIDInit/ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
                /CMapName/Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000><FFFF>
                endcodespacerange
                """);
        HexFormat hex = HexFormat.of().withUpperCase();
        for (int from = 0; from < characters.length; from += 100) {
            int to = Math.min(characters.length, from + 100);
            map.append(to - from).append(" beginbfchar\n");
            for (int i = from; i < to; i++) {
                map.append('<').append(hex.toHexDigits((char) (i + 1))).append("><");
                map.append(hex.toHexDigits((char) characters[i])).append(">\n");
            }
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
