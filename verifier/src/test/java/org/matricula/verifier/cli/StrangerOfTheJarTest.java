package org.matricula.verifier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// A stranger has the one jar, a trust list and a file in an empty folder, and no network: that is enough.
///
/// Runs when the jar is packed (`mvn verify`), each time as a program of its own.
class StrangerOfTheJarTest {
    private static final Path VECTORS = Path.of("../vectors");
    private static final Path JAR = Path.of("target/matricula-verifier.jar").toAbsolutePath();
    private static final int MEBI = 1024 * 1024;

    @TempDir
    Path folder;

    @BeforeEach
    void the_folder_holds_a_trust_list() throws IOException {
        Files.copy(VECTORS.resolve("pki/trust.json"), folder.resolve("trust.json"));
    }

    private record Ran(int exit, String said, String complained) {}

    private Ran run(List<String> options, String stdin, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(withoutNetwork());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", JAR.toString(), "--trust", "trust.json", "--lang", "en"));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("said.log");
        Path err = folder.resolve("complained.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(stdin.getBytes(StandardCharsets.UTF_8));
        }
        try {
            // Long: it only ends what would never end.
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ended").isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /// Linux can take the network away from a program; where it may not, the program just has no server to ask.
    private static List<String> withoutNetwork() {
        List<String> alone = List.of("unshare", "--net", "--");
        try {
            Process tried = new ProcessBuilder(
                            Stream.concat(alone.stream(), Stream.of("true")).toList())
                    .redirectErrorStream(true)
                    .start();
            return tried.waitFor() == 0 ? alone : List.of();
        } catch (IOException _) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void copy(String vector) throws IOException {
        Path file = VECTORS.resolve("record").resolve(vector);
        Files.copy(file, folder.resolve(file.getFileName()));
    }

    @Test
    void learns_that_a_file_is_genuine() throws IOException {
        copy("good/sealed-record-with-log-proof.pdf");
        Ran ran = run(List.of(), "", "sealed-record-with-log-proof.pdf");
        assertThat(ran.complained()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.said()).contains("  Genuine: issued by Trường Tiểu học Hoa Sen", "in the log log.example");
    }

    @Test
    void has_a_folder_judged_and_foreign_signatures_told() throws IOException {
        copy("good/sealed-record.xml");
        copy("bad/changed-mark.xml");
        copy("bad/another-signed-document.xml");
        Ran ran = run(List.of(), "", ".");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.said())
                .contains("these parts no longer match their signatures: Toán")
                .contains("A signature of Lê Thị Mai, dated ?, matches the file")
                .endsWith("3 files: 1 genuine, 1 altered, 1 not ours\n");
    }

    @Test
    void gives_names_on_the_standard_input() throws IOException {
        copy("good/sealed-record.pdf");
        Ran ran = run(List.of(), "sealed-record.pdf\nnowhere.pdf\n", "--json", "--files-from", "-");
        assertThat(ran.said().lines().map(new JsonMapper()::readTree))
                .extracting(verdict -> verdict.get("state").stringValue())
                .containsExactly("GENUINE", "COULD_NOT_CHECK");
        assertThat(ran.exit()).isEqualTo(2);
    }

    @Test
    void is_told_the_version_and_the_help() throws IOException {
        assertThat(run(List.of(), "", "--version").said()).startsWith("Matricula verifier 0.");
        assertThat(run(List.of(), "", "--help", "--lang", "ru").said())
                .startsWith("Применение: java -jar matricula-verifier.jar");
    }

    /// What such files begin and end with.
    private static final class Parts {
        static final String PDF = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj(urn:matricula:pdf:1)endobj\n";
        static final String PDF_END = "startxref\n15\n%%EOF\n";
        static final String RECORD =
                "<record xmlns=\"urn:matricula:record:1\"><data Id=\"data\" form=\"f\" issuer=\"i\" issuerName=\"n\""
                        + " record=\"r\" version=\"1\">";

        /// The same again and again, many at once: files of this size are written byte for byte too slowly.
        static IntFunction<String> much(String one) {
            String many = one.repeat(1 + 10_000 / one.length());
            return _ -> many;
        }
    }

    /// What fills a file of any length: a start, something again and again, and an end.
    enum Filling {
        ZEROS("", Parts.much("\0"), ""),
        SPACES("", Parts.much(" "), ""),
        OPENING_TAGS("", Parts.much("<a>"), ""),
        ATTRIBUTES("<a", i -> " b" + i + "=\"c\"", "/>"),
        ONE_NAME("<", Parts.much("a"), "/>"),
        ONE_TEXT("<a>", Parts.much("&#97;"), "</a>"),
        CERTIFICATES(
                "<a xmlns='http://www.w3.org/2000/09/xmldsig#'><Signature><X509Certificate>",
                Parts.much("AAAA"),
                "</X509Certificate></Signature></a>"),
        AN_ENTITY("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"", Parts.much("a"), "\">]><a>&a;</a>"),
        FIELDS(Filling::fields),
        BLOCKS_OF_NOTHING(i -> "<block Id=\"b" + i + "\" by=\"HEAD\" label=\"b\" of=\"r/1\"></block>"),
        ONE_LONG_FIELD(i -> i == 0 ? block(0) + "<field label=\"\" name=\"x\">" : "\u1ec7\ud83d\ude00".repeat(1_000)),
        OTHER_STREAMS("%PDF-1.7 /ObjStm ", Parts.much("stream\nx\u009c"), ""),
        EMPTY_DEFLATE_BLOCKS(
                "%PDF-1.7 /ObjStm ",
                i -> i < 200_000 ? "\0\u0008\0\u00f7\u00ffstreamx\u009c" : "\0\0\0\u00ff\u00ff", ""),
        PDF_ARRAYS(Parts.PDF + "2 0 obj\n", Parts.much("["), Parts.PDF_END),
        PDF_DICTIONARIES(Parts.PDF + "2 0 obj\n", Parts.much("<</A"), Parts.PDF_END),
        PDF_ENTRIES(Parts.PDF + "2 0 obj\n<<", i -> "/A" + i + " 1", ">>endobj\n" + Parts.PDF_END),
        PDF_NUMBERS(Parts.PDF + "2 0 obj\n[", Parts.much("1 "), "]endobj\n" + Parts.PDF_END),
        PDF_OBJECTS(Parts.PDF, i -> (i + 2) + " 0 obj<</A[1]>>endobj\n", Parts.PDF_END),
        PDF_EMPTY_OBJECTS(Parts.PDF, i -> (i + 2) + " 0 obj[]endobj\n", Parts.PDF_END),
        PDF_ONE_STRING(Parts.PDF + "2 0 obj\n(", Parts.much("\\101"), ")endobj\n" + Parts.PDF_END),
        PDF_ONE_HEXADECIMAL(Parts.PDF + "2 0 obj\n<", Parts.much("30"), ">endobj\n" + Parts.PDF_END),
        PDF_ONE_NAME(Parts.PDF + "2 0 obj\n/", Parts.much("A"), " endobj\n" + Parts.PDF_END);

        private final String start;
        private final IntFunction<String> again;
        private final String end;

        Filling(String start, IntFunction<String> again, String end) {
            this.start = start;
            this.again = again;
            this.end = end;
        }

        Filling(IntFunction<String> again) {
            this(Parts.RECORD, again, "</block></data></record>");
        }

        private static String fields(int i) {
            String field = "<field label=\"\" name=\"x" + i + "\"></field>";
            return i % 1_000 > 0 ? field : (i > 0 ? "</block>" : "") + block(i) + field;
        }

        private static String block(int i) {
            return "<block Id=\"b" + i + "\" by=\"HEAD\" label=\"b\" of=\"r/1\">";
        }

        void into(Path file, int length) throws IOException {
            Charset charset = start.startsWith("<") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                int written = 0;
                byte[] piece = start.getBytes(charset);
                byte[] last = end.getBytes(charset);
                for (int i = 0; written + piece.length + last.length <= length; i++) {
                    out.write(piece);
                    written += piece.length;
                    piece = again.apply(i).getBytes(charset);
                }
                out.write(last);
            }
        }
    }

    @Nested
    @Tag("slow")
    class A_file_of_a_hundred_mebibytes {
        private static final List<String> LITTLE = List.of("-Xmx128m", "-Xss512k");

        @ParameterizedTest
        @EnumSource(Filling.class)
        void of_anything_and_the_longest_that_is_read_get_a_verdict_in_little_memory(Filling filling)
                throws IOException {
            List<String> names = new ArrayList<>();
            for (int mebibytes : List.of(100, 32, 16, 4)) {
                String name = mebibytes + ".file";
                filling.into(folder.resolve(name), mebibytes * MEBI);
                names.add(name);
            }
            names.add("--json");
            // A record of 466,000 values is no attack: it is read, and told in 100 MiB of JSON.
            List<String> options = filling == Filling.FIELDS ? List.of("-Xmx384m") : LITTLE;
            Ran ran = run(options, "", names.toArray(String[]::new));
            assertThat(ran.said().lines().map(new JsonMapper()::readTree))
                    .as(ran.complained())
                    .hasSize(4)
                    .allSatisfy(verdict -> {
                        assertThat(verdict.get("state").stringValue()).isNotEqualTo("GENUINE");
                        assertThat(verdict.toString())
                                .as("bounds hold, and nothing broke")
                                .doesNotContain("broke off")
                                .doesNotContain("-Xmx");
                    });
            assertThat(ran.exit()).isBetween(1, 2);
        }

        @Test
        void with_no_end_in_sight_is_refused() throws IOException {
            try (RandomAccessFile sparse =
                    new RandomAccessFile(folder.resolve("huge").toFile(), "rw")) {
                sparse.setLength(1L << 40);
            }
            Ran ran = run(LITTLE, "", "huge", "/dev/zero");
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.said()).contains("The file has 1099511627776 bytes; at most 33554432 are read.");
        }
    }
}
