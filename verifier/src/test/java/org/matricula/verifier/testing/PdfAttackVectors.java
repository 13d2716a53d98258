package org.matricula.verifier.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.matricula.verifier.State;
import org.matricula.verifier.record.RecordSealing;

/// What is known to be done to signed PDF files: changes after the seal that readers follow, seals that say nothing,
/// files prepared for a later change, and files made to be run or to burst.
final class PdfAttackVectors {
    private static final String ID = "HB-2025-7QK4M2XN";

    private final List<Vector> vectors = new ArrayList<>();
    private final TestKey seal;
    private final TestKey stranger;
    private final RecordSealing record;
    private final RecordSealing other;
    private final byte[] good;

    PdfAttackVectors(SampleSchool school) {
        this.seal = school.keys().get("SEAL");
        this.stranger = SampleSchool.of(TestPki.create("Forger")).keys().get("SEAL");
        this.record = school.seal(school.record(ID, "Phạm Gia Bảo", "9"));
        this.other = school.seal(school.record("HB-2025-3NX8W5TD", "Võ Minh Anh", "10"));
        this.good = pdf().sealed(seal);
    }

    private TestPdf pdf() {
        return TestPdf.of(record.toBytes(), ID, 1, record.dataDigest());
    }

    List<Vector> all() {
        updates();
        shadows();
        seals();
        actions();
        references();
        bombs();
        return vectors;
    }

    private void bad(String file, String check, String why, byte[] bytes) {
        vectors.add(new Vector("bad/" + file + ".pdf", State.ALTERED, check, why, bytes));
    }

    private void structure(String file, String why, byte[] bytes) {
        bad(file, "PDF_STRUCTURE", why, bytes);
    }

    /// A later revision with a table of its own, as editors write it.
    private static byte[] updated(byte[] file, String trailer, Map<Integer, String> objects) {
        StringBuilder update = new StringBuilder();
        StringBuilder table = new StringBuilder("xref\n");
        new TreeMap<>(objects).forEach((number, value) -> {
            table.append("%d 1\n%010d 00000 n \n".formatted(number, file.length + update.length()));
            update.append("%d 0 obj\n%s\nendobj\n".formatted(number, value));
        });
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String previous = text.substring(text.lastIndexOf("startxref\n") + 10, text.lastIndexOf("\n%%EOF"));
        return Edits.appended(
                file,
                latin("%s%strailer\n<</Size 40/Root 1 0 R/Prev %s%s>>\nstartxref\n%d\n%%%%EOF\n"
                        .formatted(update, table, previous, trailer, file.length + update.length())));
    }

    private static String stream(String entries, byte[] data) {
        return "<<" + entries + "/Length " + data.length + ">>stream\n" + new String(data, StandardCharsets.ISO_8859_1)
                + "\nendstream";
    }

    private void updates() {
        structure(
                "update-with-a-note",
                "a note was laid over the page by a later revision (evil annotation)",
                updated(
                        good,
                        "",
                        Map.of(
                                3, "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>/Annots[9 0 R 30 0 R]>>",
                                30, "<</Type/Annot/Subtype/FreeText/Rect[0 0 90 90]/Contents(10)/DA(/F 12 Tf)>>")));
        structure(
                "update-with-a-script",
                "a later revision added a script that runs on opening",
                updated(
                        good,
                        "",
                        Map.of(1, "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>")));
        structure(
                "update-of-the-attachment",
                "a later revision holds the record of another pupil as the attachment",
                updated(good, "", Map.of(7, stream("/Type/EmbeddedFile/Subtype/text#2Fxml", other.toBytes()))));
        structure(
                "update-of-the-metadata",
                "a later revision states another record",
                updated(good, "", Map.of(6, stream("/Type/Metadata/Subtype/XML", latin("<x/>")))));
        structure(
                "update-of-the-field",
                "a later revision gives the field another value",
                updated(
                        good,
                        "",
                        Map.of(9, "<</Type/Annot/Subtype/Widget/FT/Tx/T(seal)/V(10)/P 3 0 R/Rect[0 0 90 90]>>")));
        structure(
                "update-without-objects",
                "a later revision that only repeats the table: nothing changed, and the seal covers less than all",
                updated(good, "", Map.of()));
        byte[] twice = updated(
                good,
                "",
                Map.of(
                        31,
                                "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]/Contents<00>>>",
                        32, "<</Type/Annot/Subtype/Widget/FT/Sig/T(second)/V 31 0 R/Rect[0 0 0 0]>>"));
        structure("update-with-a-second-seal", "a later revision bears a second seal", twice);
    }

