package org.matricula.verifier.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.matricula.verifier.State;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.TestLog;
import org.matricula.verifier.record.RecordSealing;

/// PDF files that carry a proof of the transparency log: a good one, and proofs of something else.
final class LogProofVectors {
    /// The log that the vectors' trust list names.
    static final String ORIGIN = "log.example/matricula";

    /// A state of the same log, of the examples of the log.
    private static final String THIRTEEN = "log/checkpoint/good/thirteen.txt";

    private static final String ID = "HB-2025-7QK4M2XN";
    private static final String OTHER_ID = "HB-2025-3NX8W5TD";

    private final List<Vector> vectors = new ArrayList<>();
    private final SampleSchool school;
    private final RecordSealing record;
    private final byte[] xml;

    LogProofVectors(SampleSchool school) {
        this.school = school;
        this.record = school.seal(school.record(ID, "Phạm Gia Bảo", "9"));
        this.xml = record.toBytes();
    }

    private static TestLog log() {
        return TestLog.with(ORIGIN, 12);
    }

    List<Vector> all() {
        vectors.add(new Vector(
                "good/sealed-record-with-log-proof.pdf",
                State.GENUINE,
                "",
                "a sealed PDF that carries the proof that its record's issue was logged",
                pdf(json(log().add(LoggedAct.ISSUE, ID, 1, xml).proof()))));
        byte[] other = school.seal(school.record(OTHER_ID, "Võ Minh Anh", "10")).toBytes();
        bad(
                "of-another-record",
                "the proof is that of another pupil's record",
                json(log().add(LoggedAct.ISSUE, OTHER_ID, 1, other).proof()));
        bad(
                "of-another-version",
                "the proof is that of the same bytes as another version",
                json(log().add(LoggedAct.ISSUE, ID, 2, xml).proof()));
        bad(
                "of-another-act",
                "the proof is that of the record's recall, not of its issue",
                json(log().add(LoggedAct.RECALL, ID, 1, xml).proof()));
        bad(
                "for-another-size",
                "the path is for 13 leaves, the signed checkpoint is of 12: from before the record was logged",
                json(log().add(LoggedAct.ISSUE, ID, 1, xml).proof(12)));
        bad(
                "with-a-flipped-bit",
                "one bit of one hash of the path is another",
                json(flipped(log().add(LoggedAct.ISSUE, ID, 1, xml).proof())));
        bad(
                "of-a-foreign-log",
                "a good proof of a log that the trust list does not name",
                json(TestLog.with("log.elsewhere/matricula", 12)
                        .add(LoggedAct.ISSUE, ID, 1, xml)
                        .proof()));
        String proof = json(log().add(LoggedAct.ISSUE, ID, 1, xml).proof());
        bad(
                "with-a-foreign-signature",
                "the checkpoint is signed by another key in the log's name",
                proof.replace(
                        signature(proof),
                        signature(json(TestLog.with("log.elsewhere/matricula", 12)
                                .add(LoggedAct.ISSUE, ID, 1, xml)
                                .proof()))));
        bad("that-is-no-proof", "what stands for the proof cannot be read", proof.substring(0, proof.length() - 1));
        vectors.add(new Vector(
                "bad/two-log-proofs.pdf",
                State.ALTERED,
                "PDF_ATTACHMENT",
                "the metadata state two proofs",
                sealed(stated(proof) + stated(proof))));
        vectors.add(new Vector(
                "bad/log-proof-of-a-split-view.pdf",
                State.NOT_OURS,
                "LOG_INCLUSION",
                "a split view: the proof is good, but the log has shown the reader another state of as many entries",
                pdf(proof),
                THIRTEEN));
        return vectors;
    }

    private void bad(String file, String why, String proof) {
        vectors.add(new Vector("bad/log-proof-" + file + ".pdf", State.NOT_OURS, "LOG_INCLUSION", why, pdf(proof)));
    }

    private byte[] pdf(String proof) {
        return sealed(stated(proof));
    }

    private static String stated(String proof) {
        return "<matricula:logProof>" + proof.replace("&", "&amp;").replace("<", "&lt;") + "</matricula:logProof>";
    }

    private byte[] sealed(String more) {
        return TestPdf.of(xml, ID, 1, record.dataDigest())
                .metadata(packet -> packet.replace("</matricula:dataDigest>", "</matricula:dataDigest>" + more))
                .sealed(school.keys().get("SEAL"));
    }

    private static LogProof flipped(LogProof proof) {
        List<Hash> path = new ArrayList<>(proof.path());
        byte[] hash = path.getFirst().bytes();
        hash[0] ^= 1;
        path.set(0, Hash.of(hash));
        return new LogProof(proof.index(), proof.salt(), proof.act(), path, proof.checkpoint());
    }

    private static String signature(String proof) {
        String line = proof.substring(proof.indexOf("\u2014 "), proof.lastIndexOf("\\n"));
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static String json(LogProof proof) {
        return new String(proof.toJson(), StandardCharsets.UTF_8);
    }
}
