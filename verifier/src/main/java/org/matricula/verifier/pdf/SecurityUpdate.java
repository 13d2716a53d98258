package org.matricula.verifier.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.matricula.verifier.signature.Evidence.Revocations;
import org.matricula.verifier.signature.RevocationData;

/// What follows a seal at level LT: what is known of revocation, as the document security store of the file
/// (EN 319 142-1, 5.4.2.2), and nothing else.
///
/// The sealed file already names the store and holds an empty one. The update gives that one object its content and
/// adds a stream for each list and answer. Its bytes follow from the sealed file and the lists and answers alone: a
/// reader takes those out, writes the update again and compares, so that no other change can pass for it.
public final class SecurityUpdate {
    private static final byte[] END = ascii("%%EOF\n");
    private static final byte[] START = ascii("startxref\n");
    private static final byte[] STREAM = ascii(">>stream\n");
    private static final byte[] STREAM_END = ascii("\nendstream\nendobj\n");

    private SecurityUpdate() {}

    /// A file in its two parts.
    ///
    /// @param sealed the file as it was sealed
    /// @param known what follows
    public record Split(byte[] sealed, Revocations known) {}

    /// The file with what is known of revocation behind it.
    ///
    /// @param sealed a sealed file whose catalog names an empty store
    /// @throws IllegalArgumentException when it is no such file
    public static byte[] append(byte[] sealed, Revocations known) {
        try {
            byte[] update = update(Base.of(sealed), sealed.length, known);
            byte[] whole = Arrays.copyOf(sealed, sealed.length + update.length);
            System.arraycopy(update, 0, whole, sealed.length, update.length);
            return whole;
        } catch (PdfRejected e) {
            throw new IllegalArgumentException("the sealed file has no place for what is known of revocation", e);
        }
    }

    /// Takes a file apart; empty when no such update, exactly as we write it, is at its end.
    public static Optional<Split> split(byte[] file) {
        int last = lastIndexOf(file, START, file.length);
        int end = lastIndexOf(file, END, last);
        if (file.length > PdfFile.MOST_BYTES || last < 0 || end < 0) {
            return Optional.empty();
        }
        int length = end + END.length;
        try {
            byte[] sealed = Arrays.copyOf(file, length);
            Base base = Base.of(sealed);
            Optional<Revocations> known = pieces(file, length, base.size());
            return known.filter(pieces -> {
                        byte[] update = update(base, length, pieces);
                        return Arrays.equals(update, 0, update.length, file, length, file.length);
                    })
                    .map(pieces -> new Split(sealed, pieces));
        } catch (PdfRejected _) {
            return Optional.empty(); // whoever reads the whole says what is wrong with it
        }
    }

    /// What an update continues.
    ///
    /// @param previous where the cross-reference of the sealed file is
    /// @param size the first number that no object has
    /// @param store the number of the empty store
    private record Base(int previous, int size, int store, int catalog, int info, byte[] id) {
        static Base of(byte[] sealed) throws PdfRejected {
            PdfFile file = PdfFile.read(sealed);
            PdfValue.Dictionary trailer = file.trailer();
            int store = reference(file.catalog(), "DSS");
            if (!(file.entry(file.catalog(), "DSS") instanceof PdfValue.Dictionary empty)
                    || empty.entries().size() != 1
                    || !(trailer.entries().get("ID") instanceof PdfValue.Array(List<PdfValue> ids))
                    || ids.isEmpty()
                    || !(ids.getFirst() instanceof PdfValue.Text id)) {
                throw new PdfRejected(PdfRejected.Fault.MISSING, "the empty store is missing", 0);
            }
            return new Base(
                    file.crossReference(),
                    trailer.entries().get("Size") instanceof PdfValue.Numeral size ? size.whole() : -1,
                    store,
                    reference(trailer, "Root"),
                    reference(trailer, "Info"),
                    id.bytes());
        }

        private static int reference(PdfValue.Dictionary of, String key) throws PdfRejected {
            if (of.entries().get(key) instanceof PdfValue.Reference(int number)) {
                return number;
            }
            throw new PdfRejected(PdfRejected.Fault.MISSING, key + " is missing", 0);
        }
    }

