package org.matricula.verifier.merkle;

import static org.matricula.verifier.merkle.LogVectorFiles.LOG;
import static org.matricula.verifier.merkle.LogVectorFiles.OTHER;
import static org.matricula.verifier.merkle.LogVectorFiles.REWRITTEN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Proofs of the log, in both forms.
final class ProofVectors {
    private final LogVectorFiles files;

    ProofVectors(LogVectorFiles files) {
        this.files = files;
    }

    void write() {
        proofs();
        texts();
    }

    private void proofs() {
        LogProof good = LOG.proof(5);
        String json = new String(good.toJson(), StandardCharsets.UTF_8);
        proof("good/issue", "INCLUDED", 5, json, "the sixth of thirteen acts");
        proof("good/correction", "INCLUDED", 11, json(LOG.proof(11)), "a correction");
        proof("good/newest", "INCLUDED", 12, json(LOG.proof(12)), "the last leaf, whose path is short");
        proof("good/alone", "INCLUDED", 0, json(LOG.proof(0, 1)), "a log of one leaf: the path is empty");
        SignedNote cosigned = new SignedNote(
                good.checkpoint().text(),
                List.of(
                        good.checkpoint().signatures().getFirst(),
                        TestSigner.named("witness.example")
                                .sign(good.checkpoint().text())
                                .signatures()
                                .getFirst()));
        proof(
                "good/cosigned",
                "INCLUDED",
                5,
                json(with(good, cosigned)),
                "a witness that the reader does not know signed too");

        proof("bad/another-document", "NOT_INCLUDED", 6, json, "the proof of another document");
        proof(
                "bad/another-index",
                "NOT_INCLUDED",
                5,
                json.replace("\"index\":5", "\"index\":4"),
                "the index of its neighbour");
        proof(
                "bad/another-act",
                "NOT_INCLUDED",
                5,
                json.replace("ISSUE", "CORRECT"),
                "the issue is passed off as a correction");
        proof(
                "bad/another-salt",
                "NOT_INCLUDED",
                5,
                json(new LogProof(5, LOG.act(6).salt(), good.act(), good.path(), good.checkpoint())),
                "the salt of another leaf");
        proof(
                "bad/another-size",
                "NOT_INCLUDED",
                5,
                json(with(good, LOG.checkpoint(12))),
                "a good checkpoint of another size of the log");
        proof(
                "bad/rolled-back",
                "NOT_INCLUDED",
                12,
                json(with(LOG.proof(12), LOG.checkpoint(8))),
                "a checkpoint from before the act");
        proof(
                "bad/short-path",
                "NOT_INCLUDED",
                5,
                json(path(good, good.path().subList(0, 3))),
                "the last hash of the path is missing");
        List<Hash> longer = new ArrayList<>(good.path());
        longer.add(LOG.root());
        proof("bad/long-path", "NOT_INCLUDED", 5, json(path(good, longer)), "a hash too many");
        proof(
                "bad/inner-node-as-leaf",
                "NOT_INCLUDED",
                5,
                json(path(good, good.path().subList(1, 4))),
                "the path begins one level above the leaf");
        proof(
                "bad/rewritten-log",
                "NOT_INCLUDED",
                5,
                json(path(good, REWRITTEN.proof(5).path(), REWRITTEN.checkpoint(13))),
                "the operator signed a history in which this act is another");

        proof(
                "bad/another-log",
                "NOT_OF_THIS_LOG",
                5,
                json(OTHER.proof(5)),
                "a good proof of a log that the reader does not trust");
        Checkpoint state = good.state();
        SignedNote stolen = TestSigner.sameKeyAs("other.example/log", "log.example/matricula")
                .sign(state.text());
        proof(
                "bad/another-key",
                "NOT_OF_THIS_LOG",
                5,
                json(with(good, stolen)),
                "signed in the log's name with another key");
        proof(
                "bad/raised-size",
                "NOT_OF_THIS_LOG",
                5,
                json.replace("\\n13\\n", "\\n14\\n"),
                "the size was changed after signing");
        proof(
                "bad/origin-of-another-log",
                "NOT_OF_THIS_LOG",
                5,
                json(with(
                        good,
                        TestSigner.named("log.example/matricula")
                                .sign(new Checkpoint("other.example/log", 13, LOG.root()).text()))),
                "the log's key under another log's name");

        proof(
                "bad/twice-the-index",
                "UNREADABLE",
                5,
                json.replace("\"index\":5", "\"index\":4,\"index\":5"),
                "two readers would see two numbers");
        proof(
                "bad/unknown-member",
                "UNREADABLE",
                5,
                json.replace("\"index\":5", "\"index\":5,\"root\":\"\""),
                "a member that the format does not have");
        proof(
                "bad/later-version",
                "UNREADABLE",
                5,
                json.replace("\"version\":1", "\"version\":2"),
                "a version that this reader does not know");
        proof(
                "bad/loose-base64",
                "UNREADABLE",
                5,
                loose(json),
                "stray bits at the end of the salt: a second writing of one value");
        proof("bad/trailing-text", "UNREADABLE", 5, json + "{}", "something stands behind the proof");
    }

