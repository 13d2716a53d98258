package org.matricula.verifier.testing;

import static org.matricula.verifier.testing.Edits.before;
import static org.matricula.verifier.testing.Edits.bytes;
import static org.matricula.verifier.testing.Edits.part;
import static org.matricula.verifier.testing.Edits.replaced;
import static org.matricula.verifier.testing.Edits.text;
import static org.matricula.verifier.testing.Edits.without;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.matricula.verifier.State;

/// The good records, and those that a forger with a text editor makes of them.
final class RecordVectors {
    private static final String MATHS = "<block Id=\"subject.MATHEMATICS\"";
    private static final String DATA = "<data Id=\"data\"";

    private final List<Vector> vectors = new ArrayList<>();
    private final SampleSchool school;
    private final byte[] good;
    private final byte[] other;

    RecordVectors(SampleSchool school) {
        this.school = school;
        this.good = school.sealed();
        this.other = school.seal(school.record("HB-2025-3NX8W5TD", "Võ Minh Anh", "10"))
                .toBytes();
    }

    List<Vector> all() {
        good();
        changed();
        swapped();
        wrapped();
        missing();
        others();
        return vectors;
    }

    private void good() {
        add("good/sealed-record.xml", State.GENUINE, "", "signed in order by everyone and sealed", good);
        add("good/sealed-record-of-another-pupil.xml", State.GENUINE, "", "another pupil of the same school", other);
    }

    private void bad(String file, String check, String why, byte[] bytes) {
        add("bad/" + file, State.ALTERED, check, why, bytes);
    }

    private void add(String file, State state, String check, String why, byte[] bytes) {
        vectors.add(new Vector(file, state, check, why, bytes));
    }

    private void changed() {
        bad(
                "changed-mark.xml",
                "PARTS_UNCHANGED",
                "the mark in mathematics was raised",
                replaced(good, "name=\"mark\">9<", "name=\"mark\">10<"));
        bad(
                "changed-homeroom-result.xml",
                "PARTS_UNCHANGED",
                "the result of the year was changed",
                replaced(good, "Hoàn thành tốt", "Hoàn thành xuất sắc"));
        bad(
                "changed-decision-of-the-head.xml",
                "PARTS_UNCHANGED",
                "a block that only the head signs was changed",
                replaced(good, "Được lên lớp", "Ở lại lớp"));
        bad(
                "changed-school-name.xml",
                "PARTS_UNCHANGED",
                "the school's name in the heading was changed",
                replaced(good, "issuerName=\"Trường Tiểu học Hoa Sen\"", "issuerName=\"Trường Tiểu học Hoa Mai\""));
        bad(
                "changed-lookup-code.xml",
                "PARTS_UNCHANGED",
                "the lookup code leads to another record",
                replaced(good, ">7QK4M2XN</field>", ">3NX8W5TD</field>"));
        bad(
                "changed-effective-date.xml",
                "PARTS_UNCHANGED",
                "the date of effect was moved",
                replaced(good, "2026-05-29T16:30:00+07:00", "2026-05-01T16:30:00+07:00"));
        bad(
                "changed-signing-time.xml",
                "SIGNATURE_PROPERTIES",
                "a teacher's time of signing was moved",
                replaced(good, "2026-05-25T02:00:00Z", "2026-05-24T02:00:00Z"));
        bad(
                "changed-data-digest.xml",
                "DATA_DIGEST",
                "the issue states the digest of other data",
                replaced(
                        good,
                        part(good, "name=\"dataDigest\">", "</field>"),
                        part(other, "name=\"dataDigest\">", "</field>")));
        bad(
                "changed-label.xml",
                "PARTS_UNCHANGED",
                "the heading of a block was changed, its values were not",
                replaced(good, "label=\"Toán\"", "label=\"Tiếng Anh\""));
        bad(
                "psychic-signature.xml",
                "SIGNATURE_VALUES",
                "a signature value of zeros, which careless libraries accept",
                replaced(
                        good,
                        part(good, "val.HEAD\">", "</SignatureValue>"),
                        "val.HEAD\">" + Base64.getEncoder().encodeToString(new byte[64]) + "</SignatureValue>"));
    }

    private void swapped() {
        String block = part(other, MATHS, "</block>");
        String signature = part(
                other,
                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" " + "Id=\"sig.subject.MATHEMATICS\">",
                "</Signature>");
        String mine = part(good, MATHS, "</block>");
        String mySignature = part(
                good,
                "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" " + "Id=\"sig.subject.MATHEMATICS\">",
                "</Signature>");
        bad(
                "swapped-block-of-another-pupil.xml",
                "STRUCTURE",
                "the mathematics block of another pupil with its own valid signature; the block says whose it is",
                replaced(replaced(good, mine, block), mySignature, signature));
        bad(
                "swapped-block-relabelled.xml",
                "PARTS_UNCHANGED",
                "the same, with the block made to say that it is this pupil's",
                replaced(
                        replaced(good, mine, block.replace("HB-2025-3NX8W5TD", "HB-2025-7QK4M2XN")),
                        mySignature,
                        signature));
        bad(
                "swapped-signature-of-another-pupil.xml",
                "PARTS_UNCHANGED",
                "a teacher's signature over another pupil's block",
                replaced(good, mySignature, signature));
        String seal = "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"sig.SEAL\">";
        bad(
                "swapped-seal-of-another-record.xml",
                "PARTS_UNCHANGED",
                "the seal of another record of the same school",
                replaced(good, part(good, seal, "</Signature>"), part(other, seal, "</Signature>")));
    }

