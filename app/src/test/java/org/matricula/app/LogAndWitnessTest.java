package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.transparency.PublicLog;
import org.matricula.registry.transparency.TransparencyLog;
import org.matricula.registry.transparency.Witness;
import org.matricula.registry.transparency.WitnessRole;
import org.matricula.registry.transparency.Witnesses;
import org.matricula.verifier.merkle.Checkpoint;
import org.matricula.verifier.merkle.CheckpointGrowth;
import org.matricula.verifier.merkle.Hash;
import org.matricula.verifier.merkle.LeafCommitment;
import org.matricula.verifier.merkle.LoggedAct;
import org.matricula.verifier.merkle.Salt;
import org.matricula.verifier.merkle.SignedNote;
import org.matricula.verifier.merkle.WitnessKey;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One register with a log and another that witnesses it: the files over HTTP, cosignatures, and what a log with two
/// histories gets.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LogAndWitnessTest {
    private static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");

    private final HttpClient client = HttpClient.newHttpClient();

    private Path folder = Path.of("");
    private RunningNode register;
    private RunningNode other;
    private Witnesses witnesses;
    private WitnessKey witness;

    @BeforeAll
    void two_nodes(@TempDir Path data) {
        folder = data;
        register = RunningNode.start(folder.resolve("register"));
        other = witnessing(register.get(PublicLog.class).key().toString());
        witness = other.get(WitnessRole.class).witness().map(Witness::key).orElseThrow();
        witnesses = asked(other.root());
        append(3);
    }

    @AfterAll
    void stop() {
        other.close();
        register.close();
    }

    private RunningNode witnessing(String key) {
        System.setProperty("matricula.witness.for", key);
        try {
            return RunningNode.start(folder.resolve("witness"));
        } finally {
            System.clearProperty("matricula.witness.for");
        }
    }

    private Witnesses asked(String root) {
        return new Witnesses(register.get(PublicLog.class), Witnesses.Address.read(root + "/witness " + witness));
    }

    /// Adds acts whose documents nobody has, and signs.
    private void append(int count) {
        TransparencyLog log = register.get(TransparencyLog.class);
        List<LeafCommitment> acts = IntStream.range(0, count)
                .mapToObj(i -> LeafCommitment.of(
                        Salt.of(Hash.sha256(new byte[] {(byte) i, (byte) (i >> 8)})
                                .bytes()),
                        LoggedAct.ISSUE,
                        "VN-" + i,
                        1,
                        new byte[] {(byte) i}))
                .toList();
        new TransactionTemplate(register.get("transactionManager", PlatformTransactionManager.class))
                .executeWithoutResult(_ -> log.append(acts, AT));
        log.integrate(AT);
    }

    private long size() {
        return Checkpoint.read(register.get(PublicLog.class).checkpoint().text())
                .size();
    }

    private HttpResponse<byte[]> get(RunningNode node, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.root() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private HttpResponse<byte[]> post(RunningNode node, String path, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(node.root() + path))
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    @Order(1)
    void the_checkpoint_is_plain_text_that_is_asked_for_anew_each_time() {
        HttpResponse<byte[]> answer = get(register, "/log/checkpoint");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(header(answer, "Cache-Control")).contains("no-cache");
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        SignedNote note = SignedNote.read(answer.body());
        assertThat(note.signedBy(register.get(PublicLog.class).key())).isTrue();
        assertThat(get(register, "/log/checkpoint", "If-None-Match", header(answer, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    @Order(2)
    void tiles_are_kept_for_ever_and_what_is_none_is_a_problem() {
        for (String path : List.of("/log/tile/0/000.p/3", "/log/tile/entries/000.p/3")) {
            HttpResponse<byte[]> answer = get(register, path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).isEqualTo("application/octet-stream");
            assertThat(header(answer, "Cache-Control")).contains("immutable", "public", "max-age=31536000");
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        }
        assertThat(get(register, "/log/tile/0/000.p/3").body()).hasSize(96);
        assertThat(get(register, "/log/tile/entries/000.p/3").body()).hasSize(102);
        for (String path : List.of(
                "/log/tile/0/000",
                "/log/tile/0/000.p/4",
                "/log/tile/0/0",
                "/log/tile/9/000",
                "/log/tile/0/000.p/3/",
                "/log/tile/0/%30%30%30.p/3",
                "/log/tile/entries/../0/000.p/3",
                "/log/tile/")) {
            HttpResponse<byte[]> answer = get(register, path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            if (answer.statusCode() == 404) {
                assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
            }
        }
    }

    @Test
    @Order(3)
    void a_witness_cosigns_and_everybody_gets_the_cosignature() {
        assertThat(witnesses.progress())
                .singleElement()
                .satisfies(each -> assertThat(each.behind()).isEqualTo(3));
        witnesses.ask(AT);
        assertThat(witnesses.progress()).singleElement().satisfies(each -> {
            assertThat(each.behind()).isZero();
            assertThat(each.problem()).isEmpty();
        });
        SignedNote served = SignedNote.read(get(register, "/log/checkpoint").body());
        assertThat(witness.cosigned(served)).isPresent();
        assertThat(served.signedBy(register.get(PublicLog.class).key())).isTrue();
        String digest = Hash.sha256(register.get(PublicLog.class).key().name().getBytes(StandardCharsets.UTF_8))
                .toString();
        SignedNote seen =
                SignedNote.read(get(other, "/witness/" + digest + "/checkpoint").body());
        assertThat(seen.text()).isEqualTo(served.text());
        assertThat(witness.cosigned(seen)).isPresent();
    }

    @Test
    @Order(4)
    void a_witness_that_is_down_stops_nothing_and_catches_up_later() {
        Witnesses nobody = asked("http://127.0.0.1:1");
        append(4);
        assertThatCode(() -> nobody.ask(AT)).doesNotThrowAnyException();
        assertThat(nobody.progress()).singleElement().satisfies(each -> {
            assertThat(each.behind()).isEqualTo(4);
            assertThat(each.problem()).contains("ConnectException");
        });
        append(2);
        witnesses.ask(AT);
        assertThat(witnesses.behind(witness.name())).isZero();
        assertThat(witness.cosigned(
                        SignedNote.read(get(register, "/log/checkpoint").body())))
                .isPresent();
    }

    @Test
    @Order(5)
    void a_witness_refuses_another_history_and_one_that_went_back() {
        PublicLog log = register.get(PublicLog.class);
        long size = size();
        CheckpointGrowth back = new CheckpointGrowth(
                size,
                List.of(),
                SignedNote.read(get(register, "/log/checkpoint").body()));
        assertThat(post(other, "/witness/add-checkpoint", back.toBytes()).statusCode())
                .isEqualTo(200);
        CheckpointGrowth again = log.growth(0).orElseThrow();
        HttpResponse<byte[]> conflict = post(other, "/witness/add-checkpoint", again.toBytes());
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(header(conflict, "Content-Type")).isEqualTo("text/x.tlog.size");
        assertThat(conflict.body()).asString().isEqualTo(size + "\n");

        // The same log, from its second start with the same key and an empty database.
        try (RunningNode second = RunningNode.start(secondLife())) {
            PublicLog forged = second.get(PublicLog.class);
            assertThat(forged.key()).isEqualTo(log.key());
            TransparencyLog its = second.get(TransparencyLog.class);
            LeafCommitment act = LeafCommitment.of(
                    Salt.of(Hash.sha256(new byte[] {9}).bytes()), LoggedAct.ISSUE, "VN-other", 1, new byte[1]);
            TransactionTemplate transaction =
                    new TransactionTemplate(second.get("transactionManager", PlatformTransactionManager.class));
            Witnesses asked = new Witnesses(forged, Witnesses.Address.read(other.root() + "/witness " + witness));
            for (long i = 0; i < size - 1; i++) {
                transaction.executeWithoutResult(_ -> its.append(List.of(act), AT));
            }
            its.integrate(AT);
            asked.ask(AT);
            assertThat(asked.progress().getFirst().problem()).contains("rolled back");
            for (int i = 0; i < 3; i++) {
                transaction.executeWithoutResult(_ -> its.append(List.of(act), AT));
            }
            its.integrate(AT);
            asked.ask(AT);
            assertThat(asked.progress().getFirst().problem()).contains("another history");
            assertThat(asked.progress().getFirst().size()).isZero();
        }
        String newest = new String(
                get(other, "/witness/" + Hash.sha256(log.key().name().getBytes(StandardCharsets.UTF_8)) + "/checkpoint")
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(newest).contains("\n" + size + "\n");
    }

    private Path secondLife() {
        Path second = folder.resolve("second");
        try {
            for (String name : List.of("keys/log.key", "log/origin")) {
                Files.createDirectories(second.resolve(name).getParent());
                Files.copy(folder.resolve("register").resolve(name), second.resolve(name));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return second;
    }

    @Test
    @Order(6)
    void who_asks_for_what_no_witness_cosigns_is_told_why() {
        assertThat(post(other, "/witness/add-checkpoint", "nothing".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post(register, "/witness/add-checkpoint", new byte[0]).statusCode())
                .as("a node that is no witness")
                .isEqualTo(404);
        CheckpointGrowth own = other.get(PublicLog.class).growth(0).orElseThrow();
        assertThat(post(other, "/witness/add-checkpoint", own.toBytes()).statusCode())
                .as("a log that it does not know")
                .isEqualTo(404);
        byte[] changed = new String(
                        register.get(PublicLog.class).growth(0).orElseThrow().toBytes(), StandardCharsets.UTF_8)
                .replace("\n" + size() + "\n", "\n" + (size() + 1) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(post(other, "/witness/add-checkpoint", changed).statusCode())
                .as("a checkpoint that was changed after signing")
                .isEqualTo(403);
        assertThat(get(other, "/witness/" + "0".repeat(64) + "/checkpoint").statusCode())
                .isEqualTo(404);
    }

    @Test
    @Order(7)
    void the_page_compares_a_checkpoint_that_somebody_holds() {
        String old = new String(register.get(PublicLog.class).bytes(), StandardCharsets.UTF_8);
        append(5);
        assertThat(new String(get(register, "/log", "Accept-Language", "en").body(), StandardCharsets.UTF_8))
                .contains("The public log", witness.name().isEmpty() ? "" : "Compare");
        String page = compared(old);
        assertThat(page).contains("nothing was removed or changed");
        assertThat(compared(old.replace("\n", "\r\n"))).contains("nothing was removed or changed");
        assertThat(compared("nothing")).contains("This is no checkpoint");
        assertThat(compared(new String(other.get(PublicLog.class).bytes(), StandardCharsets.UTF_8)))
                .contains("not signed by this log");
    }

    private String compared(String checkpoint) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(register.root() + "/log"))
                .header("Accept-Language", "en")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("checkpoint=" + URLEncoder.encode(checkpoint, StandardCharsets.UTF_8)))
                .build();
        return new String(send(request).body(), StandardCharsets.UTF_8);
    }

    /// Go's packages for checksum databases, from Debian, read the log as any other of its kind.
    @Test
    @Order(8)
    @Tag("foreign")
    void go_finds_every_leaf_and_that_the_log_only_grew() throws IOException {
        Path old = folder.resolve("old");
        Files.write(old, get(register, "/log/checkpoint").body());
        append(260);
        append(300);
        witnesses.ask(AT);
        Program agreed = go(old);
        assertThat(agreed.status()).as(agreed.said()).isZero();
        assertThat(agreed.said())
                .contains(size() + " leaves are in the tree; it grew out of ")
                .contains("cosigned at");
        assertThat(size()).isGreaterThan(2 * 256);

        Files.writeString(old, Files.readString(old).replaceFirst("\n[0-9]+\n", "\n7\n"));
        Program refused = go(old);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.said()).contains("WRONG: the old checkpoint");
    }

    private Program go(Path old) {
        return Program.run(
                List.of(
                        "env",
                        "GO111MODULE=off",
                        "GOPATH=/usr/share/gocode",
                        "GOCACHE=" + folder.resolve("go-cache"),
                        "go",
                        "run",
                        ".",
                        register.root() + "/log",
                        register.get(PublicLog.class).key().toString(),
                        old.toString(),
                        witness.toString()),
                Path.of("src/test/go/logcheck"));
    }
}
