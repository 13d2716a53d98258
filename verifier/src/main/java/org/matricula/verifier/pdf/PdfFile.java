package org.matricula.verifier.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.pdf.PdfRejected.Fault;

/// A PDF file of our profile, with every byte accounted for.
///
/// The profile: a header, objects back to back, the last of them the one cross-reference stream, the end. One
/// revision; every object numbered once and listed where it stands; streams plain or deflated without predictors; no
/// encryption. What is not listed cannot hide between objects, because nothing is between objects. Reading is bounded
/// in time and memory.
public final class PdfFile {
    /// The longest PDF that is read.
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int MOST_OBJECTS = 200_000;
    private static final int MOST_INFLATED = 16 * 1024 * 1024;

    private final byte[] bytes;
    private final Map<Integer, PdfValue> objects = new TreeMap<>();
    private final Map<Integer, Integer> offsets = new HashMap<>();
    private final PdfParser.Budget budget = new PdfParser.Budget();
    private int inflated;
    private int crossReference;
    private PdfValue.Dictionary trailer = new PdfValue.Dictionary(Map.of());

    private PdfFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Reads a file.
    ///
    /// @throws PdfRejected when it is not of the profile, with what is wrong and where
    public static PdfFile read(byte[] bytes) throws PdfRejected {
        if (bytes.length > MOST_BYTES) {
            throw new PdfRejected(Fault.LIMIT, "more than " + MOST_BYTES + " bytes", MOST_BYTES);
        }
        PdfFile file = new PdfFile(bytes);
        file.read();
        return file;
    }

    /// All objects by number.
    public Map<Integer, PdfValue> objects() {
        return objects;
    }

    /// The catalog.
    public PdfValue.Dictionary catalog() throws PdfRejected {
        return dictionary(trailer.entries().get("Root"), "the catalog");
    }

    /// The dictionary of the cross-reference.
    PdfValue.Dictionary trailer() {
        return trailer;
    }

    /// The offset of the cross-reference.
    int crossReference() {
        return crossReference;
    }

    /// The value itself, or the object that it refers to.
    public PdfValue resolve(PdfValue value) {
        return value instanceof PdfValue.Reference(int number)
                ? objects.getOrDefault(number, new PdfValue.Null())
                : value;
    }

    /// An entry of a dictionary, resolved; nothing when it is not there.
    public PdfValue entry(PdfValue.Dictionary of, String key) {
        return resolve(of.entries().getOrDefault(key, new PdfValue.Null()));
    }

    /// A dictionary that must be there.
    ///
    /// @throws PdfRejected when it is something else
    public PdfValue.Dictionary dictionary(@Nullable PdfValue value, String what) throws PdfRejected {
        if (value != null && resolve(value) instanceof PdfValue.Dictionary dictionary) {
            return dictionary;
        }
        throw new PdfRejected(Fault.MISSING, what + " is missing", 0);
    }

    /// The plain data of a stream.
    ///
    /// @param most how many bytes at most
    /// @throws PdfRejected when there are more, or they cannot be unpacked
    public byte[] data(PdfValue.Stream stream, int most) throws PdfRejected {
        if (stream.dictionary().entries().containsKey("Filter")) {
            return inflate(stream, most);
        }
        if (stream.to() - stream.from() > most) {
            throw new PdfRejected(Fault.LIMIT, "a stream of more than " + most + " bytes", stream.from());
        }
        return Arrays.copyOfRange(bytes, stream.from(), stream.to());
    }

    /// Plain, or deflated without a predictor; its data here and in no other file.
    private static boolean packedAsOurs(Map<String, PdfValue> entries) {
        return Collections.disjoint(entries.keySet(), Set.of("DecodeParms", "DP", "F", "FFilter", "FDecodeParms"))
                && (!entries.containsKey("Filter")
                        || (entries.get("Filter") instanceof PdfValue.Name(String name) && name.equals("FlateDecode")));
    }

