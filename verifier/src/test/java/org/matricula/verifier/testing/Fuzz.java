package org.matricula.verifier.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.matricula.verifier.Check;
import org.matricula.verifier.CheckId;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.merkle.Comparison;
import org.matricula.verifier.merkle.LogProof;
import org.matricula.verifier.merkle.Unreadable;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.pdf.PdfFile;
import org.matricula.verifier.pdf.PdfMetadata;
import org.matricula.verifier.pdf.PdfRejected;
import org.matricula.verifier.pdf.PdfSeal;
import org.matricula.verifier.record.RecordReader;
import org.matricula.verifier.signature.KnownCertificate;
import org.matricula.verifier.signature.TrustList;

/// Every reader of bytes that may come from anybody, with good bytes to spoil. What a reader throws that it does not
/// document is a bug, and so is a spoilt file that is called genuine.
///
/// `main` spoils for as long as it is told and keeps what broke something: folder, minutes, first seed.
public enum Fuzz {
    /// The whole verifier on records of our own, XML and PDF.
    FILES(files("record/good")) {
        @Override
        void read(byte[] bytes, byte[] original) {
            judge(bytes, original);
        }
    },
    /// The whole verifier on files that are wrong already, other people's files among them.
    BAD_FILES(files("record/bad")) {
        @Override
        void read(byte[] bytes, byte[] original) {
            judge(bytes, original);
        }
    },
    /// The strict reader of records.
    RECORDS(files("record/good").stream().filter(b -> b[0] == '<').toList()) {
        @Override
        void read(byte[] bytes, byte[] original) {
            RecordReader.read(bytes);
        }
    },
    /// The strict reader of PDF files.
    PDFS(files("record/good").stream().filter(b -> b[0] == '%').toList()) {
        @Override
        void read(byte[] bytes, byte[] original) {
            try {
                PdfFile file = PdfFile.read(bytes);
                file.catalog();
            } catch (PdfRejected expected) {
                requireWords(expected);
            }
        }
    },
    /// The seal of a PDF: CMS in DER.
    SEALS(files("record/good").stream().filter(b -> b[0] == '%').map(Fuzz::seal).toList()) {
        @Override
        void read(byte[] bytes, byte[] original) {
            byte[] file = new byte[100];
            PdfSeal.verified(bytes, file, 10, 20);
        }
    },
    /// The metadata of a PDF.
    METADATA(List.of("""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><a xmlns:m="urn:matricula:pdf:1"><m:recordId>HB-1</m:recordId>\
            <m:version>1</m:version><m:dataDigest>00</m:dataDigest><m:logProof>{}</m:logProof></a></x:xmpmeta>\
            """.getBytes(StandardCharsets.UTF_8))) {
        @Override
        void read(byte[] bytes, byte[] original) {
            PdfMetadata.of(bytes);
        }
    },
    /// Certificates.
    CERTIFICATES(Known.TRUST.anchors().stream().map(Fuzz::encoded).toList()) {
        @Override
        void read(byte[] bytes, byte[] original) {
            byte[] text = Base64.getEncoder().encode(bytes);
            KnownCertificate.of(text, 0, text.length);
        }
    },
    /// Trust lists.
    TRUST_LISTS(List.of(Known.TRUST.toJson())) {
        @Override
        void read(byte[] bytes, byte[] original) {
            try {
                Verifier.trusting(TrustList.read(bytes)).verify(new byte[] {'<'}, Known.AT);
            } catch (TrustList.Unreadable expected) {
                requireWords(expected);
            }
        }
    },
    /// Signed checkpoints and the keys of logs.
    CHECKPOINTS(both(files("log/checkpoint/good"), files("log/newest/good"))) {
        @Override
        void read(byte[] bytes, byte[] original) {
            try {
                Comparison.Known known = Comparison.Known.read(bytes);
                known.checkpoint().signedBy(Known.TRUST.logs().getFirst());
                Comparison.of(known.state(), known);
            } catch (Unreadable expected) {
                requireWords(expected);
            }
            try {
                VerifierKey.read(new String(bytes, StandardCharsets.UTF_8));
            } catch (Unreadable expected) {
                requireWords(expected);
            }
        }
    },
    /// Proofs of the log.
    PROOFS(files("log/proof/good")) {
        @Override
        void read(byte[] bytes, byte[] original) {
            try {
                LogProof proof = LogProof.read(bytes);
                proof.check("HB-1", 1, proof.state().root(), Known.TRUST.logs().getFirst());
            } catch (Unreadable expected) {
                requireWords(expected);
            }
        }
    };

