package org.matricula.registry.records.pdf;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.Deflater;

/// The beginning that all files of a batch have in common: the subset of each face, the colour space, the resources.
/// Its bytes are made once and copied.
final class SharedObjects {
    final PdfObjects objects;
    final Map<Face, FaceSubset> subsets = new EnumMap<>(Face.class);
    final int resources;
    final int outputIntent;
    final int emptyAppearance;

    /// @param used which characters the batch prints in each face
    SharedObjects(Map<Face, BitSet> used, Deflater deflater) {
        objects = new PdfObjects(deflater);
        int profile = objects.number();
        Bytes srgb = new Bytes(512).put(ColourProfile.srgb());
        objects.stream(profile, "/N 3", srgb);
        emptyAppearance = objects.number();
        objects.raw(emptyAppearance, "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<>>", new byte[0]);
        Bytes fonts = new Bytes(64);
        used.forEach((face, characters) -> {
            FaceSubset subset = new FaceSubset(face, characters);
            subsets.put(face, subset);
            fonts.ascii("/F" + face.ordinal() + " ").number(font(subset)).ascii(" 0 R");
        });
        resources = objects.number();
        objects.pack(resources).ascii("<</Font<<").put(fonts.toByteArray()).ascii(">>>>");
        outputIntent = objects.number();
        objects.pack(outputIntent)
                .ascii("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)")
                .ascii("/DestOutputProfile ")
                .number(profile)
                .ascii(" 0 R>>");
        objects.flush();
    }

    private int font(FaceSubset subset) {
        int self = objects.numbers(5);
        objects.pack(self).ascii(subset.composite(self));
        objects.pack(self + 1).ascii(subset.descendant(self));
        objects.pack(self + 2).ascii(subset.descriptor(self));
        byte[] file = subset.fontFile();
        objects.stream(self + 3, "/Length1 " + file.length, new Bytes(file.length).put(file));
        byte[] map = subset.toUnicode();
        objects.stream(self + 4, "", new Bytes(map.length).put(map));
        return self;
    }
}
