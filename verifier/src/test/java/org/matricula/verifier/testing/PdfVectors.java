package org.matricula.verifier.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.matricula.verifier.State;
import org.matricula.verifier.record.RecordSealing;

/// The good PDF, and what attackers are known to do to signed PDF files.
final class PdfVectors {
    private static final String ID = "HB-2025-7QK4M2XN";

    private final List<Vector> vectors = new ArrayList<>();
    private final TestKey seal;
    private final TestKey teacher;
    private final RecordSealing record;
    private final RecordSealing other;

    PdfVectors(SampleSchool school) {
        this.seal = school.keys().get("SEAL");
        this.teacher = school.keys().get("MATHEMATICS");
        this.record = school.seal(school.record(ID, "Phạm Gia Bảo", "9"));
        this.other = school.seal(school.record("HB-2025-3NX8W5TD", "Võ Minh Anh", "10"));
    }

    private TestPdf pdf() {
        return TestPdf.of(record.toBytes(), ID, 1, record.dataDigest());
    }

    List<Vector> all() {
        byte[] good = pdf().sealed(seal);
        vectors.add(
                new Vector("good/sealed-record.pdf", State.GENUINE, "", "a sealed PDF with its record inside", good));
        updates(good);
        contents();
        seals(good);
        structure(good);
        bombs();
        return vectors;
    }

    private void bad(String file, String check, String why, byte[] bytes) {
        State state = switch (check) {
            case "PDF_SEAL_CERTIFICATE" -> State.NOT_OURS;
            case "READABLE" -> State.COULD_NOT_CHECK;
            default -> State.ALTERED;
        };
        vectors.add(new Vector("bad/" + file, state, check, why, bytes));
    }

    private void updates(byte[] good) {
        String update = "3 0 obj\n<</Type/Page/Parent 2 0 R/Resources<<>>>>\nendobj\n";
        int start = good.length + update.length();
        String table = "xref\n3 1\n%010d 00000 n \ntrailer\n<</Size 30/Root 1 0 R/Prev 9>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(good.length, start);
        bad(
                "incremental-update.pdf",
                "PDF_STRUCTURE",
                "a page was replaced by a later revision",
                Edits.appended(good, latin(update + table)));
        bad(
                "trailing-byte.pdf",
                "PDF_WHOLE_FILE",
                "a byte behind the end, which the seal does not cover",
                Edits.appended(good, latin("\n")));
        bad("truncated.pdf", "PDF_STRUCTURE", "the end of the file is missing", Edits.cut(good, good.length - 40));
        byte[] changed = good.clone();
        changed[indexOf(good, "/Type/EmbeddedFile") + 120] ^= 1;
        bad("changed-byte.pdf", "PDF_SEAL_VALUE", "a byte of the attachment was changed", changed);
    }

    private void contents() {
        byte[] swapped = TestPdf.of(other.toBytes(), ID, 1, record.dataDigest()).sealed(seal);
        bad(
                "another-pupils-record-inside.pdf",
                "PDF_ATTACHMENT",
                "the PDF states one record and holds that of another pupil, sealed by mistake",
                swapped);
        bad(
                "another-version-stated.pdf",
                "PDF_ATTACHMENT",
                "the PDF states another version than it holds",
                TestPdf.of(record.toBytes(), ID, 2, record.dataDigest()).sealed(seal));
        bad(
                "another-digest-stated.pdf",
                "PDF_ATTACHMENT",
                "the PDF states the digest of other data",
                TestPdf.of(record.toBytes(), ID, 1, other.dataDigest()).sealed(seal));
        bad(
                "no-attachment.pdf",
                "PDF_ATTACHMENT",
                "the list of attachments is empty",
                pdf().change(1, "/Names[(" + ID + ".xml)8 0 R]", "/Names[]").sealed(seal));
        bad(
                "two-attachments.pdf",
                "PDF_ATTACHMENT",
                "a second attachment beside the record",
                pdf().stream(12, "/Type/EmbeddedFile", latin("x"), true).sealed(seal));
        bad(
                "changed-record-inside.pdf",
                "PARTS_UNCHANGED",
                "the record inside was changed before the PDF was sealed",
                TestPdf.of(
                                Edits.replaced(record.toBytes(), "name=\"mark\">9<", "name=\"mark\">8<"),
                                ID,
                                1,
                                record.dataDigest())
                        .sealed(seal));
        bad(
                "javascript.pdf",
                "PDF_ACTIVE_CONTENT",
                "a script that runs on opening",
                pdf().change(1, "/Type/Catalog", "/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")
                        .sealed(seal));
        bad(
                "javascript-in-the-name-tree.pdf",
                "PDF_ACTIVE_CONTENT",
                "a script under an escaped name",
                pdf().change(1, "/Names<<", "/Names<</J#61vaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>")
                        .sealed(seal));
        bad(
                "launch-action.pdf",
                "PDF_ACTIVE_CONTENT",
                "an action that starts a program",
                pdf().change(3, "/Type/Page/", "/Type/Page/AA<</O<</S/Launch/F(calc.exe)>>>>/")
                        .sealed(seal));
        bad(
                "hidden-layer.pdf",
                "PDF_ACTIVE_CONTENT",
                "a layer that can be shown and hidden (shadow attack)",
                pdf().change(1, "/Type/Catalog", "/Type/Catalog/OCProperties<</OCGs[]/D<<>>>>")
                        .sealed(seal));
        bad(
                "form-field.pdf",
                "PDF_ACTIVE_CONTENT",
                "a text field over the page (shadow attack)",
                pdf().pack(13, "<</Type/Annot/Subtype/Widget/FT/Tx/T(x)/V(10)/Rect[0 0 90 90]>>")
                        .sealed(seal));
    }