    private final List<byte[]> good;

    Fuzz(List<byte[]> good) {
        this.good = List.copyOf(good);
    }

    abstract void read(byte[] bytes, byte[] original);

    /// Spoils one of the good files and has it read.
    ///
    /// @param seed what is spoilt, and how
    /// @return the spoilt bytes
    public byte[] once(long seed) {
        Random random = new Random(seed);
        byte[] original = good.get(random.nextInt(good.size()));
        byte[] bytes = spoilt(original, random);
        try {
            read(bytes, original);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("%s, seed %d: %s".formatted(this, seed, e), e);
        }
        return bytes;
    }

    private byte[] spoilt(byte[] original, Random random) {
        byte[] bytes = original;
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes = Spoiler.once(bytes, good, random);
        }
        return bytes;
    }

    private static void judge(byte[] bytes, byte[] original) {
        Verdict verdict = Known.VERIFIER.verify(bytes, Known.AT);
        if (verdict.state() == State.GENUINE && !Arrays.equals(bytes, original) && !known(bytes)) {
            throw new IllegalStateException("a spoilt file is called genuine");
        }
        for (Check.Detail detail : verdict.check(CheckId.READABLE).details()) {
            if (detail.key().equals("broke")) {
                throw new IllegalStateException("the verifier broke: " + detail.arguments());
            }
        }
    }

    private static boolean known(byte[] bytes) {
        return FILES.good.stream().anyMatch(file -> Arrays.equals(file, bytes));
    }

    private static void requireWords(Exception refusal) {
        if (refusal.getMessage() == null || refusal.getMessage().isBlank()) {
            throw new IllegalStateException("a refusal without words", refusal);
        }
    }

    private static List<byte[]> files(String folder) {
        try (Stream<Path> all = Files.list(PublishedVectors.FOLDER.resolve(folder))) {
            List<byte[]> files = new ArrayList<>();
            for (Path file : all.sorted().toList()) {
                files.add(Files.readAllBytes(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<byte[]> both(List<byte[]> some, List<byte[]> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static byte[] seal(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("/Contents<") + "/Contents<".length();
        byte[] all = HexFormat.of().parseHex(text.substring(from, text.indexOf('>', from)));
        return Arrays.copyOf(all, 4 + ((all[2] & 0xFF) << 8 | all[3] & 0xFF));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param arguments the folder for what broke something, minutes, the first seed
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        long end = System.nanoTime() + Long.parseLong(arguments[1]) * 60_000_000_000L;
        long seed = Long.parseLong(arguments[2]);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<Fuzz, long[]> told = new EnumMap<>(Fuzz.class);
        while (System.nanoTime() < end) {
            for (Fuzz each : values()) {
                long[] of = told.computeIfAbsent(each, _ -> new long[4]);
                long start = threads.getCurrentThreadCpuTime();
                try {
                    each.once(seed);
                } catch (AssertionError e) {
                    of[1]++;
                    Files.writeString(folder.resolve(each + "-" + seed + ".txt"), e + "\n");
                }
                long took = threads.getCurrentThreadCpuTime() - start;
                of[0]++;
                if (took > of[2]) {
                    of[2] = took;
                    of[3] = seed;
                }
            }
            seed++;
        }
        told.forEach((each, of) -> System.out.printf(
                "%s: %d tried, %d broke, longest %d ms of this thread (seed %d)%n",
                each, of[0], of[1], of[2] / 1_000_000, of[3]));
    }

    /// What is needed before the constants are made.
    private static final class Known {
        static final Instant AT = Instant.parse(VectorKit.AT);
        static final TrustList TRUST = trust();
        static final Verifier VERIFIER = Verifier.trusting(Known.TRUST);

        private static TrustList trust() {
            try {
                return TrustList.read(Files.readAllBytes(PublishedVectors.FOLDER.resolve("pki/trust.json")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
