package org.matricula.registry.records.pdf;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.matricula.verifier.pdf.SecurityUpdate;
import org.matricula.verifier.signature.Evidence;
import org.matricula.verifier.signature.SignatureLevel;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Stamper;

/// A batch of records, laid out and ready to be written as sealed PDF/A-3 files: a class, say, or one record.
///
/// All files of a batch share one subset of each font, so the bytes of a file follow from the whole batch. The same
/// batch, signed with the same values, always gives the same bytes. Not for use by several threads at once.
public final class PdfBatch {
    /// Twice as fast as zlib's usual level for a twentieth more bytes: most of a file is shared fonts and the XML.
    private static final int QUICK = 3;

    private final List<Laid> documents;
    private final SharedObjects shared;

    private PdfBatch(List<Laid> documents, SharedObjects shared) {
        this.documents = documents;
        this.shared = shared;
    }

    /// Lays the documents out and writes nothing: finds what cannot be printed at a tenth of the cost of printing it.
    ///
    /// @throws UnprintableCharacters when no font has a character of some document
    /// @throws IllegalArgumentException when a form contradicts itself, such as a table row that does not fit
    public static void lint(List<PdfDocument> documents) {
        Map<Face, BitSet> used = new EnumMap<>(Face.class);
        documents.forEach(document -> Laid.of(document).collect(used));
    }

    /// Lays the documents out and cuts the fonts.
    ///
    /// @throws UnprintableCharacters when no font has a character of some document
    /// @throws IllegalArgumentException when a form contradicts itself, such as a table row that does not fit
    public static PdfBatch of(List<PdfDocument> documents) {
        List<Laid> laid = new ArrayList<>(documents.size());
        Map<Face, BitSet> used = new EnumMap<>(Face.class);
        for (PdfDocument document : documents) {
            Laid one = Laid.of(document);
            one.collect(used);
            laid.add(one);
        }
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            return new PdfBatch(laid, new SharedObjects(used, deflater));
        } finally {
            deflater.end();
        }
    }

    /// The files without a seal, in the order of the documents: drafts.
    public List<byte[]> unsealed() {
        Deflater deflater = new Deflater(QUICK);
        try {
            return documents.stream()
                    .map(d -> Rendering.unsealed(d, shared, deflater))
                    .toList();
        } finally {
            deflater.end();
        }
    }

    /// Writes the files but for the value of each seal. No key is touched.
    ///
    /// @param certificate of the institution's seal
    /// @param chain the certificates above it, nearest first, without the root
    /// @param algorithm how the key signs
    public Prepared prepare(X509Certificate certificate, List<X509Certificate> chain, Signer.Algorithm algorithm) {
        return prepare(certificate, chain, algorithm, Stamper.NONE);
    }

    /// The same for seals of a level: they have room for a time stamp, and what is known of revocation, which is
    /// gathered before the key is used, follows the seal (see [SecurityUpdate]).
    ///
    /// @throws Stamper.StampingFailed when what is known of revocation cannot be had
    public Prepared prepare(
            X509Certificate certificate, List<X509Certificate> chain, Signer.Algorithm algorithm, Stamper stamper) {
        Cms cms = new Cms(certificate, chain, algorithm);
        int room = cms.room() + (stamper.level() == SignatureLevel.B ? 0 : Cms.STAMP_ROOM);
        Evidence.Revocations known = stamper.level() == SignatureLevel.LT
                ? revocations(certificate, chain, stamper)
                : Evidence.Revocations.NONE;
        Deflater deflater = new Deflater(QUICK);
        try {
            return new Prepared(
                    cms,
                    documents.stream()
                            .map(d -> Rendering.withPlace(d, shared, deflater, room, !known.isEmpty()))
                            .toList(),
                    stamper,
                    known);
        } finally {
            deflater.end();
        }
    }

    private static Evidence.Revocations revocations(
            X509Certificate certificate, List<X509Certificate> above, Stamper stamper) {
        List<X509Certificate> chain = new ArrayList<>();
        chain.add(certificate);
        chain.addAll(above);
        return stamper.revocations(List.of(chain));
    }

    /// Prepares, has all digests signed in one act, raises the seals to a level, and assembles.
    ///
    /// @return the sealed files in the order of the documents
    /// @throws Signer.SigningFailed when the key refuses or cannot be reached; nothing is sealed then
    /// @throws Stamper.StampingFailed when the level cannot be reached; nothing is sealed then
    public List<byte[]> seal(Signer signer, Stamper stamper) {
        Prepared prepared = prepare(signer.certificate(), signer.chain(), signer.algorithm(), stamper);
        return prepared.assemble(signer.sign(prepared.digests()));
    }

    /// Prepares, has all digests signed in one act, and assembles, at level B.
    ///
    /// @return the sealed files in the order of the documents
    /// @throws Signer.SigningFailed when the key refuses or cannot be reached; nothing is sealed then
    public List<byte[]> seal(Signer signer) {
        Prepared prepared = prepare(signer.certificate(), signer.chain(), signer.algorithm());
        return prepared.assemble(signer.sign(prepared.digests()));
    }

    /// Files that wait for the values of their seals.
    public static final class Prepared {
        private final Cms cms;
        private final List<Rendering.Unsigned> files;
        private final Stamper stamper;
        private final Evidence.Revocations known;

        private Prepared(Cms cms, List<Rendering.Unsigned> files, Stamper stamper, Evidence.Revocations known) {
            this.cms = cms;
            this.files = files;
            this.stamper = stamper;
            this.known = known;
        }

        /// What is to be signed: one SHA-256 digest a file, in the order of the documents.
        public List<byte[]> digests() {
            return files.stream().map(f -> cms.toBeSigned(f.digest())).toList();
        }

        /// The sealed files.
        ///
        /// @param values one for each digest, as [Signer#sign] gives them
        /// @throws Stamper.StampingFailed when a time stamp cannot be had, or is none over the seal
        public List<byte[]> assemble(List<byte[]> values) {
            if (values.size() != files.size()) {
                throw new IllegalArgumentException(
                        "%d files need as many signature values, not %d".formatted(files.size(), values.size()));
            }
            List<byte[]> sealed = new ArrayList<>(files.size());
            for (int i = 0; i < values.size(); i++) {
                Rendering.Unsigned file = files.get(i);
                byte[] whole = file.with(cms.assemble(file.digest(), values.get(i), stamper));
                sealed.add(known.isEmpty() ? whole : SecurityUpdate.append(whole, known));
            }
            return sealed;
        }
    }
}
