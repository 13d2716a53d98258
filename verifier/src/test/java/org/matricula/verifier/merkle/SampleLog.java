package org.matricula.verifier.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A log of made-up acts, the same in every run: the salts and the key follow from the name.
final class SampleLog {
    private final NoteSigner signer;
    private final List<LeafCommitment> acts;
    private final SmallTree tree;

    private SampleLog(NoteSigner signer, List<LeafCommitment> acts) {
        this.signer = signer;
        this.acts = List.copyOf(acts);
        this.tree = new SmallTree(acts.stream().map(LeafCommitment::leaf).toList());
    }

    static SampleLog of(String origin, int size) {
        List<LeafCommitment> acts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            acts.add(act(origin, i));
        }
        return new SampleLog(TestSigner.named(origin), acts);
    }

    /// The same log, but that its operator wrote another act at one place.
    SampleLog rewritten(int index) {
        List<LeafCommitment> others = new ArrayList<>(acts);
        others.set(index, act("another story", index));
        return new SampleLog(signer, others);
    }

    int size() {
        return acts.size();
    }

    LeafCommitment act(int index) {
        return acts.get(index);
    }

    VerifierKey key() {
        return signer.verifier();
    }

    Hash root() {
        return tree.root(size());
    }

    SmallTree tree() {
        return tree;
    }

    SignedNote checkpoint(int size) {
        return signer.sign(new Checkpoint(key().name(), size, tree.root(size)).text());
    }

    LogProof proof(int index) {
        return proof(index, size());
    }

    LogProof proof(int index, int size) {
        LeafCommitment act = acts.get(index);
        return new LogProof(index, act.salt(), act.act(), InclusionProof.make(index, size, tree), checkpoint(size));
    }

    private static LeafCommitment act(String origin, int index) {
        byte[] salt = new TreeHasher()
                .leaf((origin + " salt " + index).getBytes(StandardCharsets.UTF_8))
                .bytes();
        byte[] xml = "<record n=\"%d\"/>".formatted(index).getBytes(StandardCharsets.UTF_8);
        LoggedAct act = index % 4 == 3 ? LoggedAct.CORRECT : LoggedAct.ISSUE;
        return LeafCommitment.of(Salt.of(salt), act, "VN-79-0001-2026-%04d".formatted(index), 1 + index % 2, xml);
    }
}
