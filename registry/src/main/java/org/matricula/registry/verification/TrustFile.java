package org.matricula.registry.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.signature.TrustList;

/// The trust list of this node, read again when its file changes. While there is none, no file can be called genuine.
public final class TrustFile {
    private final Path file;
    private @Nullable FileTime readAt;
    private Verifier verifier = Verifier.trusting(TrustList.NONE);

    /// @param file the `trust.json`; may appear later
    public TrustFile(Path file) {
        this.file = file;
    }

    /// A verifier that trusts the list as it is now.
    ///
    /// @throws TrustList.Unreadable when the file is no trust list
    public synchronized Verifier verifier() {
        try {
            if (!Files.exists(file)) {
                readAt = null;
                verifier = Verifier.trusting(TrustList.NONE);
                return verifier;
            }
            FileTime changed = Files.getLastModifiedTime(file);
            if (!changed.equals(readAt)) {
                verifier = Verifier.trusting(TrustList.read(Files.readAllBytes(file)));
                readAt = changed;
            }
            return verifier;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
