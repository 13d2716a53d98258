package org.matricula.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.cli.Inputs.Input;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.pdf.PdfFile;

/// Reads a file, no more of it than can be judged, and has it judged. Several can be at work at once.
///
/// @param beside the proof that travels beside the one file
/// @param now the moment for which all are judged
record FileJudge(Verifier verifier, Optional<LogProof> beside, Instant now) {
    /// What a file takes in memory, in bytes; the most that is read when nobody can say.
    static long size(Input input) {
        Path file = input.file();
        if (file == null) {
            return 0;
        }
        try {
            return Files.isRegularFile(file) ? Math.min(Files.size(file), PdfFile.MOST_BYTES) : PdfFile.MOST_BYTES;
        } catch (IOException _) {
            // It will be said of the file when it is opened.
            return 0;
        }
    }

    Verdict verdict(Input input) {
        Path file = input.file();
        if (file == null) {
            return Verifier.unread(now, input.problem(), input.reason());
        }
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.isRegularFile(file) ? Files.size(file) : 0;
            if (size > PdfFile.MOST_BYTES) {
                return Verifier.unread(now, "too-big", size, PdfFile.MOST_BYTES);
            }
            // One byte more than the most that is read: the verifier then says that it is too big.
            return verifier.verify(in.readNBytes(PdfFile.MOST_BYTES + 1), beside, now);
        } catch (NoSuchFileException _) {
            return Verifier.unread(now, "missing-file");
        } catch (IOException e) {
            return Verifier.unread(now, "cannot-open", Inputs.reason(e));
        }
    }

    /// The verdict when there was not memory enough for a file.
    ///
    /// @param memory how much there is, in bytes
    Verdict without(long memory) {
        return Verifier.unread(now, "no-memory", memory >> 20);
    }
}