    /// The school seals what somebody prepared; afterwards a small change, which some readers think harmless, shows
    /// what lay hidden.
    private void shadows() {
        TestPdf covered = pdf().change(3, "/Resources<<>>", "/Resources<</XObject<</C 13 0 R>>>>");
        byte[] hide = covered.stream(4, "", latin("BT (10) Tj ET /C Do"), true).stream(
                        13, "/Type/XObject/Subtype/Form/BBox[0 0 90 90]", latin("1 g 0 0 90 90 re f"), true)
                .sealed(seal);
        structure(
                "shadow-hide",
                "shadow attack, hide: a cover sealed over hidden content, then taken away by a later revision",
                updated(hide, "", Map.of(13, "null")));
        byte[] replace =
                pdf().stream(13, "/Type/Font/Subtype/Type3", latin("9"), true).sealed(seal);
        structure(
                "shadow-replace",
                "shadow attack, replace: a font sealed with the file, then replaced so that a 9 looks like a 10",
                updated(replace, "", Map.of(13, stream("/Type/Font/Subtype/Type3", latin("10")))));
        byte[] both = pdf().pack(14, "<</Type/Catalog/Pages 15 0 R>>")
                .pack(15, "<</Type/Pages/Count 1/Kids[16 0 R]/MediaBox[0 0 595 842]>>")
                .pack(16, "<</Type/Page/Parent 15 0 R/Resources<<>>>>")
                .sealed(seal);
        byte[] shown = updated(both, "", Map.of());
        structure(
                "shadow-hide-and-replace",
                "shadow attack, hide and replace: a second document sealed unseen, then made the one that is shown",
                replaced(shown, shown.length - 120, "/Root 1 0 R", "/Root 14 0 R"));
    }

    private void seals() {
        whole(
                "forgery-byte-range-missing",
                "the entry that says what is covered is renamed",
                "/ByteRange[",
                "/ByteRangf[");
        range("forgery-byte-range-empty", "what is covered is nothing", "0 0 0 0");
        range("forgery-byte-range-of-nulls", "what is covered is said with nulls", "null null null null");
        range("forgery-byte-range-negative", "what is covered is said with negative numbers", "0 -1 -1 -1");
        range("forgery-byte-range-of-two-numbers", "what is covered is said with two numbers", "0 " + good.length);
        whole(
                "forgery-contents-null",
                "the value is nothing, with room behind it",
                "/Contents<30",
                "/Contents null 30");
        whole(
                "forgery-of-another-kind",
                "the seal is said to be of a kind that a reader may not know",
                "/ETSI.CAdES.detached",
                "/ETSI.CAdES.detachee");
        byte[] zero = good.clone();
        int from = find(good, 0, "/Contents<") + "/Contents<".length();
        Arrays.fill(zero, from, find(good, from, ">"), (byte) ' ');
        structure(
                "forgery-contents-of-nothing",
                "universal forgery: the value is empty, with spaces for its length",
                zero);
        vectors.add(new Vector(
                "bad/seal-by-a-stranger.pdf",
                State.NOT_OURS,
                "PDF_SEAL_CERTIFICATE",
                "the PDF around a genuine record was sealed by an authority of the forger",
                pdf().sealed(stranger)));
        structure(
                "signature-wrapping",
                "the second part that the seal covers was moved back, other objects stand in the gap",
                wrapped());
        bad(
                "changed-time-of-the-seal",
                "PDF_SEAL_VALUE",
                "the time of the seal was changed",
                replaced(good, 0, "(D:20260529163100", "(D:20260529163200"));
        bad(
                "changed-reason-of-the-seal",
                "PDF_SEAL_VALUE",
                "the filter of the seal was changed",
                replaced(good, 0, "/Filter/Adobe.PPKLite", "/Filter/Adobe.PPKLitf"));
    }