    private void seals(byte[] good) {
        bad("no-seal.pdf", "PDF_WHOLE_FILE", "the seal has no value and no range", pdf().unsealed());
        bad(
                "seal-by-a-teacher.pdf",
                "PDF_SEAL_CERTIFICATE",
                "the PDF was sealed with a teacher's key",
                pdf().sealed(teacher));
        bad(
                "seal-covers-a-part.pdf",
                "PDF_WHOLE_FILE",
                "the range of the seal leaves the end out",
                replaced(good, "/ByteRange[0 ", "/ByteRange[1 "));
        bad(
                "seal-without-contents.pdf",
                "PDF_WHOLE_FILE",
                "universal forgery: the entry with the value is renamed",
                replaced(good, "/Contents<30", "/Contentz<30"));
        bad(
                "seal-emptied.pdf",
                "PDF_SEAL_VALUE",
                "universal forgery: the value is zeros",
                replaced(good, part(good), "0".repeat(part(good).length())));
        bad("seal-of-another-file.pdf", "PDF_SEAL_VALUE", "the value of the seal of another file", lent(good));
    }

    private byte[] lent(byte[] good) {
        byte[] from = TestPdf.of(other.toBytes(), "HB-2025-3NX8W5TD", 1, other.dataDigest())
                .sealed(seal);
        return replaced(good, part(good), part(from));
    }

    private static String part(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("/Contents<") + "/Contents<".length();
        return text.substring(from, text.indexOf('>', from));
    }

    private void structure(byte[] good) {
        bad(
                "hidden-object.pdf",
                "PDF_STRUCTURE",
                "something between the objects that readers may find by searching",
                replaced(good, "endobj\n6 0 obj", "endobj\n% 3 0 obj <<>> endobj\n6 0 obj"));
        bad(
                "object-twice.pdf",
                "PDF_STRUCTURE",
                "an object stands in the file a second time",
                replaced(good, "endobj\n6 0 obj", "endobj\n4 0 obj\n<<>>\nendobj\n6 0 obj"));
        bad(
                "broken-cross-reference.pdf",
                "PDF_STRUCTURE",
                "the place of the cross-reference is wrong",
                replaced(good, "startxref\n", "startxref\n1"));
        bad(
                "bytes-before-the-header.pdf",
                "PDF_STRUCTURE",
                "something stands before the header",
                Edits.appended(latin("GIF89a"), good));
        vectors.add(new Vector(
                "bad/another-document.pdf",
                State.NOT_OURS,
                "",
                "a PDF of another kind",
                latin(
                        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 0/Kids[]>>\n"
                                + "endobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000053 00000 n \n"
                                + "trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n103\n%%EOF\n")));
    }

    private void bombs() {
        bad(
                "bomb-in-the-attachment.pdf",
                "PDF_ATTACHMENT",
                "an attachment that grows to 24 MiB when unpacked",
                pdf().stream(7, "/Type/EmbeddedFile", new byte[24 << 20], true).sealed(seal));
        bad(
                "bomb-in-an-object-stream.pdf",
                "PDF_STRUCTURE",
                "a bundle of objects that grows to 24 MiB when unpacked",
                pdf().stream(14, "/Type/ObjStm/N 1/First 4", new byte[24 << 20], true)
                        .sealed(seal));
        byte[] bomb = pdf().stream(14, "/Type/ObjStm/N 1/First 4", new byte[80 << 20], true)
                .sealed(seal);
        bad(
                "bomb-in-another-document.pdf",
                "READABLE",
                "a PDF of another kind with a stream of 80 MiB",
                replaced(bomb, "urn:matricula:pdf:1", "urn:something:pdf:1"));
    }

    private static int indexOf(byte[] file, String text) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private static byte[] replaced(byte[] file, String from, String to) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalArgumentException("not in the file: " + from);
        }
        return latin(text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
