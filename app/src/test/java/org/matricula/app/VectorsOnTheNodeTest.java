package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.verifier.State;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/// The page and the interface say of every example what its list says, as the verifier and the command line do.
@Tag("node")
class VectorsOnTheNodeTest {
    private static final Path VECTORS = Path.of("../vectors");
    private static final String BOUNDARY = "a-boundary-that-is-in-no-file";

    @TempDir
    static Path data;

    private static RunningNode node;
    private static HttpClient client;

    @BeforeAll
    static void a_node_trusts_the_authority_of_the_examples() throws IOException {
        node = RunningNode.start(data);
        client = HttpClient.newHttpClient();
        Path trust = data.resolve("demo-keys").resolve("trust.json");
        Files.createDirectories(trust.getParent());
        Files.copy(VECTORS.resolve("pki/trust.json"), trust, StandardCopyOption.REPLACE_EXISTING);
    }

    @AfterAll
    static void everything_is_put_away() {
        client.close();
        node.close();
    }

    @Test
    void every_example_gets_its_verdict_from_the_interface() throws IOException, InterruptedException {
        SoftAssertions all = new SoftAssertions();
        for (Map<String, String> vector : vectors(_ -> true)) {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(node.root() + "/api/v1/verify"))
                    .POST(BodyPublishers.ofByteArray(bytes(vector))));
            all.assertThat(answer.statusCode()).isEqualTo(200);
            all.assertThat(new JsonMapper().readTree(answer.body()).get("state").stringValue())
                    .as(vector.get("file"))
                    .isEqualTo(vector.get("state"));
        }
        all.assertAll();
    }

    @Test
    void every_example_gets_its_verdict_from_the_page() throws IOException, InterruptedException {
        SoftAssertions all = new SoftAssertions();
        // An empty file is one that was not chosen: the page asks again.
        for (Map<String, String> vector : vectors(v -> !v.get("file").endsWith("empty.xml"))) {
            ByteArrayOutputStream form = new ByteArrayOutputStream();
            form.writeBytes(ascii(
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"));
            form.writeBytes(bytes(vector));
            form.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(node.root() + "/verify"))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofByteArray(form.toByteArray())));
            String said = answer.body().substring(Math.max(0, answer.body().indexOf("<div class=\"verdict")));
            String begins = switch (State.valueOf(vector.get("state"))) {
                case GENUINE -> "Genuine: issued by";
                case SUPERSEDED -> "Superseded:";
                case CANCELLED -> "Cancelled:";
                case ALTERED -> "Altered: ";
                case NOT_OURS -> "Not ours: ";
                case COULD_NOT_CHECK -> "Could not be checked: ";
            };
            all.assertThat(said.lines()
                            .filter(line -> line.contains("<h1>"))
                            .findFirst()
                            .orElse(answer.statusCode() + ""))
                    .as(vector.get("file"))
                    .contains("<h1>" + begins);
        }
        all.assertAll();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.setHeader("Accept-Language", "en").build(), BodyHandlers.ofString());
    }

    private static byte[] bytes(Map<String, String> vector) throws IOException {
        return Files.readAllBytes(VECTORS.resolve(vector.get("file")));
    }

    /// A node knows its own log's state alone; examples for readers who bring another are not for it.
    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> vectors(Predicate<Map<String, String>> wanted) throws IOException {
        String yaml = Files.readString(VECTORS.resolve("vectors.yaml"));
        var all = (List<Map<String, String>>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        List<Map<String, String>> some = all.stream()
                .filter(vector -> !vector.containsKey("checkpoint"))
                .filter(wanted)
                .toList();
        assertThat(some).hasSizeGreaterThan(200);
        return some;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
