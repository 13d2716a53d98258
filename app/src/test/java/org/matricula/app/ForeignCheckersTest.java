package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody has to trust us: programs that we did not write look at a whole class.
@Tag("foreign")
class ForeignCheckersTest {
    private static final Pattern SIGNATURE_ID = Pattern.compile("<ds:Signature[^>]* Id=\"([^\"]+)\"");

    @TempDir
    static Path temporary;

    private static SealedClass sealed = new SealedClass(Path.of(""), -1, "");
    private static Path root = Path.of("");

    @BeforeAll
    static void a_class_is_sealed() throws IOException {
        sealed = SealedClass.of(
                SealedClass.example("class-4a.xlsx"), temporary.resolve("out"), temporary.resolve("data"));
        assertThat(sealed.status()).as(sealed.said()).isZero();
        root = temporary.resolve("root.pem");
        Matcher anchor =
                Pattern.compile("\"anchors\"\\s*:\\s*\\[\\s*\"([^\"]+)\"").matcher(Files.readString(sealed.trust()));
        assertThat(anchor.find()).isTrue();
        String base64 = anchor.group(1).replaceAll("-----[A-Z ]+-----|\\s|\\\\n", "");
        Files.writeString(
                root,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(Base64.getDecoder().decode(base64))
                        + "\n-----END CERTIFICATE-----\n");
    }

    @Test
    void xmlsec1_agrees_with_every_signature_of_every_book() throws IOException {
        int signatures = 0;
        for (Path book : sealed.files(".xml")) {
            Matcher id = SIGNATURE_ID.matcher(Files.readString(book));
            while (id.find()) {
                Program verified = Program.run(
                        "xmlsec1",
                        "--verify",
                        "--trusted-pem",
                        root.toString(),
                        "--node-id",
                        id.group(1),
                        "--id-attr:Id",
                        "urn:matricula:record:1:data",
                        "--id-attr:Id",
                        "urn:matricula:record:1:block",
                        "--id-attr:Id",
                        "urn:matricula:record:1:issue",
                        "--id-attr:Id",
                        "http://www.w3.org/2000/09/xmldsig#:Signature",
                        "--id-attr:Id",
                        "http://www.w3.org/2000/09/xmldsig#:SignatureValue",
                        "--id-attr:Id",
                        "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
                        book.toString());
                assertThat(verified.status())
                        .as("%s %s: %s", book, id.group(1), verified.said())
                        .isZero();
                signatures++;
            }
        }
        assertThat(signatures)
                .as("a class of 35 with 12 subjects has 15 signatures a book")
                .isEqualTo(35 * 15);
    }

    @Test
    void pdfsig_and_qpdf_agree_with_every_pdf() {
        for (Path book : sealed.files(".pdf")) {
            Program signature = Program.run("pdfsig", "-nocert", book.toString());
            assertThat(signature.said())
                    .as(book.toString())
                    .contains("Signature is Valid")
                    .contains("Total document signed");
            Program structure = Program.run("qpdf", "--check", book.toString());
            assertThat(structure.status()).as("%s: %s", book, structure.said()).isZero();
        }
    }

    @Test
    void zbarimg_reads_the_address_from_the_printed_page() throws IOException {
        Path book = sealed.files(".pdf").getFirst();
        Program.run(
                "pdftoppm",
                "-r",
                "150",
                "-png",
                book.toString(),
                temporary.resolve("page").toString());
        List<String> codes = new ArrayList<>();
        try (var pages = Files.list(temporary)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".png")).toList()) {
                codes.add(Program.run("zbarimg", "--quiet", "--raw", page.toString())
                        .said());
            }
        }
        String text = Program.run("pdftotext", "-layout", book.toString(), "-").said();
        assertThat(String.join("\n", codes)).contains("http://127.0.0.1:8080/v/");
        assertThat(text).isNotBlank();
    }
}
