package org.matricula.registry.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.signature.RevocationSource;
import org.matricula.verifier.signature.TrustList;

/// The trust list of this node, read again when its file changes. While there is none, no file can be called genuine.
/// The node's own log is trusted without being named in the file.
public final class TrustFile {
    private final Path file;
    private final Optional<VerifierKey> ownLog;
    private final Optional<RevocationSource> online;
    private final Function<String, Optional<Comparison.Known>> newest;
    private @Nullable FileTime readAt;
    private TrustList list = TrustList.NONE;
    private Verifier verifier = Verifier.trusting(TrustList.NONE);

    /// @param file the `trust.json`; may appear later
    /// @param ownLog the key of this node's own log; empty on a node without one
    public TrustFile(Path file, Optional<VerifierKey> ownLog) {
        this(file, ownLog, _ -> Optional.empty(), Optional.empty());
    }

    /// @param file the `trust.json`; may appear later
    /// @param ownLog the key of this node's own log; empty on a node without one
    /// @param newest what this node knows of the log with an origin, to be compared with what files carry
    /// @param online where to ask about revocation, when a file does not bring the answer along; empty without a
    ///     network
    public TrustFile(
            Path file,
            Optional<VerifierKey> ownLog,
            Function<String, Optional<Comparison.Known>> newest,
            Optional<RevocationSource> online) {
        this.file = file;
        this.ownLog = ownLog;
        this.newest = newest;
        this.online = online;
    }

    /// The key of the log with an origin, when this node trusts it.
    ///
    /// @throws TrustList.Unreadable when the file is no trust list
    synchronized Optional<VerifierKey> log(String origin) {
        verifier();
        return list.log(origin);
    }

    /// Whom this node trusts now, its own log among them.
    ///
    /// @throws TrustList.Unreadable when the file is no trust list
    public synchronized TrustList list() {
        verifier();
        return list;
    }

    /// A verifier that trusts the list as it is now.
    ///
    /// @throws TrustList.Unreadable when the file is no trust list
    public synchronized Verifier verifier() {
        try {
            if (!Files.exists(file)) {
                readAt = null;
                trust(TrustList.NONE);
                return verifier;
            }
            FileTime changed = Files.getLastModifiedTime(file);
            if (!changed.equals(readAt)) {
                trust(TrustList.read(Files.readAllBytes(file)));
                readAt = changed;
            }
            return verifier;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void trust(TrustList read) {
        list = ownLog.map(read::withLog).orElse(read);
        Verifier knowing = Verifier.trusting(list).knowing(newest);
        verifier = online.map(knowing::asking).orElse(knowing);
    }
}