    private void whole(String file, String why, String part, String by) {
        // What is longer takes its room from the digits behind.
        int at = find(good, 0, part);
        byte[] changed = good.clone();
        System.arraycopy(latin(by), 0, changed, at, by.length());
        String check = by.contains("null") ? "PDF_STRUCTURE" : "PDF_WHOLE_FILE";
        bad(file, check, "universal forgery: " + why, changed);
    }

    private void range(String file, String why, String range) {
        int at = find(good, 0, "/ByteRange[") + "/ByteRange[".length();
        byte[] changed = good.clone();
        Arrays.fill(changed, at, find(good, at, "]"), (byte) ' ');
        System.arraycopy(latin(range), 0, changed, at, range.length());
        bad(file, "PDF_WHOLE_FILE", "universal forgery: " + why, changed);
    }

    private byte[] wrapped() {
        int gap = find(good, find(good, 0, "/Contents<"), ">") + 1;
        byte[] evil = latin(">>\nendobj\n4 0 obj\n<</Length 0>>stream\n\nendstream\nendobj\n10 0 obj\n<<");
        byte[] file = Edits.appended(
                Edits.appended(Arrays.copyOf(good, gap), evil), Arrays.copyOfRange(good, gap, good.length));
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("/ByteRange[") + "/ByteRange[".length();
        String[] range = text.substring(at, text.indexOf(']', at)).strip().split(" ");
        String moved = "0 " + range[1] + " " + (Integer.parseInt(range[2]) + evil.length) + " " + range[3];
        System.arraycopy(latin(moved), 0, file, at, moved.length());
        return file;
    }

    private void actions() {
        action(
                "form-that-sends",
                "an action that sends what is in the file",
                "/AA<</O<</S/SubmitForm/F(http://a.test)>>>>");
        action(
                "leads-to-another-file",
                "an action that opens another file",
                "/AA<</O<</S/GoToR/F(other.pdf)/D[0/Fit]>>>>");
        action(
                "leads-to-an-address",
                "an action that opens an address",
                "/PZ<</Type/Action/S/URI/URI(http://a.test)>>");
        action("plays-a-film", "an action that runs what is embedded", "/PZ<</S/Rendition/R<<>>/OP 0>>");
        action("imports-data", "an action that takes values from another file", "/PZ<</S/ImportData/F(x.fdf)>>");
        bad(
                "xfa-form",
                "PDF_ACTIVE_CONTENT",
                "a second, dynamic form over the pages",
                pdf().change(1, "/SigFlags 3", "/SigFlags 3/XFA[(a)13 0 R]").stream(13, "", latin("<x/>"), true)
                        .sealed(seal));
        bad(
                "launch-in-an-outline",
                "PDF_ACTIVE_CONTENT",
                "a bookmark that starts a program",
                pdf().change(1, "/Type/Catalog", "/Type/Catalog/Outlines 13 0 R")
                        .pack(13, "<</First 14 0 R/Last 14 0 R/Count 1>>")
                        .pack(14, "<</Title(x)/Parent 13 0 R/A<</S/Launch/F(calc.exe)>>>>")
                        .sealed(seal));
    }

    private void action(String file, String why, String entries) {
        bad(
                file,
                "PDF_ACTIVE_CONTENT",
                why,
                pdf().change(3, "/Type/Page/", "/Type/Page" + entries + "/").sealed(seal));
    }

