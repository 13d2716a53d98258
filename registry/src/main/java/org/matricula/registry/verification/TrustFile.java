package org.matricula.registry.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.signature.RevocationSource;
import org.matricula.verifier.signature.TrustList;

/// The trust list of this node, read again when its file changes. While there is none, no file can be called genuine.
/// The node's own log is trusted without being named in the file; what the register says of its own seals joins the
/// institutions that the file names.
public final class TrustFile {
    private final Path file;
    private final Optional<VerifierKey> ownLog;
    private final Supplier<OwnTrust> own;
    private final Optional<RevocationSource> online;
    private final Function<String, Optional<Comparison.Known>> newest;
    private @Nullable FileTime readAt;
    private TrustList read = TrustList.NONE;
    private OwnTrust joined = OwnTrust.NONE;
    private TrustList list = TrustList.NONE;
    private @Nullable Verifier verifier;

    /// @param file the `trust.json`; may appear later
    /// @param ownLog the key of this node's own log; empty on a node without one
    public TrustFile(Path file, Optional<VerifierKey> ownLog) {
        this(file, ownLog, () -> OwnTrust.NONE, _ -> Optional.empty(), Optional.empty());
    }

    /// @param file the `trust.json`; may appear later
    /// @param ownLog the key of this node's own log; empty on a node without one
    /// @param own what the register says of itself; asked each time, and quick while nothing has changed
    /// @param newest what this node knows of the log with an origin, to be compared with what files carry
    /// @param online where to ask about revocation, when a file does not bring the answer along; empty without a
    ///     network
    public TrustFile(
            Path file,
            Optional<VerifierKey> ownLog,
            Supplier<OwnTrust> own,
            Function<String, Optional<Comparison.Known>> newest,
            Optional<RevocationSource> online) {
        this.file = file;
        this.ownLog = ownLog;
        this.own = own;
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
        OwnTrust now = own.get();
        Verifier before = verifier;
        if (!changed() && before != null && now == joined) {
            return before;
        }
        joined = now;
        TrustList said = read.withOwn(now.institutions(), now.portals());
        list = ownLog.map(said::withLog).orElse(said);
        Verifier knowing = Verifier.trusting(list).knowing(newest);
        Verifier fresh = online.map(knowing::asking).orElse(knowing);
        verifier = fresh;
        return fresh;
    }

    /// Reads the file again when it is another than before.
    private boolean changed() {
        try {
            if (!Files.exists(file)) {
                boolean gone = readAt != null;
                readAt = null;
                read = TrustList.NONE;
                return gone;
            }
            FileTime changed = Files.getLastModifiedTime(file);
            if (changed.equals(readAt)) {
                return false;
            }
            read = TrustList.read(Files.readAllBytes(file));
            readAt = changed;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
