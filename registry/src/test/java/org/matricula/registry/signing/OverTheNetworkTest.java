package org.matricula.registry.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.signing.DemoRevocations.RevokedCertificate;
import org.matricula.registry.signing.DemoServices.Rank;
import org.matricula.verifier.CheckId;
import org.matricula.verifier.State;
import org.matricula.verifier.Verdict;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.record.Issue;
import org.matricula.verifier.record.RecordContent;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SignerIdentity;
import org.matricula.verifier.record.SigningAct;
import org.matricula.verifier.signature.OnlineRevocation;
import org.matricula.verifier.signature.Signer;
import org.matricula.verifier.signature.Stamper.StampingFailed;
import org.matricula.verifier.signature.TimeStamp;

/// Authorities that are asked over HTTP.
class OverTheNetworkTest {
    private static final Instant NOW =
            InstantSource.system().instant().minusSeconds(5).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    private static final Issuer SCHOOL = new Issuer("VN-79-0042", "Trường Tiểu học Hoa Sen");

    @TempDir
    Path folder;

    private final List<RevokedCertificate> revoked = new ArrayList<>();
    private final AtomicInteger questions = new AtomicInteger();
    private HttpServer server;
    private String address = "";
    private DemoKeys keys;
    private DemoServices services;

    @BeforeEach
    void a_node() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://localhost:" + server.getAddress().getPort();
        keys = DemoKeys.open(
                folder, SCHOOL, List.of(new KeyHolder(KeyRole.PRINCIPAL, "Lê Thị Mai", "HT-01")), address, NOW);
        services = DemoKeys.servicesIn(folder, () -> revoked, NOW);
        serve("/pki/tsa", question -> services.stamp(question, NOW));
        serve("/pki/ocsp", question -> services.answer(question, NOW));
        serve("/pki/issuing.crl", _ -> services.revoked(Rank.ISSUING, NOW).orElseThrow());
        serve("/wrong", _ -> new byte[] {1, 2, 3});
        serve("/other", _ -> services.stamp(new byte[0], NOW));
        server.start();
    }

    private void serve(String path, UnaryOperator<byte[]> answer) {
        server.createContext(path, exchange -> {
            questions.incrementAndGet();
            byte[] body = answer.apply(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private TimeStampClient at(String path) {
        return new TimeStampClient(URI.create(address + path));
    }

    @Test
    void a_time_stamp_authority_elsewhere_stamps() {
        byte[] digest = new byte[32];
        digest[3] = 9;

        assertThat(TimeStamp.read(at("/pki/tsa").token(digest)).orElseThrow().sha256())
                .isEqualTo(digest);
    }

    @Test
    void an_authority_that_answers_something_else_stamps_nothing() {
        for (String path : List.of("/wrong", "/other", "/nowhere")) {
            assertThatThrownBy(() -> at(path).token(new byte[32]))
                    .as(path)
                    .isInstanceOf(StampingFailed.class)
                    .hasMessageContaining("localhost");
        }
    }

    @Test
    void an_authority_that_is_not_there_stamps_nothing() {
        server.stop(0);

        assertThatThrownBy(() -> at("/pki/tsa").token(new byte[32])).isInstanceOf(StampingFailed.class);
    }

    /// A record at level B, whose certificates name the node.
    private byte[] record() {
        Signer head = keys.directory().signer(KeyRole.PRINCIPAL, "", "", NOW);
        Signer seal = keys.directory().signer(KeyRole.SCHOOL, "", "", NOW);
        RecordSealing record = RecordSealing.prepare(new RecordContent(
                "f",
                "HB-1",
                1,
                SCHOOL,
                List.of(new Block("year", "Kết quả", Block.Role.HEAD, List.of(new Block.Field("r", "R", "9"))))));
        new SigningAct(SignerIdentity.of(head), NOW).head(record).signWith(head);
        Issue issue = new Issue("7QK4M2XN", "418203", NOW.atOffset(java.time.ZoneOffset.ofHours(7)));
        new SigningAct(SignerIdentity.of(seal), NOW).seal(record, issue).signWith(seal);
        return record.toBytes();
    }

    @Test
    void a_verifier_that_may_ask_asks_once_and_remembers() {
        byte[] record = record();
        Verifier verifier = Verifier.trusting(keys.trust()).asking(new OnlineRevocation());

        Verdict first = verifier.verify(record, NOW.plusSeconds(60));
        assertThat(first.state()).as(String.valueOf(first.checks())).isEqualTo(State.GENUINE);
        int asked = questions.get();
        assertThat(asked).isPositive();
        assertThat(verifier.verify(record, NOW.plusSeconds(61)).state()).isEqualTo(State.GENUINE);
        assertThat(questions.get()).isEqualTo(asked);
    }

    @Test
    void a_verifier_that_asks_hears_of_a_key_that_was_revoked_before_signing() {
        byte[] record = record();
        revoked.add(new RevokedCertificate(
                keys.directory().signer(KeyRole.PRINCIPAL, "", "", NOW).certificate(), NOW.minusSeconds(60)));

        Verdict verdict =
                Verifier.trusting(keys.trust()).asking(new OnlineRevocation()).verify(record, NOW.plusSeconds(60));

        assertThat(verdict.state()).as(String.valueOf(verdict.checks())).isEqualTo(State.NOT_OURS);
    }

    @Test
    void a_source_that_is_not_there_is_could_not_check() {
        byte[] record = record();
        server.stop(0);

        Verdict verdict =
                Verifier.trusting(keys.trust()).asking(new OnlineRevocation()).verify(record, NOW.plusSeconds(60));

        assertThat(verdict.state()).as(String.valueOf(verdict.checks())).isEqualTo(State.COULD_NOT_CHECK);
        assertThat(verdict.check(CheckId.REVOCATION).details())
                .extracting(detail -> detail.key())
                .contains("revocation-unreachable");
    }
}
