package org.matricula.verifier.merkle;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/// How the checkpoint in a file stands to the newest one that the reader knows of the same log. Two signed
/// checkpoints that cannot both be of one growing tree are evidence against the log's operator: whoever
/// holds them keeps both.
///
/// @param shows what is known of the two
/// @param file what the signed checkpoint in the file states
/// @param known the reader's checkpoint, signed by the log
public record Comparison(Shows shows, Checkpoint file, Checkpoint known) {
    /// What two checkpoints of one log show.
    public enum Shows {
        /// They are of the same tree.
        SAME(true),
        /// The smaller tree is proved to be the beginning of the larger one.
        CONSISTENT(true),
        /// They have different sizes, and no proof between them was at hand.
        NOT_COMPARED(true),
        /// Two different trees of one size, or of a size that the reader knows from the log's leaves: two
        /// people are shown two histories.
        SPLIT(false),
        /// The log itself has fewer leaves than it signed before: it was rolled back.
        ROLLED_BACK(false),
        /// A proof was at hand, for just these sizes, and shows nothing of the kind.
        FALSE_PROOF(false);

        private final boolean quiet;

        Shows(boolean quiet) {
            this.quiet = quiet;
        }

        /// Whether nothing speaks against the log. NOT_COMPARED speaks for it as little.
        public boolean quiet() {
            return quiet;
        }
    }

    /// That an earlier tree is the beginning of the known one.
    ///
    /// @param begin the root of the earlier tree, where the leaves were at hand to compute it
    /// @param path the consistency proof
    public record Proof(Optional<Hash> begin, List<Hash> path) {
        public Proof {
            path = List.copyOf(path);
        }

        private boolean leadsTo(Checkpoint state, long from) {
            return begin.filter(root -> ConsistencyProof.proves(from, root, state.size(), state.root(), path))
                    .isPresent();
        }

        /// From a tree that is at hand.
        ///
        /// @param from the size of the earlier tree
        /// @param size the size of the tree
        public static Proof in(TreeNodes tree, long from, long size) {
            return new Proof(Optional.of(tree.over(0, from)), ConsistencyProof.make(from, size, tree));
        }
    }

    /// What a reader knows of a log.
    ///
    /// @param checkpoint the newest one that the reader has
    /// @param proofs the proof from an earlier size, where one is at hand
    /// @param live whether the reader is the log itself, so that nothing newer can be
    public record Known(SignedNote checkpoint, LongFunction<Optional<Proof>> proofs, boolean live) {
        /// A checkpoint and nothing else.
        public static Known of(SignedNote checkpoint) {
            return new Known(checkpoint, _ -> Optional.empty(), false);
        }

        /// A checkpoint with the proof from an older one.
        public static Known of(CheckpointGrowth growth) {
            Proof proof = new Proof(Optional.empty(), growth.path());
            return new Known(
                    growth.checkpoint(), size -> size == growth.old() ? Optional.of(proof) : Optional.empty(), false);
        }

        /// A checkpoint whose whole tree is at hand, so that every smaller one can be compared with it. Where
        /// the tree lacks a part, or does not lead to the signed root, nothing is compared: that speaks against
        /// the copy and not against the log.
        ///
        /// @param tree of the checkpoint; asked by one thread at a time
        public static Known of(SignedNote checkpoint, TreeNodes tree) {
            Checkpoint state = Checkpoint.read(checkpoint.text());
            Object alone = new Object();
            return new Known(
                    checkpoint,
                    from -> {
                        synchronized (alone) {
                            try {
                                return Optional.of(Proof.in(tree, from, state.size()))
                                        .filter(proof -> proof.leadsTo(state, from));
                            } catch (UncheckedIOException | Unreadable _) {
                                return Optional.empty();
                            }
                        }
                    },
                    false);
        }

        /// A checkpoint with or without a proof, as a file.
        ///
        /// @throws Unreadable when it is neither
        public static Known read(byte[] bytes) {
            if (bytes.length > 4 && bytes[0] == 'o' && bytes[1] == 'l' && bytes[2] == 'd' && bytes[3] == ' ') {
                return of(CheckpointGrowth.read(bytes));
            }
            SignedNote note = SignedNote.read(bytes);
            Checkpoint.read(note.text());
            return of(note);
        }

        /// What the checkpoint states.
        public Checkpoint state() {
            return Checkpoint.read(checkpoint.text());
        }
    }

    /// Compares.
    ///
    /// @param file what the checkpoint in the file states, whose signature was found good
    /// @param known the reader's, of the same log and with a good signature
    public static Comparison of(Checkpoint file, Known known) {
        return new Comparison(shows(file, known.state(), known), file, known.state());
    }

    private static Shows shows(Checkpoint file, Checkpoint mine, Known known) {
        if (file.size() == mine.size()) {
            return file.root().equals(mine.root()) ? Shows.SAME : Shows.SPLIT;
        }
        if (file.size() > mine.size()) {
            return known.live() ? Shows.ROLLED_BACK : Shows.NOT_COMPARED;
        }
        return known.proofs()
                .apply(file.size())
                .map(proof -> shows(file, mine, proof))
                .orElse(Shows.NOT_COMPARED);
    }

    private static Shows shows(Checkpoint file, Checkpoint mine, Proof proof) {
        if (ConsistencyProof.proves(file.size(), file.root(), mine.size(), mine.root(), proof.path())) {
            return Shows.CONSISTENT;
        }
        // Leaves that do lead to the known root, and give another beginning, convict; a damaged copy of them does not.
        boolean otherBeginning = proof.begin()
                .filter(begin -> !begin.equals(file.root()))
                .filter(begin -> ConsistencyProof.proves(file.size(), begin, mine.size(), mine.root(), proof.path()))
                .isPresent();
        return otherBeginning ? Shows.SPLIT : Shows.FALSE_PROOF;
    }
}
