package org.matricula.verifier.merkle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A log of any acts, for tests that need a proof about a document of their own.
public final class TestLog {
    private final NoteSigner signer;
    private final List<LeafCommitment> acts;

    private TestLog(NoteSigner signer, List<LeafCommitment> acts) {
        this.signer = signer;
        this.acts = acts;
    }

    /// A log that begins with some acts of no interest.
    ///
    /// @param origin its key follows from it
    public static TestLog with(String origin, int others) {
        SampleLog sample = SampleLog.of(origin, others);
        List<LeafCommitment> acts = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            acts.add(sample.act(i));
        }
        return new TestLog(TestSigner.named(origin), acts);
    }

    /// Adds an act; the salt follows from the document.
    public TestLog add(LoggedAct act, String number, int version, byte[] xml) {
        byte[] seed = ("salt of " + new TreeHasher().sha256(xml)).getBytes(StandardCharsets.UTF_8);
        byte[] salt = new TreeHasher().leaf(seed).bytes();
        acts.add(LeafCommitment.of(Salt.of(salt), act, number, version, xml));
        return this;
    }

    /// The key that readers trust.
    public VerifierKey key() {
        return signer.verifier();
    }

    /// The proof of the act added last.
    public LogProof proof() {
        return proof(acts.size());
    }

    /// The proof of the act added last, whose checkpoint is one of fewer acts.
    ///
    /// @param size how many acts the checkpoint covers
    public LogProof proof(int size) {
        SmallTree tree = new SmallTree(acts.stream().map(LeafCommitment::leaf).toList());
        int index = acts.size() - 1;
        LeafCommitment act = acts.get(index);
        String state = new Checkpoint(key().name(), size, tree.root(size)).text();
        return new LogProof(
                index, act.salt(), act.act(), InclusionProof.make(index, acts.size(), tree), signer.sign(state));
    }

    /// The log as files (C2SP tlog-tiles), as everybody may copy them.
    public void copyTo(Path folder) throws IOException {
        SmallTree tree = new SmallTree(acts.stream().map(LeafCommitment::leaf).toList());
        for (TileAddress tile : TileAddress.between(0, acts.size())) {
            if (tile.level() != TileAddress.ENTRIES) {
                ByteArrayOutputStream hashes = new ByteArrayOutputStream();
                for (int i = 0; i < tile.width(); i++) {
                    hashes.writeBytes(tree.at(8 * tile.level(), tile.index() * TileAddress.FULL + i)
                            .bytes());
                }
                Path file = folder.resolve(tile.path());
                Files.createDirectories(file.getParent());
                Files.write(file, hashes.toByteArray());
            }
        }
        Files.write(folder.resolve("checkpoint"), proof().checkpoint().toBytes());
    }
}