    private void wrapped() {
        String data = part(good, DATA, "</data>");
        String forged = data.replace("name=\"mark\">9<", "name=\"mark\">10<");
        byte[] front = replaced(good, data, forged);
        bad(
                "wrapped-data-in-an-object.xml",
                "STRUCTURE",
                "signature wrapping: forged data in front, the signed data hidden in an Object of the seal",
                replaced(
                        front,
                        "</Object></Signature></record>",
                        "</Object><Object>" + data.replace("<data ", "<data xmlns=\"urn:matricula:record:1\" ")
                                + "</Object></Signature></record>"));
        bad(
                "wrapped-data-beside.xml",
                "STRUCTURE",
                "signature wrapping: forged data first, the signed data beside it under the same id",
                replaced(front, "</data>", "</data>" + data));
        bad(
                "wrapped-record-in-a-record.xml",
                "STRUCTURE",
                "signature wrapping: the whole signed record inside a forged one",
                bytes("<record xmlns=\"urn:matricula:record:1\">" + forged + text(good) + "</record>"));
        bad(
                "wrapped-block-duplicated.xml",
                "STRUCTURE",
                "signature wrapping: a forged block before the signed one, both with one id",
                before(good, MATHS, part(front, MATHS, "</block>")));
        bad(
                "wrapped-block-in-a-field.xml",
                "STRUCTURE",
                "signature wrapping: the signed block hidden inside a field of the forged one",
                replaced(
                        front,
                        "name=\"mark\">10</field>",
                        "name=\"mark\">10" + part(good, MATHS, "</block>") + "</field>"));
        bad(
                "wrapped-by-another-spelling-of-id.xml",
                "STRUCTURE",
                "signature wrapping: the forged block has the id as 'ID', the signed one as 'Id'",
                before(good, MATHS, part(front, MATHS, "</block>").replace("<block Id=", "<block ID=")));
        bad(
                "wrapped-in-another-root.xml",
                "STRUCTURE",
                "a genuine record inside an envelope of another namespace",
                bytes("<envelope xmlns=\"urn:other\">" + text(good) + "</envelope>"));
        bad(
                "duplicate-id.xml",
                "STRUCTURE",
                "two blocks with one id",
                replaced(good, "Id=\"subject.VIETNAMESE\"", "Id=\"subject.MATHEMATICS\""));
    }

    private void missing() {
        String start = "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\" Id=\"sig.";
        bad(
                "missing-subject-signature.xml",
                "SIGNATURES_PRESENT",
                "the mathematics teacher's signature was taken out",
                without(good, start + "subject.MATHEMATICS\">", "</Signature>"));
        bad(
                "missing-homeroom-signature.xml",
                "SIGNATURES_PRESENT",
                "the homeroom teacher's signature was taken out",
                without(good, start + "HOMEROOM\">", "</Signature>"));
        bad(
                "missing-head-signature.xml",
                "SIGNATURES_PRESENT",
                "the head's signature was taken out",
                without(good, start + "HEAD\">", "</Signature>"));
        byte[] noSeal = without(good, start + "SEAL\">", "</Signature>");
        bad("missing-seal.xml", "SIGNATURES_PRESENT", "the seal was taken out", noSeal);
        bad(
                "not-yet-sealed.xml",
                "SIGNATURES_PRESENT",
                "everyone has signed, the school has not sealed",
                without(noSeal, "<issue ", "</issue>"));
        bad(
                "missing-issue.xml",
                "PARTS_UNCHANGED",
                "what the seal covers of the issue was taken out",
                without(good, "<issue ", "</issue>"));
        byte[] bare = good;
        for (String key : List.of("subject.MATHEMATICS", "subject.VIETNAMESE", "HOMEROOM", "HEAD", "SEAL")) {
            bare = without(bare, start + key + "\">", "</Signature>");
        }
        bad("no-signature-at-all.xml", "SIGNATURES_PRESENT", "all signatures were taken out", bare);
        bad(
                "signatures-reordered.xml",
                "STRUCTURE",
                "the seal stands before the others",
                before(noSeal, start + "subject.MATHEMATICS\">", part(good, start + "SEAL\">", "</Signature>")));
        bad(
                "signature-twice.xml",
                "STRUCTURE",
                "a signature stands there twice",
                before(good, start + "HEAD\">", part(good, start + "HEAD\">", "</Signature>")));
    }

    private void others() {
        add("bad/empty.xml", State.COULD_NOT_CHECK, "READABLE", "an empty file", new byte[0]);
        byte[] noise = new byte[1_024];
        new Random(1).nextBytes(noise);
        add("bad/random-bytes.xml", State.COULD_NOT_CHECK, "READABLE", "bytes without meaning", noise);
        add(
                "bad/not-well-formed.xml",
                State.COULD_NOT_CHECK,
                "READABLE",
                "XML that does not end",
                bytes("<book><title>Học bạ</title>"));
        add(
                "bad/another-document.xml",
                State.NOT_OURS,
                "",
                "an XML document of another kind, unsigned",
                bytes("<book xmlns=\"urn:other\"><title>Học bạ</title></book>"));
        add(
                "bad/another-billion-laughs.xml",
                State.COULD_NOT_CHECK,
                "READABLE",
                "growing entities in a document that does not claim to be ours",
                bytes("<!DOCTYPE b [<!ENTITY a \"haha\"><!ENTITY c \"&a;&a;&a;&a;\">]><b>&c;</b>"));
    }
}
