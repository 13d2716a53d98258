package org.matricula.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.Comparison.Known;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.TileAddress;
import org.matricula.verifier.merkle.TileTree;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.signature.TrustList;

/// What the reader brings of logs, to be held against the signed states in files: checkpoints, and copies of whole
/// logs as files (C2SP tlog-tiles).
final class KnownLogs {
    private final TrustList trust;
    private final CommandWords words;
    private final Map<String, Known> byOrigin = new HashMap<>();

    KnownLogs(TrustList trust, CommandWords words) {
        this.trust = trust;
        this.words = words;
    }

    /// The newest that is known of a log.
    Optional<Known> of(String origin) {
        return Optional.ofNullable(byOrigin.get(origin));
    }

    /// Takes in a checkpoint, with or without a proof.
    void checkpoint(String file) throws Unusable {
        try {
            keep(Known.read(beginning(Path.of(file), 2 * SignedNote.MOST_BYTES)));
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable(words.say("checkpoint-unreadable", said(e, words)));
        }
    }

    private void keep(Known known) throws Unusable {
        if (byOrigin.put(signed(known), known) != null) {
            throw new Unusable(words.say("checkpoint-twice", known.state().origin()));
        }
    }

    private String signed(Known known) throws Unusable {
        String origin = known.state().origin();
        Optional<VerifierKey> log = trust.log(origin);
        if (log.isEmpty() || !known.checkpoint().signedBy(log.get())) {
            throw new Unusable(words.say("checkpoint-unsigned", origin));
        }
        return origin;
    }

    /// Takes in the copy of a log, after the checkpoints: it must have grown out of the one that is known of it.
    void folder(Path folder) throws Unusable {
        try {
            SignedNote note = SignedNote.read(beginning(folder.resolve("checkpoint"), SignedNote.MOST_BYTES));
            Checkpoint state = Checkpoint.read(note.text());
            TileTree tree = new TileTree(
                    state.size(), tile -> beginning(folder.resolve(tile.path()), TileAddress.FULL * Hash.LENGTH));
            Known copy = Known.of(note, tree);
            String origin = signed(copy);
            if (!tree.root(state.size()).equals(state.root())) {
                throw new Unusable(words.say("log-folder-broken", folder));
            }
            Optional<Known> before = of(origin);
            if (before.isPresent()) {
                grown(folder, before.get().state(), copy);
            }
            byOrigin.put(origin, copy);
        } catch (IOException | UncheckedIOException | Unreadable e) {
            throw new Unusable(words.say("log-folder-unreadable", folder, said(e, words)));
        }
    }

    private void grown(Path folder, Checkpoint before, Known copy) throws Unusable {
        switch (Comparison.of(before, copy).shows()) {
            case SAME, CONSISTENT -> {}
            case NOT_COMPARED, ROLLED_BACK ->
                throw new Unusable(
                        words.say("log-folder-older", folder, copy.state().size(), before.size()));
            case SPLIT, FALSE_PROOF -> throw new Unusable(words.say("log-folder-split", folder));
        }
    }

    /// What is read of a file that may be anything: one byte more than its format has at most, which then refuses it.
    static byte[] beginning(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most + 1);
        }
    }

    /// What the machine says of a file, in words where it is missing.
    static String said(Exception e, CommandWords words) {
        return switch (e) {
            case UncheckedIOException wrapped -> said(wrapped.getCause(), words);
            case NoSuchFileException missing -> words.say("no-such-file", missing.getMessage());
            default -> Inputs.reason(e);
        };
    }
}
