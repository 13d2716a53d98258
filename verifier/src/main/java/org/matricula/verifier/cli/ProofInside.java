package org.matricula.verifier.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.pdf.PdfFile;
import org.matricula.verifier.pdf.PdfMetadata;
import org.matricula.verifier.pdf.PdfRejected;
import org.matricula.verifier.pdf.PdfValue;
import org.matricula.verifier.pdf.SecurityUpdate;

/// Takes the proof of the log out of a PDF that was found good, to be given to other tools.
final class ProofInside {
    private static final int METADATA_BYTES = 64 * 1024;

    private ProofInside() {}

    /// The proof; empty when the PDF carries none.
    static Optional<LogProof> of(byte[] pdf) {
        byte[] sealed =
                SecurityUpdate.split(pdf).map(SecurityUpdate.Split::sealed).orElse(pdf);
        try {
            PdfFile file = PdfFile.read(sealed);
            return file.entry(file.catalog(), "Metadata") instanceof PdfValue.Stream packet
                    ? PdfMetadata.of(file.data(packet, METADATA_BYTES))
                            .flatMap(PdfMetadata::logProof)
                            .map(json -> LogProof.readJson(json.getBytes(StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (PdfRejected | Unreadable _) {
            return Optional.empty();
        }
    }
}
