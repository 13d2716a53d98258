package org.matricula.verifier.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.matricula.verifier.merkle.TestSigner;
import org.matricula.verifier.signature.TrustList;
import org.matricula.verifier.testing.TestPki.Wanted;

/// Writes `vectors/`: run `main` with the folder; the keys in `pki/` are kept when they are there.
public final class VectorKit {
    /// The moment for which the vectors are judged.
    public static final String AT = "2026-07-01T00:00:00Z";

    static final String OTHER_CODE = "VN-79-0099";
    static final String OTHER_NAME = "Trường Tiểu học Kim Đồng";

    private VectorKit() {}

    /// @param arguments the folder `vectors`
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length == 1 ? arguments[0] : "vectors");
        Path keys = Files.createDirectories(folder.resolve("pki"));
        TestPki pki = pki(keys);
        SampleSchool school = school(keys, pki);
        List<Vector> all = new ArrayList<>();
        all.addAll(new RecordVectors(school).all());
        all.addAll(new MarkupVectors(school).all());
        all.addAll(new SignerVectors(pki, school).all());
        all.addAll(new PdfVectors(school).all());
        all.addAll(new LogProofVectors(school).all());
        all.addAll(new SignedInfoVectors(pki, school).all());
        all.addAll(new PdfAttackVectors(school).all());
        all.addAll(new LevelVectors(pki, school).all());
        all.addAll(new AnswerVectors(pki, school).all());
        write(folder, all);
    }

    private static TestPki pki(Path keys) throws IOException {
        Path file = keys.resolve("issuing.p12");
        if (Files.notExists(file)) {
            Files.write(file, TestPki.create("Vectors").toPkcs12());
        }
        return TestPki.open(Files.readAllBytes(file));
    }

    private static SampleSchool school(Path keys, TestPki pki) throws Exception {
        Map<String, TestKey> held = new TreeMap<>();
        for (String role : List.of("MATHEMATICS", "VIETNAMESE", "HOMEROOM", "HEAD", "SEAL")) {
            Path file = keys.resolve(role + ".p12");
            if (Files.notExists(file)) {
                Wanted wanted = role.equals("SEAL")
                        ? Wanted.seal(SampleSchool.NAME, SampleSchool.CODE)
                        : Wanted.person(SampleSchool.STAFF.get(role), SampleSchool.NAME, SampleSchool.CODE);
                Files.write(file, TestPki.pkcs12(pki.issue(wanted)));
            }
            held.put(role, TestPki.openKey(Files.readAllBytes(file)));
        }
        TrustList trust = new TrustList(
                false,
                List.of(pki.root()),
                List.of(
                        new TrustList.Institution(SampleSchool.CODE, List.of(SampleSchool.NAME), List.of()),
                        new TrustList.Institution(OTHER_CODE, List.of(OTHER_NAME), List.of())),
                List.of(TestSigner.named(LogProofVectors.ORIGIN).verifier()));
        Files.write(keys.resolve("trust.json"), trust.toJson());
        Files.writeString(
                keys.resolve("root.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(pki.root().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        return SampleSchool.of(pki, SampleSchool.CODE, SampleSchool.NAME, held);
    }

    private static void write(Path folder, List<Vector> all) throws IOException {
        StringBuilder index = new StringBuilder("# Written by VectorKit (see README.md). Judged at ")
                .append(AT)
                .append(" with pki/trust.json.\n");
        for (Vector vector : all) {
            Path file = folder.resolve("record").resolve(vector.file());
            Files.createDirectories(file.getParent());
            Files.write(file, vector.bytes());
            index.append("- file: record/").append(vector.file()).append('\n');
            index.append("  state: ").append(vector.state()).append('\n');
            if (!vector.check().isEmpty()) {
                index.append("  check: ").append(vector.check()).append('\n');
            }
            if (!vector.checkpoint().isEmpty()) {
                index.append("  checkpoint: ").append(vector.checkpoint()).append('\n');
            }
            index.append("  why: \"").append(vector.why()).append("\"\n");
        }
        Files.write(folder.resolve("vectors.yaml"), index.toString().getBytes(StandardCharsets.UTF_8));
    }
}
