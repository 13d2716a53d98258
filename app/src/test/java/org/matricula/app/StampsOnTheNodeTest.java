package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.ResumeClosing;
import org.matricula.registry.records.SealKeyMissing;
import org.matricula.registry.records.Stop;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.flows.RevokeOwnKey;
import org.matricula.registry.verification.TrustFile;
import org.matricula.verifier.Check;
import org.matricula.verifier.CheckId;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A node whose time-stamp authority is elsewhere, and does not answer at first.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StampsOnTheNodeTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicBoolean answers = new AtomicBoolean();
    private HttpServer authority;
    private RunningNode node;
    private Path folder = Path.of("");
    private HoaSenSchool school;

    @BeforeAll
    void a_school(@TempDir Path data) throws IOException {
        folder = data;
        authority = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        authority.createContext("/tsa", exchange -> {
            byte[] question = exchange.getRequestBody().readAllBytes();
            byte[] answer = answers.get() ? asked("/pki/tsa", "application/timestamp-query", question) : new byte[0];
            exchange.sendResponseHeaders(answers.get() ? 200 : 503, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        authority.start();
        System.setProperty(
                "matricula.tsa.url",
                "http://localhost:" + authority.getAddress().getPort() + "/tsa");
        try {
            node = RunningNode.start(data);
        } finally {
            System.clearProperty("matricula.tsa.url");
        }
        school = new HoaSenSchool(node);
    }

    @AfterAll
    void end() {
        node.close();
        authority.stop(0);
    }

    /// The node itself plays the authority elsewhere.
    private byte[] asked(String path, String type, byte[] question) throws IOException {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(node.root() + path))
                                    .header("Content-Type", type)
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void a_closing_waits_for_its_time_stamps_and_is_carried_on_when_the_authority_answers() {
        ClassRoom room = school.enter("4A", 2);
        school.approve(room);

        answers.set(false);
        UUID work = ((Outcome.Done<UUID>) school.get(CloseRecords.class).run(school.principal(), room)).value();
        Work stopped = node.ended(work);
        assertThat(stopped.problem().map(Stop::why)).contains(Stop.Why.UNREACHABLE);
        assertThat(stopped.problem().orElseThrow().detail()).contains("localhost");
        assertThat(pdfs()).isEmpty();

        answers.set(true);
        school.get(ResumeClosing.class).lost();
        assertThat(node.ended(work).problem()).isEmpty();
        assertThat(pdfs()).hasSize(2).allSatisfy(pdf -> {
            Verdict verdict = node.get(TrustFile.class).verifier().verify(pdf, Instant.now());
            assertThat(verdict.state()).as(String.valueOf(verdict.checks())).isEqualTo(State.GENUINE);
            for (CheckId id : List.of(CheckId.TIME_STAMP, CheckId.TIME_STAMP_AUTHORITY, CheckId.REVOCATION)) {
                assertThat(verdict.check(id).result()).as(id.name()).isEqualTo(Check.Result.PASSED);
            }
        });
    }

    @Test
    void nothing_is_closed_while_the_key_of_the_seal_is_not_there() throws IOException {
        ClassRoom room = school.enter("4C", 1);
        school.approve(room);
        Path keys = folder.resolve("demo-keys");
        Path away = Files.move(keys, folder.resolve("away"));
        Files.createFile(keys);
        try {
            assertThat(school.get(CloseRecords.class).run(school.principal(), room))
                    .isEqualTo(Outcome.refused(new SealKeyMissing()));
        } finally {
            Files.delete(keys);
            Files.move(away, keys);
        }
    }

    private List<byte[]> pdfs() {
        return node.get(JdbcClient.class)
                .sql("select pdf from records.issued")
                .query(byte[].class)
                .list();
    }

    @Test
    void a_key_that_its_holder_revokes_is_in_the_list_at_once() throws Exception {
        ClassRoom room = school.enter("4B", 1);
        Actor teacher = school.person("Lý Thị Dư", Role.HOMEROOM_TEACHER, Optional.of(room.id()), Optional.empty());
        UUID key = school.get(PersonalKeys.class)
                .newest(teacher.id())
                .orElseThrow()
                .id();
        int before = revoked();

        school.get(RevokeOwnKey.class).run(teacher, key, "somebody saw the PIN");

        assertThat(revoked()).isEqualTo(before + 1);
    }

    private int revoked() throws Exception {
        byte[] list = http.send(
                        HttpRequest.newBuilder(URI.create(node.root() + "/pki/issuing.crl"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        X509CRL read = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
        return read.getRevokedCertificates() == null
                ? 0
                : read.getRevokedCertificates().size();
    }
}
