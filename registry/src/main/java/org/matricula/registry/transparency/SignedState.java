package org.matricula.registry.transparency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.NoteSigner;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.merkle.VerifierKey;

/// A checkpoint whose signature was checked, or just made.
record SignedState(Checkpoint checkpoint, SignedNote note) {
    static SignedState sign(NoteSigner signer, long size, Hash root) {
        Checkpoint checkpoint = new Checkpoint(signer.verifier().name(), size, root);
        return new SignedState(checkpoint, signer.sign(checkpoint.text()));
    }

    /// @param where the note was found, for the message
    /// @throws LogInDoubt when it is not this log's
    static SignedState trusted(SignedNote note, VerifierKey key, String where) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.read(note.text());
        } catch (Unreadable e) {
            throw new LogInDoubt(e, "%s is not a checkpoint: %s", where, e.getMessage());
        }
        if (!checkpoint.origin().equals(key.name())) {
            throw new LogInDoubt("""
                    %s is of the log '%s', but this log is configured as '%s'; \
                    a log keeps its name for ever: set it back""", where, checkpoint.origin(), key.name());
        }
        if (!note.signedBy(key)) {
            throw new LogInDoubt(
                    "%s is not signed by the log's key %s; restore the key with which it was signed", where, key);
        }
        return new SignedState(checkpoint, note);
    }

    /// @throws LogInDoubt when the row is not this log's, or its columns are not what its note says
    static SignedState trusted(LogStore.Row row, VerifierKey key) {
        String where = "the checkpoint of %d leaves in the database".formatted(row.size());
        SignedState state;
        try {
            state = trusted(SignedNote.read(row.note().getBytes(StandardCharsets.UTF_8)), key, where);
        } catch (Unreadable e) {
            throw new LogInDoubt(e, "%s is not a signed note: %s", where, e.getMessage());
        }
        if (state.size() != row.size() || !state.root().equals(row.root())) {
            throw new LogInDoubt(
                    "%s has root %s, but its signed note says %d leaves with root %s; restore the newest backup",
                    where, row.root(), state.size(), state.root());
        }
        return state;
    }

    /// The note with the lines of witnesses behind it.
    SignedNote with(List<String> cosignatures) {
        byte[] lines = String.join("", cosignatures).getBytes(StandardCharsets.UTF_8);
        return lines.length == 0 ? note : note.with(SignedNote.readSignatures(lines));
    }

    long size() {
        return checkpoint.size();
    }

    Hash root() {
        return checkpoint.root();
    }

    LogStore.Row row() {
        return new LogStore.Row(size(), root(), new String(note.toBytes(), StandardCharsets.UTF_8));
    }
}
