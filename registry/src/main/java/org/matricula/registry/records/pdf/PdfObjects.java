package org.matricula.registry.records.pdf;

import java.util.Arrays;
import java.util.zip.Deflater;

/// The objects of a PDF file while it is written: big ones go out at once, small ones wait and are compressed together.
final class PdfObjects {
    final Bytes file;
    private final Deflater deflater;
    private int[] offsets;
    private int[] containers;
    private int count;
    private final Bytes packed = new Bytes(16 * 1024);
    private int[] packedNumbers = new int[256];
    private int[] packedOffsets = new int[256];
    private int packedCount;

    PdfObjects(Deflater deflater) {
        this.deflater = deflater;
        file = new Bytes(128 * 1024);
        offsets = new int[512];
        containers = new int[512];
        file.ascii("%PDF-1.7\n%").put(0xE2).put(0xE3).put(0xCF).put(0xD3).put('\n');
        count = 1;
    }

    /// Continues a file whose beginning all documents of a batch share.
    PdfObjects(Deflater deflater, PdfObjects shared) {
        this.deflater = deflater;
        file = new Bytes(shared.file.size() + 64 * 1024);
        file.put(shared.file.array(), shared.file.size());
        offsets = Arrays.copyOf(shared.offsets, 512);
        containers = Arrays.copyOf(shared.containers, 512);
        count = shared.count;
    }

    /// A number for an object to come.
    int number() {
        return numbers(1);
    }

    /// The first of so many consecutive numbers.
    int numbers(int many) {
        int first = count;
        count += many;
        if (count > offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
            containers = Arrays.copyOf(containers, count * 2);
        }
        return first;
    }

    /// Writes a stream object, compressed here.
    void stream(int number, String entries, Bytes data) {
        compressed(number, entries, data.deflated(deflater));
    }

    /// Writes a stream object whose data are compressed already.
    void compressed(int number, String entries, byte[] zlib) {
        raw(number, "/Filter/FlateDecode" + entries, zlib);
    }

    /// Writes a stream object as it is.
    void raw(int number, String entries, byte[] data) {
        begin(number);
        file.ascii("<<").ascii(entries).ascii("/Length ").number(data.length).ascii(">>stream\n");
        file.put(data).ascii("\nendstream");
        end();
    }

    /// Starts an object that the caller writes to the file as it is, followed by [#end].
    void begin(int number) {
        offsets[number] = file.size();
        file.number(number).ascii(" 0 obj\n");
    }

    void end() {
        file.ascii("\nendobj\n");
    }

    /// Starts a small object; the caller writes it to the result before anything else is packed.
    Bytes pack(int number) {
        if (packedCount == packedNumbers.length) {
            packedNumbers = Arrays.copyOf(packedNumbers, packedCount * 2);
            packedOffsets = Arrays.copyOf(packedOffsets, packedCount * 2);
        }
        packedNumbers[packedCount] = number;
        packedOffsets[packedCount] = packed.size() + (packedCount == 0 ? 0 : 1);
        packedCount++;
        return packedCount == 1 ? packed : packed.put('\n');
    }

    /// Writes the small objects that wait.
    void flush() {
        int container = number();
        Bytes all = new Bytes(packed.size() + 10 * packedCount);
        for (int i = 0; i < packedCount; i++) {
            all.number(packedNumbers[i]).put(' ').number(packedOffsets[i]).put(' ');
            containers[packedNumbers[i]] = container;
            offsets[packedNumbers[i]] = i;
        }
        int first = all.size();
        all.put(packed.array(), packed.size());
        Bytes entries = new Bytes(48).ascii("/Type/ObjStm/N ").number(packedCount);
        stream(container, entries.ascii("/First ").number(first).string(), all);
        packedCount = 0;
    }

    /// Writes the cross-reference stream and the end of the file.
    void finish(int catalog, int info, byte[] id) {
        int self = number();
        int start = file.size();
        offsets[self] = start;
        Bytes table = new Bytes(6 * count);
        table.put(0).put(0).put(0).put(0).put(0xFF).put(0xFF);
        for (int i = 1; i < count; i++) {
            entry(i, table);
        }
        Bytes entries = new Bytes(128).ascii("/Type/XRef/Size ").number(count).ascii("/W[1 3 2]/Root ");
        entries.number(catalog).ascii(" 0 R/Info ").number(info).ascii(" 0 R/ID[<");
        entries.hex(id).ascii("><").hex(id).ascii(">]");
        stream(self, entries.string(), table);
        file.ascii("startxref\n").number(start).ascii("\n%%EOF\n");
    }

    private void entry(int number, Bytes table) {
        int container = containers[number];
        int where = container == 0 ? offsets[number] : container;
        int index = container == 0 ? 0 : offsets[number];
        table.put(container == 0 ? 1 : 2);
        table.put(where >> 16).put(where >> 8).put(where).put(index >> 8).put(index);
    }
}