    private byte[] inflate(PdfValue.Stream stream, int most) throws PdfRejected {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, stream.from(), stream.to() - stream.from());
            byte[] out = new byte[Math.min(most, 64 * 1024)];
            int size = 0;
            while (!inflater.finished()) {
                if (size == out.length) {
                    if (size >= most) {
                        throw new PdfRejected(
                                Fault.LIMIT, "a stream that grows beyond " + most + " bytes", stream.from());
                    }
                    out = Arrays.copyOf(out, Math.min(most, size * 2));
                }
                int more = inflater.inflate(out, size, out.length - size);
                if (more == 0 && !inflater.finished()) {
                    throw new PdfRejected(Fault.STREAM, "a stream that does not end well", stream.from());
                }
                size += more;
            }
            if (inflater.getRemaining() > 0) {
                throw new PdfRejected(Fault.STREAM, "a stream with something after its end", stream.to());
            }
            return Arrays.copyOf(out, size);
        } catch (DataFormatException _) {
            throw new PdfRejected(Fault.STREAM, "a stream that cannot be unpacked", stream.from());
        } finally {
            inflater.end();
        }
    }

    private void read() throws PdfRejected {
        int tail = tail();
        PdfParser in = PdfParser.ofFile(bytes, 0, tail, budget);
        header(in);
        int last = in.at();
        while (in.at() < tail) {
            last = in.at();
            object(in);
        }
        PdfParser end = PdfParser.ofFile(bytes, tail, bytes.length, budget);
        end.expect("startxref\n");
        if (end.whole() != last) {
            throw end.rejected(Fault.PLACES, "the cross-reference is not the last object");
        }
        end.expect("\n%%EOF");
        end.space();
        if (end.at() != bytes.length) {
            throw end.rejected(Fault.END, "something after the end of the file");
        }
        crossReference = last;
        references(last);
    }

    private int tail() throws PdfRejected {
        byte[] word = "startxref".getBytes(StandardCharsets.US_ASCII);
        for (int i = bytes.length - word.length; i >= Math.max(0, bytes.length - 64); i--) {
            if (Arrays.equals(bytes, i, i + word.length, word, 0, word.length)) {
                return i;
            }
        }
        throw new PdfRejected(Fault.END, "no end of the file", bytes.length);
    }

    private void header(PdfParser in) throws PdfRejected {
        in.expect("%PDF-1.");
        in.whole();
        in.expect("\n%");
        int from = in.at();
        in.moveTo(from + 4);
        for (int i = from; i < from + 4; i++) {
            if (bytes[i] >= 0) {
                throw in.rejected("a header that is not the profile's");
            }
        }
        in.expect("\n");
    }

    private void object(PdfParser in) throws PdfRejected {
        int offset = in.at();
        int number = in.whole();
        in.expect(" 0 obj");
        PdfValue value = in.value();
        in.space();
        if (in.next("stream") && value instanceof PdfValue.Dictionary dictionary) {
            in.expect("stream");
            in.expect(in.next("\r\n") ? "\r\n" : "\n");
            int length = dictionary.entries().get("Length") instanceof PdfValue.Numeral n ? n.whole() : -1;
            if (length < 0) {
                throw in.rejected(Fault.STREAM, "a stream that does not say its length");
            }
            int from = in.at();
            if (!packedAsOurs(dictionary.entries())) {
                throw in.rejected(Fault.STREAM, "a stream packed in a way that the profile does not have");
            }
            in.moveTo(from + length);
            value = new PdfValue.Stream(dictionary, from, from + length);
            in.expect(in.next("\n") ? "\n" : "");
            in.expect("endstream");
            in.space();
        }
        in.expect("endobj");
        in.space();
        if (number == 0 || objects.put(number, value) != null) {
            throw in.rejected(Fault.TWICE, "object " + number + " comes twice");
        }
        if (objects.size() > MOST_OBJECTS) {
            throw in.rejected(Fault.LIMIT, "more than " + MOST_OBJECTS + " objects");
        }
        offsets.put(number, offset);
    }

    private void references(int last) throws PdfRejected {
        int number = PdfParser.ofFile(bytes, last, bytes.length, budget).whole();
        if (!(objects.get(number) instanceof PdfValue.Stream stream)
                || !type(stream).equals("XRef")) {
            throw new PdfRejected(Fault.PLACES, "no cross-reference stream", last);
        }
        trailer = stream.dictionary();
        for (String never : List.of("Prev", "Encrypt", "XRefStm", "Index")) {
            if (trailer.entries().containsKey(never)) {
                throw new PdfRejected(Fault.PLACES, "a cross-reference with '" + never + "'", last);
            }
        }
        int[] widths = widths();
        byte[] table = data(stream, MOST_INFLATED);
        int width = widths[0] + widths[1] + widths[2];
        int size = trailer.entries().get("Size") instanceof PdfValue.Numeral n ? n.whole() : -1;
        if (size < 1 || size > MOST_OBJECTS || table.length != (long) size * width) {
            throw new PdfRejected(Fault.PLACES, "a cross-reference of a wrong size", last);
        }
        Map<Integer, Place> contained = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            int at = i * width;
            int kind = number(table, at, widths[0]);
            int where = number(table, at + widths[0], widths[1]);
            int third = number(table, at + widths[0] + widths[1], widths[2]);
            switch (kind) {
                case 0 -> absent(i, last);
                case 1 -> present(i, where, third, last);
                case 2 -> {
                    absent(i, last);
                    contained.put(i, new Place(where, third));
                }
                default -> throw new PdfRejected(Fault.PLACES, "a cross-reference of an unknown kind", last);
            }
        }
        if (offsets.keySet().stream().anyMatch(n -> n >= size)) {
            throw new PdfRejected(Fault.PLACES, "an object that the cross-reference does not list", last);
        }
        unpack(contained);
    }

    /// Where a packed object is: in which bundle, and as which of its objects, from 0.
    private record Place(int bundle, int index) {}

    private int[] widths() throws PdfRejected {
        List<PdfValue> values = trailer.entries().get("W") instanceof PdfValue.Array(List<PdfValue> w) ? w : List.of();
        int[] widths = new int[3];
        for (int i = 0; i < 3; i++) {
            widths[i] = values.size() == 3 && values.get(i) instanceof PdfValue.Numeral n ? n.whole() : -1;
            if (widths[i] < 1 || widths[i] > 3) {
                throw new PdfRejected(Fault.PLACES, "a cross-reference of unknown widths", 0);
            }
        }
        return widths;
    }

    private void absent(int number, int last) throws PdfRejected {
        if (offsets.containsKey(number)) {
            throw new PdfRejected(Fault.PLACES, "object " + number + " is not where the cross-reference says", last);
        }
    }

    private void present(int number, int offset, int generation, int last) throws PdfRejected {
        if (generation != 0 || !Integer.valueOf(offset).equals(offsets.get(number))) {
            throw new PdfRejected(Fault.PLACES, "object " + number + " is not where the cross-reference says", last);
        }
    }

    private void unpack(Map<Integer, Place> contained) throws PdfRejected {
        Map<Integer, Place> found = new TreeMap<>();
        for (Integer container : List.copyOf(offsets.keySet())) {
            if (objects.get(container) instanceof PdfValue.Stream stream
                    && type(stream).equals("ObjStm")) {
                unpack(container, stream, found);
            }
        }
        if (!found.equals(contained)) {
            throw new PdfRejected(Fault.PLACES, "packed objects are not those that the cross-reference lists", 0);
        }
    }

    private void unpack(int container, PdfValue.Stream stream, Map<Integer, Place> found) throws PdfRejected {
        Map<String, PdfValue> entries = stream.dictionary().entries();
        int count = entries.get("N") instanceof PdfValue.Numeral n ? n.whole() : -1;
        int first = entries.get("First") instanceof PdfValue.Numeral n ? n.whole() : -1;
        byte[] data = data(stream, MOST_INFLATED - inflated);
        inflated += data.length;
        if (count < 0 || count > MOST_OBJECTS || first < 0 || first > data.length || entries.containsKey("Extends")) {
            throw new PdfRejected(Fault.BUNDLE, "a bundle of objects that is not the profile's", stream.from());
        }
        PdfParser index = PdfParser.ofBundle(data, 0, first, budget);
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            index.space();
            int number = index.whole();
            index.space();
            places.add(new int[] {number, index.whole()});
        }
        index.space();
        if (index.at() != first) {
            throw new PdfRejected(Fault.BUNDLE, "a bundle with something behind its index", stream.from());
        }
        PdfParser in = PdfParser.ofBundle(data, first, data.length, budget);
        for (int i = 0; i < count; i++) {
            int number = places.get(i)[0];
            in.space();
            if (in.at() != first + places.get(i)[1]) {
                throw new PdfRejected(Fault.BUNDLE, "a bundle with something between its objects", stream.from());
            }
            if (objects.put(number, in.value()) != null || found.put(number, new Place(container, i)) != null) {
                throw new PdfRejected(Fault.TWICE, "object " + number + " comes twice", stream.from());
            }
        }
        in.space();
        if (in.at() != data.length) {
            throw new PdfRejected(Fault.BUNDLE, "a bundle with something after its objects", stream.from());
        }
    }

    /// The `Type` of a stream; empty when it has none.
    public static String type(PdfValue.Stream stream) {
        return stream.dictionary().entries().get("Type") instanceof PdfValue.Name(String name) ? name : "";
    }

    private static int number(byte[] table, int at, int width) {
        int number = 0;
        for (int i = 0; i < width; i++) {
            number = number << 8 | table[at + i] & 0xFF;
        }
        return number;
    }
}