    /// The form that tools for other logs read too. Our leaf begins in its `extra` line.
    private void texts() {
        String text = text(LOG.proof(5));
        String extra = text.lines().skip(1).findFirst().orElseThrow();
        proofText("good/issue", "INCLUDED", 5, text, "the sixth of thirteen acts");
        proofText(
                "good/alone", "INCLUDED", 0, text(LOG.proof(0, 1)), "a log of one leaf: no hash before the empty line");
        proofText("bad/another-document", "NOT_INCLUDED", 6, text, "the proof of another document");
        proofText(
                "bad/another-index",
                "NOT_INCLUDED",
                5,
                text.replace("index 5", "index 4"),
                "the index of its neighbour");
        proofText(
                "bad/another-salt",
                "NOT_INCLUDED",
                5,
                text.replace(
                        extra, text(LOG.proof(6)).lines().skip(1).findFirst().orElseThrow()),
                "the beginning of another leaf");
        proofText(
                "bad/another-log", "NOT_OF_THIS_LOG", 5, text(OTHER.proof(5)), "a log that the reader does not trust");
        proofText(
                "bad/raised-size",
                "NOT_OF_THIS_LOG",
                5,
                text.replace("\n13\n", "\n14\n"),
                "the size was changed after signing");
        proofText(
                "bad/no-extra",
                "UNREADABLE",
                5,
                text.replace(extra + "\n", ""),
                "nothing says what the leaf begins with");
        proofText(
                "bad/longer-extra",
                "UNREADABLE",
                5,
                text.replace(extra, extra + "AAAA"),
                "something stands behind the act");
        proofText(
                "bad/leading-zero",
                "UNREADABLE",
                5,
                text.replace("index 5", "index 05"),
                "a second writing of one number");
        proofText(
                "bad/no-empty-line",
                "UNREADABLE",
                5,
                text.replaceFirst("\n\n", "\n"),
                "the checkpoint has no beginning");
        proofText(
                "bad/later-version",
                "UNREADABLE",
                5,
                text.replace("proof@v1", "proof@v2"),
                "a version that this reader does not know");
        proofText("bad/carriage-returns", "UNREADABLE", 5, text.replace("\n", "\r\n"), "line ends of another system");
        proofText("bad/trailing-text", "UNREADABLE", 5, text + "\n", "something stands behind the checkpoint");
    }

    private void proof(String name, String shows, int act, String json, String why) {
        listed("proof/" + name + ".json", shows, act, json, why);
    }

    private void proofText(String name, String shows, int act, String text, String why) {
        listed("proof/" + name + ".tlog-proof", shows, act, text, why);
    }

    private void listed(String file, String shows, int act, String text, String why) {
        LeafCommitment about = LOG.act(act);
        String document = "  number: \"%s\"\n  version: %d\n  document: \"%s\"\n"
                .formatted(about.number(), about.version(), about.document());
        files.listed(file, text, shows, document, why);
    }

    private static String text(LogProof proof) {
        return new String(proof.toTlogProof(), StandardCharsets.UTF_8);
    }

    /// Another last letter before the padding: the same 32 bytes for a careless decoder.
    private static String loose(String json) {
        int end = json.indexOf("=\",\"path\"");
        return json.substring(0, end - 1) + (char) (json.charAt(end - 1) + 1) + json.substring(end);
    }

    private static LogProof with(LogProof proof, SignedNote checkpoint) {
        return path(proof, proof.path(), checkpoint);
    }

    private static LogProof path(LogProof proof, List<Hash> path) {
        return path(proof, path, proof.checkpoint());
    }

    private static LogProof path(LogProof proof, List<Hash> path, SignedNote checkpoint) {
        return new LogProof(proof.index(), proof.salt(), proof.act(), path, checkpoint);
    }

    private static String json(LogProof proof) {
        return new String(proof.toJson(), StandardCharsets.UTF_8);
    }
}
