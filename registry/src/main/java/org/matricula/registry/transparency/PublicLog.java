package org.matricula.registry.transparency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.CheckpointGrowth;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.ConsistencyProof;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.InclusionProof;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.TileAddress;
import org.matricula.verifier.merkle.TreeNodes;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.merkle.WitnessKey;

/// The log as anybody may read it: its checkpoint, its tiles, and proofs between its trees. Nothing here
/// is about a person: an entry is a salted commitment.
public final class PublicLog {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final TransparencyLog log;
    private final LogStore store;
    private final PublicFolder folder;

    /// What was given out last, so that many who ask at once do not each ask the database.
    private volatile Kept kept = new Kept(new byte[0], -1, 0);

    private record Kept(byte[] bytes, long times, long nanos) {}

    PublicLog(TransparencyLog log, LogStore store, PublicFolder folder) {
        this.log = log;
        this.store = store;
        this.folder = folder;
    }

    /// What readers need to trust it.
    public VerifierKey key() {
        return log.key();
    }

    /// The newest checkpoint with what witnesses have said of it. All its tiles can be had from then on.
    public SignedNote checkpoint() {
        return SignedNote.read(bytes());
    }

    /// The same as a file. What another node has signed is seen after a second at the latest.
    ///
    /// @throws LogInDoubt when database and files do not tell one story
    public byte[] bytes() {
        Kept last = kept;
        if (last.times() == folder.times() && System.nanoTime() - last.nanos() < FRESH_NANOS) {
            return last.bytes().clone();
        }
        Kept now = log.read((newest, _) -> {
            if (!folder.holds(newest)) { // another node signed it, or a witness has answered
                folder.publish(newest);
            }
            return new Kept(folder.checkpoint().orElseThrow(), folder.times(), System.nanoTime());
        });
        kept = now;
        return now.bytes().clone();
    }

    /// A tile of hashes or entries; empty when no published checkpoint needs it.
    public Optional<byte[]> tile(TileAddress tile) {
        return folder.tile(tile);
    }

    /// The proof that a tree is the beginning of another one.
    ///
    /// @param from the earlier size
    /// @param to the later size, at most that of the newest checkpoint
    /// @param fromRoot the root of the earlier tree
    /// @param toRoot the root of the later tree
    /// @param path the hashes of the proof
    public record Consistency(long from, long to, Hash fromRoot, Hash toRoot, List<Hash> path) {}

    /// The proof between two sizes; empty when they are out of order or no checkpoint covers them yet.
    public Optional<Consistency> consistency(long from, long to) {
        return log.read((newest, tiles) -> {
            if (from < 0 || from > to || to > newest.size()) {
                return Optional.empty();
            }
            TreeNodes nodes = tiles.nodes(newest.size());
            return Optional.of(new Consistency(
                    from, to, nodes.over(0, from), nodes.over(0, to), ConsistencyProof.make(from, to, nodes)));
        });
    }

    /// The newest checkpoint with the proof from an earlier size; empty when no checkpoint covers that yet.
    public Optional<CheckpointGrowth> growth(long from) {
        return log.read((newest, tiles) -> from < 0 || from > newest.size()
                ? Optional.empty()
                : Optional.of(new CheckpointGrowth(
                        from,
                        ConsistencyProof.make(from, newest.size(), tiles.nodes(newest.size())),
                        newest.with(store.cosignatures(newest.size())))));
    }

    /// That a leaf is in a tree.
    ///
    /// @param index of the leaf, from 0
    /// @param size of the tree
    /// @param leaf the hash of the leaf
    /// @param root of the tree
    /// @param path the hashes of the proof
    public record Inclusion(long index, long size, Hash leaf, Hash root, List<Hash> path) {}

    /// The proof for a leaf; empty when the tree has no such leaf or no checkpoint covers the tree yet.
    public Optional<Inclusion> inclusion(long index, long size) {
        return log.read((newest, tiles) -> {
            if (index < 0 || index >= size || size > newest.size()) {
                return Optional.empty();
            }
            TreeNodes nodes = tiles.nodes(newest.size());
            return Optional.of(new Inclusion(
                    index, size, nodes.at(0, index), nodes.over(0, size), InclusionProof.make(index, size, nodes)));
        });
    }

    /// What this node knows of its own log, for whoever holds a checkpoint of it. When database and files contradict
    /// each other, it is the checkpoint that left the node last, without a proof.
    public Comparison.Known known() {
        try {
            SignedNote newest = log.read((state, _) -> state.with(store.cosignatures(state.size())));
            return new Comparison.Known(
                    newest,
                    from -> consistency(from, size(newest))
                            .map(proof -> new Comparison.Proof(Optional.of(proof.fromRoot()), proof.path())),
                    true);
        } catch (LogInDoubt _) {
            return Comparison.Known.of(log.left()); // /health/ready says it, and so does the next start
        }
    }

    /// The largest size that a witness has cosigned; 0 while it has cosigned none.
    long cosigned(WitnessKey witness) {
        return store.cosigned(witness.toString());
    }

    /// Keeps the cosignature of a witness, and gives it out with the checkpoint.
    ///
    /// @param cosigned the newest checkpoint with the witness's line, which was found good
    void keep(SignedNote cosigned, WitnessKey witness, Instant at) {
        SignedNote.Signature line = cosigned.signatures().stream()
                .filter(each -> each.keyId() == witness.id() && each.name().equals(witness.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no line of " + witness.name()));
        log.read((newest, _) -> {
            store.addCosignature(size(cosigned), witness.toString(), line.line(), at);
            folder.publish(newest);
            return newest;
        });
    }

    private static long size(SignedNote note) {
        return Checkpoint.read(note.text()).size();
    }
}