    private static byte[] update(Base base, int from, Revocations known) {
        Out out = new Out(from);
        List<Integer> offsets = new ArrayList<>();
        int number = base.size();
        StringBuilder store = new StringBuilder("<</Type/DSS");
        number = pieces(out, "/CRLs[", known.crls(), number, offsets, store);
        number = pieces(out, "/OCSPs[", known.ocsps(), number, offsets, store);
        int storeAt = out.at();
        out.ascii(base.store() + " 0 obj\n" + store + ">>\nendobj\n");
        int table = out.at();
        offsets.add(table);
        int rows = offsets.size() + 1;
        out.ascii(number + " 0 obj\n<</Type/XRef/Size " + (number + 1) + "/Prev " + base.previous());
        out.ascii("/Root " + base.catalog() + " 0 R/Info " + base.info() + " 0 R");
        String id = HexFormat.of().withUpperCase().formatHex(base.id());
        out.ascii("/ID[<" + id + "><" + id + ">]/Index[" + base.store() + " 1 " + base.size() + " " + offsets.size());
        out.ascii("]/W[1 4 2]/Length " + rows * 7);
        out.bytes(STREAM);
        out.row(storeAt);
        offsets.forEach(out::row);
        out.bytes(STREAM_END);
        out.ascii("startxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static int pieces(
            Out out, String list, List<byte[]> pieces, int from, List<Integer> offsets, StringBuilder store) {
        int number = from;
        if (!pieces.isEmpty()) {
            store.append(list);
            for (byte[] piece : pieces) {
                offsets.add(out.at());
                out.ascii(number + " 0 obj\n<</Length " + piece.length);
                out.bytes(STREAM);
                out.bytes(piece);
                out.bytes(STREAM_END);
                store.append(number).append(" 0 R ");
                number++;
            }
            store.append("]");
        }
        return number;
    }

    /// The streams that follow, as lists and answers; what else follows is found by writing it again.
    private static Optional<Revocations> pieces(byte[] file, int from, int size) {
        List<byte[]> pieces = new ArrayList<>();
        int at = from;
        while (pieces.size() <= RevocationData.MOST) {
            byte[] head = ascii((size + pieces.size()) + " 0 obj\n<</Length ");
            if (!next(file, at, head)) {
                break;
            }
            at += head.length;
            int length = 0;
            int digits = 0;
            while (at < file.length && file[at] >= '0' && file[at] <= '9' && digits++ < 7) {
                length = length * 10 + file[at++] - '0';
            }
            at += STREAM.length;
            if (length > RevocationData.MOST_IN_FILE || at + length > file.length) {
                return Optional.empty();
            }
            pieces.add(Arrays.copyOfRange(file, at, at + length));
            at += length + STREAM_END.length;
        }
        // The store says which are answers: it names them behind the lists.
        int store = lastIndexOf(file, ascii("<</Type/DSS"), file.length);
        int answers = lastIndexOf(file, ascii("/OCSPs["), file.length);
        if (pieces.isEmpty() || pieces.size() > RevocationData.MOST || store < at) {
            return Optional.empty();
        }
        int lists = pieces.size();
        if (answers > store) {
            lists = 0;
            while (lists < pieces.size() && !next(file, answers + 7, ascii((size + lists) + " 0 R "))) {
                lists++;
            }
        }
        return Optional.of(new Revocations(pieces.subList(0, lists), pieces.subList(lists, pieces.size())));
    }

    private static boolean next(byte[] file, int at, byte[] wanted) {
        int to = at + wanted.length;
        return at >= 0 && to <= file.length && Arrays.equals(file, at, to, wanted, 0, wanted.length);
    }

    private static int lastIndexOf(byte[] file, byte[] wanted, int before) {
        for (int i = Math.min(before, file.length) - wanted.length; i >= 0; i--) {
            if (file[i] == wanted[0] && next(file, i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
        private final int from;

        Out(int from) {
            this.from = from;
        }

        int at() {
            return from + bytes.size();
        }

        void ascii(String text) {
            bytes.writeBytes(SecurityUpdate.ascii(text));
        }

        void bytes(byte[] more) {
            bytes.writeBytes(more);
        }

        /// A row of the cross-reference: an object that stands in the file.
        void row(int offset) {
            bytes.write(1);
            for (int shift = 24; shift >= 0; shift -= 8) {
                bytes.write(offset >> shift);
            }
            bytes.write(0);
            bytes.write(0);
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
