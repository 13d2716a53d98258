package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.app.cli.MatriculaCommand;
import org.matricula.verifier.State;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.VerifierKey;
import org.matricula.verifier.statement.VerdictStatement;
import tools.jackson.databind.JsonNode;

/// What the public page says to somebody who must decide whether to rely on a paper.
class VerdictPageTest extends PublicVisitor {
    VerdictPageTest() {
        super("22199941");
    }

    private HttpResponse<String> upload(String path, String field, String name, byte[] bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                HttpRequest.newBuilder(office.at(path))
                        .header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())),
                BodyHandlers.ofString());
    }

    private String page(byte[] file) {
        HttpResponse<String> answer = upload("/verify", "file", "book", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private byte[] altered() {
        return new String(paper.xml(), StandardCharsets.UTF_8)
                .replace(paper.name(), "Nguyễn Văn Khác")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class Each_answer {
        @Test
        void says_in_a_sentence_what_to_rely_on() throws Exception {
            assertThat(page(paper.pdf())).contains("What to rely on:", "the values below, as signed");
            assertThat(page(superseded.xml())).contains("the newer version only");
            assertThat(page(recalled.pdf())).contains("nothing in it. The holder can ask the school");
            assertThat(page(altered())).contains("also not the parts that still match");
            assertThat(page("no record".getBytes(StandardCharsets.UTF_8))).contains("nothing yet: this is no answer");
            assertThat(page(Files.readAllBytes(Path.of("../vectors/record/good/awkward-characters.xml"))))
                    .contains("as far as this register can say");
        }

        @Test
        void shows_each_value_as_signed_with_a_place_to_tick_and_each_part_with_its_digest() {
            String page = page(paper.xml());
            assertThat(page).contains(paper.personalNumber(), "type=\"checkbox\"");
            assertThat(page)
                    .contains(Hash.sha256(paper.xml()).toString())
                    .contains("SHA-256 of the data (Base64)", "SHA-256 of the part (Base64):", "Root of the log");
            assertThat(page(altered())).doesNotContain("type=\"checkbox\"", "Nguyễn Văn Khác");
        }
    }

    @Nested
    class The_verdict_that_is_taken_away {
        private VerifierKey key() {
            return VerifierKey.read(get("/verify/verdicts.key").body().strip());
        }

        private String signed(byte[] file) {
            Matcher field =
                    Pattern.compile("name=\"statement\" value=\"([^\"]+)\"").matcher(page(file));
            assertThat(field.find()).isTrue();
            return field.group(1);
        }

        private HttpResponse<String> taken(String statement) {
            return send(
                    HttpRequest.newBuilder(office.at("/verify/statement"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("statement="
                                    + URLEncoder.encode(statement.replace("\n", "\r\n"), StandardCharsets.UTF_8))),
                    BodyHandlers.ofString());
        }

        @Test
        void is_signed_by_the_portal_and_names_the_file_and_none_of_its_values() {
            HttpResponse<String> file = taken(signed(paper.xml()));
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("attachment");
            assertThat(file.body()).doesNotContain(paper.name()).doesNotContain(paper.personalNumber());
            VerdictStatement said = VerdictStatement.read(file.body().getBytes(StandardCharsets.UTF_8), key())
                    .orElseThrow();
            assertThat(said.state()).isEqualTo(State.GENUINE);
            assertThat(said.fileDigest()).isEqualTo(Hash.sha256(paper.xml()).toString());
            assertThat(said.record()).contains(paper.number() + " 1");
            assertThat(said.register()).contains("IN_FORCE");
            assertThat(said.log()).isPresent();
            assertThat(said.says()).singleElement().asString().startsWith("en Genuine");
        }

        @Test
        void says_nothing_once_a_letter_of_it_is_changed() {
            String bad = signed(altered()).replace("state ALTERED", "state NOT_OURS");
            assertThat(VerdictStatement.read(bad.getBytes(StandardCharsets.UTF_8), key()))
                    .isEmpty();
        }

        @Test
        void cannot_be_used_to_hand_out_something_else_in_our_name() {
            HttpResponse<String> answer = taken("<script>alert(1)</script>");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("alert(1)");
        }

        @Test
        void is_checked_at_the_command_line_without_the_portal(@TempDir Path folder) throws Exception {
            Path verdict = Files.writeString(folder.resolve("verdict.txt"), signed(paper.pdf()));
            Path changed = Files.writeString(
                    folder.resolve("changed.txt"), signed(altered()).replace("state ALTERED", "state NOT_OURS"));
            Path book = Files.write(folder.resolve("book.pdf"), paper.pdf());
            Path other = Files.write(folder.resolve("other.pdf"), recalled.pdf());
            Path key = Files.writeString(
                    folder.resolve("verdicts.key"), get("/verify/verdicts.key").body());
            assertThat(run(verdict, "--key", key, "--of", book)).isZero();
            assertThat(run(verdict, "--key", key().toString())).isZero();
            assertThat(run(verdict, "--key", key, "--of", other)).isEqualTo(1);
            assertThat(run(changed, "--key", key)).isEqualTo(1);
            assertThat(run(book, "--key", key)).isEqualTo(2);
            assertThat(run(folder.resolve("nothing"), "--key", key)).isEqualTo(2);
            // Or by the trust list, which names the portal.
            Path trust = Files.writeString(
                    folder.resolve("trust.json"), get("/verify/trust.json").body());
            assertThat(run(verdict, "--trust", trust, "--of", book)).isZero();
            assertThat(run(changed, "--trust", trust)).isEqualTo(1);
            assertThat(run(verdict, "--trust", Path.of("..", "vectors", "pki", "trust.json")))
                    .isEqualTo(2);
            assertThat(run(verdict, "--trust", trust, "--key", key)).isEqualTo(2);
            assertThat(run(verdict)).isEqualTo(2);
        }

        private int run(Path verdict, Object... more) {
            List<String> arguments = new ArrayList<>(List.of("verify-verdict", verdict.toString()));
            Stream.of(more).map(Object::toString).forEach(arguments::add);
            StringWriter said = new StringWriter();
            return MatriculaCommand.commandLine()
                    .setOut(new PrintWriter(said))
                    .setErr(new PrintWriter(said))
                    .execute(arguments.toArray(String[]::new));
        }

        @Test
        void is_in_the_answer_to_a_program_too() {
            JsonNode verdict = file(recalled.pdf());
            VerdictStatement said = VerdictStatement.read(
                            verdict.get("statement").stringValue().getBytes(StandardCharsets.UTF_8), key())
                    .orElseThrow();
            assertThat(said.state()).isEqualTo(State.CANCELLED);
            assertThat(said.register().orElseThrow()).startsWith("CANCELLED ");
        }
    }

    @Nested
    class A_photo_of_the_QR_code {
        private JsonNode read(byte[] photo, int status) {
            HttpResponse<String> answer = send(
                    HttpRequest.newBuilder(office.at("/api/v1/verify/qr")).POST(BodyPublishers.ofByteArray(photo)),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return json(answer);
        }

        @Test
        void leads_to_the_record_wherever_it_is_dropped() {
            String address = office.address() + "/v/" + paper.lookupCode();
            for (String format : List.of("png", "jpeg")) {
                byte[] photo = QrPicture.of(address, format);
                for (HttpResponse<String> answer :
                        List.of(upload("/verify/scan", "photo", "p", photo), upload("/verify", "file", "p", photo))) {
                    assertThat(answer.statusCode()).isEqualTo(303);
                    assertThat(answer.headers().firstValue("Location")).contains("/v/" + paper.lookupCode());
                }
                assertThat(read(photo, 200).get("code").stringValue()).isEqualTo(paper.lookupCode());
            }
        }

        @Test
        void that_leads_to_another_host_is_not_followed_and_the_host_is_shown() {
            for (String address : List.of(
                    "https://127.0.0.1.example/v/" + paper.lookupCode(),
                    office.address() + "@evil.example:8443/v/" + paper.lookupCode(),
                    "https://xn--mtricula-p3a.example/v/" + paper.lookupCode())) {
                byte[] photo = QrPicture.of(address, "png");
                HttpResponse<String> answer = upload("/verify/scan", "photo", "p", photo);
                assertThat(answer.statusCode()).isEqualTo(200);
                String host = read(photo, 200).get("host").stringValue();
                assertThat(answer.body())
                        .contains(
                                "This code leads to another place",
                                host,
                                office.address().substring(7))
                        .doesNotContain("href=\"" + address)
                        .doesNotContain(paper.lookupCode());
            }
        }

        @Test
        void that_holds_something_else_or_nothing_is_said_in_words() {
            assertThat(upload("/verify/scan", "photo", "p", QrPicture.of("javascript:alert(1)", "png"))
                            .body())
                    .contains("This is no code of a record", "javascript:alert(1)");
            assertThat(read("no picture".getBytes(StandardCharsets.UTF_8), 422)
                            .get("type")
                            .stringValue())
                    .endsWith("no-picture");
            byte[] half = java.util.Arrays.copyOf(QrPicture.of("x", "jpeg"), 900);
            assertThat(upload("/verify/scan", "photo", "p", half).statusCode()).isEqualTo(422);
            assertThat(upload("/verify/scan", "photo", "", new byte[0]).statusCode())
                    .isEqualTo(400);
        }
    }

    @Nested
    class An_address_that_used_up_its_tries {
        @Test
        void is_still_answered_for_a_right_code_but_not_for_the_five_items() {
            for (int i = 0; i < 20; i++) {
                assertThat(get("/v/0000-0000-0000-" + (1000 + i)).statusCode()).isEqualTo(404);
            }
            assertThat(get("/v/0000-0000-0000-0000").statusCode()).isEqualTo(429);
            assertThat(get("/v/" + paper.lookupCode()).statusCode()).isEqualTo(200);
            assertThat(get("/api/v1/verify/codes/" + paper.lookupCode()).statusCode())
                    .isEqualTo(200);
            assertThat(form(items(paper)).statusCode()).isEqualTo(429);
            assertThat(api(items(paper)).statusCode()).isEqualTo(429);
        }
    }
}