    private void references() {
        int table = good.length - 400 > 0 ? find(good, 0, "/Type/XRef") : 0;
        structure(
                "cross-reference-in-a-loop",
                "the cross-reference names itself as the one before it",
                replaced(good, table, "/W[1 3 2]", "/W[1 3 2]/Prev " + start()));
        structure(
                "cross-reference-of-two-kinds",
                "a second cross-reference for readers of another kind",
                replaced(good, table, "/W[1 3 2]", "/W[1 3 2]/XRefStm 15"));
        structure(
                "cross-reference-of-no-width",
                "a cross-reference whose entries have no width",
                replaced(good, table, "/W[1 3 2]", "/W[0 0 0]"));
        structure(
                "cross-reference-of-huge-size",
                "a cross-reference that claims a thousand million objects",
                replaced(good, table, "/Type/XRef/Size ", "/Type/XRef/Size 9999999"));
        structure(
                "encrypted",
                "a file that says it is encrypted",
                replaced(good, table, "/W[1 3 2]", "/W[1 3 2]/Encrypt 30 0 R"));
        structure(
                "objects-elsewhere-than-listed",
                "the cross-reference names other places than those of the objects",
                pdf().misplaced().sealed(seal));
        structure(
                "no-start-of-the-cross-reference",
                "the word that begins the end is misspelt",
                replaced(good, good.length - 60, "startxref", "startxreg"));
        byte[] loop = replaced(
                replaced(good, table, "/W[1 3 2]", "/W[1 3 2]/Prev " + start()),
                0,
                "urn:matricula:pdf:1",
                "urn:something:pdf:1");
        vectors.add(new Vector(
                "bad/cross-reference-in-a-loop-in-another-document.pdf",
                State.NOT_OURS,
                "",
                "a PDF of another kind whose cross-reference names itself",
                loop));
    }

    private String start() {
        String text = new String(good, StandardCharsets.ISO_8859_1);
        return text.substring(text.lastIndexOf("startxref\n") + 10, text.lastIndexOf("\n%%EOF"));
    }

    private void bombs() {
        structure(
                "nested-arrays",
                "lists in lists, a thousand deep",
                pdf().object(13, "[".repeat(1_000) + "]".repeat(1_000)).sealed(seal));
        structure(
                "nested-dictionaries",
                "dictionaries in dictionaries, a thousand deep",
                pdf().object(13, "<</A".repeat(1_000) + " 1" + ">>".repeat(1_000))
                        .sealed(seal));
        structure(
                "bundle-of-a-hundred-million-objects",
                "a bundle that claims a hundred million objects",
                pdf().stream(14, "/Type/ObjStm/N 100000000/First 4", latin("1 0 null"), true)
                        .sealed(seal));
        structure(
                "packed-twice",
                "a stream packed twice",
                pdf().object(14, "<</Filter[/FlateDecode/FlateDecode]/Length 0>>stream\n\nendstream")
                        .sealed(seal));
        structure(
                "stream-longer-than-the-file",
                "a stream that claims to be longer than the file",
                pdf().object(14, "<</Length 999999999>>stream\n\nendstream").sealed(seal));
        bad(
                "bomb-in-the-metadata",
                "PDF_ATTACHMENT",
                "metadata that grow to 24 MiB when unpacked",
                pdf().stream(6, "/Type/Metadata/Subtype/XML/X(urn:matricula:pdf:1)", new byte[24 << 20], true)
                        .sealed(seal));
        vectors.add(new Vector(
                "bad/nested-arrays-in-another-document.pdf",
                State.NOT_OURS,
                "",
                "a PDF of another kind with lists in lists, ten thousand deep",
                replaced(
                        pdf().object(13, "[".repeat(10_000) + "]".repeat(10_000))
                                .sealed(seal),
                        0,
                        "urn:matricula:pdf:1",
                        "urn:something:pdf:1")));
    }

    private static int find(byte[] file, int from, String text) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(text, from);
        if (at < 0) {
            throw new IllegalArgumentException("not in the file: " + text);
        }
        return at;
    }

    private static byte[] replaced(byte[] file, int from, String text, String by) {
        int at = find(file, from, text);
        return Edits.appended(
                Edits.appended(Arrays.copyOf(file, at), latin(by)),
                Arrays.copyOfRange(file, at + text.length(), file.length));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
