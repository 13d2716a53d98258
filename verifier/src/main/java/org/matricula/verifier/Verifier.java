package org.matricula.verifier;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.pdf.PdfFile;
import org.matricula.verifier.pdf.PdfMetadata;
import org.matricula.verifier.record.Limits;
import org.matricula.verifier.record.Reading;
import org.matricula.verifier.record.RecordFile;
import org.matricula.verifier.record.RecordReader;
import org.matricula.verifier.signature.ChainJudge;
import org.matricula.verifier.signature.RevocationSource;
import org.matricula.verifier.signature.TrustList;

/// Any bytes in, a verdict out. Total and bounded: no input makes it throw, wait long or fill the memory.
///
/// Keep one for each trust list: paths that it has judged are remembered. Safe to share between threads.
public final class Verifier {
    private static final String NAMESPACE = "urn:matricula:record:1";
    private static final byte[] OWN_START =
            ("<record xmlns=\"" + NAMESPACE + "\">").getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private final TrustList trust;
    private final Proofs.Trusted trusted;
    private final Function<String, Optional<Comparison.Known>> newest;

    private Verifier(TrustList trust, Proofs.Trusted trusted, Function<String, Optional<Comparison.Known>> newest) {
        this.trust = trust;
        this.trusted = trusted;
        this.newest = newest;
    }

    /// A verifier that trusts a list; with [TrustList#NONE] it can say ALTERED, but never GENUINE.
    public static Verifier trusting(TrustList trust) {
        ChainJudge judge = new ChainJudge(trust.anchors());
        ChainJudge authorities =
                trust.timeStampAuthorities().isEmpty() ? judge : new ChainJudge(trust.timeStampAuthorities());
        return new Verifier(
                trust, new Proofs.Trusted(trust, judge, authorities, Optional.empty()), _ -> Optional.empty());
    }

    /// The same verifier, which also asks about revocation where certificates say, when a file does not bring the
    /// answer along.
    public Verifier asking(RevocationSource online) {
        return new Verifier(
                trust, new Proofs.Trusted(trust, trusted.judge(), trusted.authorities(), Optional.of(online)), newest);
    }

    /// The same verifier, which also compares the checkpoint in a file with the newest one that is known.
    ///
    /// @param newest what is known of the log with an origin; asked once for each file with a proof
    public Verifier knowing(Function<String, Optional<Comparison.Known>> newest) {
        return new Verifier(trust, trusted, newest);
    }

    /// Verifies one file. For many, keep a verifier: [#trusting(TrustList)].
    public static Verdict verify(byte[] bytes, TrustList trust, Instant at) {
        return trusting(trust).verify(bytes, at);
    }

    /// The verdict on a file whose bytes could not be had.
    ///
    /// @param reason a detail that the word lists know: `missing-file`, `cannot-open`, `empty-folder`
    public static Verdict unread(Instant at, String reason, Object... arguments) {
        Findings findings = new Findings();
        findings.fail(CheckId.READABLE, reason, arguments);
        return findings.verdict(Kind.UNREADABLE, at, "", false);
    }

    /// Verifies one file.
    ///
    /// @param bytes anything; they must not change meanwhile
    /// @param at the moment for which the file is judged, usually now
    public Verdict verify(byte[] bytes, Instant at) {
        return verify(bytes, Optional.empty(), at);
    }

    /// Verifies one file with the proof of the log that travels beside it.
    ///
    /// @param bytes anything; they must not change meanwhile
    /// @param beside the proof; what the file carries itself goes before it
    /// @param at the moment for which the file is judged, usually now
    public Verdict verify(byte[] bytes, Optional<LogProof> beside, Instant at) {
        Findings findings = new Findings();
        Kind kind;
        try {
            kind = check(bytes, beside, at, findings);
        } catch (RuntimeException | StackOverflowError fault) {
            // Every such fault is a bug of ours; whoever asked still gets a verdict, and it names the fault.
            findings.fail(CheckId.READABLE, "broke", fault.getClass().getSimpleName());
            kind = Kind.UNREADABLE;
        }
        return findings.verdict(kind, at, digest(bytes), trust.demo());
    }

    private Kind check(byte[] bytes, Optional<LogProof> beside, Instant at, Findings findings) {
        if (bytes.length == 0) {
            findings.fail(CheckId.READABLE, "empty");
            return Kind.UNREADABLE;
        }
        if (starts(bytes, OWN_START)) {
            return own(bytes, beside, at, findings);
        }
        int pdf = indexOf(bytes, PDF_START, Math.min(bytes.length, 1024));
        int most = pdf >= 0 ? PdfFile.MOST_BYTES : Limits.FILE_BYTES;
        if (bytes.length > most) {
            findings.fail(CheckId.READABLE, "too-big", bytes.length, most);
            return Kind.UNREADABLE;
        }
        if (pdf >= 0) {
            return pdf(bytes, beside, at, findings);
        }
        if (!looksLikeXml(bytes)) {
            findings.fail(CheckId.READABLE, "unreadable");
            return Kind.UNREADABLE;
        }
        for (Charset charset : CHARSETS) {
            for (String quote : List.of("\"", "'")) {
                if (indexOf(bytes, (quote + NAMESPACE + quote).getBytes(charset), bytes.length) >= 0) {
                    return own(bytes, beside, at, findings);
                }
            }
        }
        return ForeignCheck.xml(bytes, findings);
    }

    private Kind own(byte[] bytes, Optional<LogProof> beside, Instant at, Findings findings) {
        switch (RecordReader.read(bytes)) {
            case Reading.Accepted(RecordFile file) -> {
                findings.pass(CheckId.READABLE);
                Proofs proofs = new Proofs(trusted, at, findings);
                new RecordCheck(file, trusted, proofs, at, findings).run();
                proofs.end();
                new LogCheck(trust, newest, findings).run(file.content(), bytes, Optional.empty(), beside);
            }
            case Reading.Rejected(Reading.Fault fault, int offset, String where) -> {
                if (fault == Reading.Fault.TOO_LONG) {
                    findings.fail(CheckId.READABLE, "too-big", bytes.length, Limits.FILE_BYTES);
                    return Kind.UNREADABLE;
                }
                findings.pass(CheckId.READABLE);
                findings.fail(CheckId.STRUCTURE, "structure-" + fault, offset, where);
            }
        }
        return Kind.RECORD_XML;
    }

    private Kind pdf(byte[] bytes, Optional<LogProof> beside, Instant at, Findings findings) {
        byte[] marker = PdfMetadata.NAMESPACE.getBytes(StandardCharsets.US_ASCII);
        if (indexOf(bytes, marker, bytes.length) < 0) {
            return ForeignCheck.pdf(bytes, findings);
        }
        findings.pass(CheckId.READABLE);
        new PdfCheck(bytes, trusted, newest, at, findings).run(beside);
        return Kind.RECORD_PDF;
    }

    private static boolean looksLikeXml(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 64); i++) {
            int b = bytes[i] & 0xFF;
            if (b == '<') {
                return true;
            }
            boolean skipped = b <= ' ' || b == 0xEF || b == 0xBB || b == 0xBF || b == 0xFE || b == 0xFF;
            if (!skipped) {
                return false;
            }
        }
        return false;
    }

    private static boolean starts(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int end) {
        for (int i = 0; i <= end - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
