package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.packs.vn.VNRB;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.DeclareWhatSealed;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.signing.SealCertificates;
import org.matricula.registry.signing.SealCertificates.How;
import org.matricula.registry.signing.SealCertificates.SealCertificate;
import org.matricula.registry.signing.flows.DeclareCertificate;
import org.matricula.registry.signing.flows.DeclareCertificate.Source;
import org.matricula.registry.signing.flows.RevokeCertificate;
import org.matricula.registry.signing.flows.WithdrawCertificate;
import org.matricula.registry.verification.TrustFile;
import org.matricula.verifier.State;
import org.matricula.verifier.signature.TrustList;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The certificate of the seal, from its declaration to its revocation, on a running node: what may be closed, and what
/// is genuine afterwards.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealOnTheNodeTest {
    private RunningNode node;
    private HoaSenSchool school;

    @BeforeAll
    void a_school(RunningNode shared) throws IOException {
        node = shared;
        school = new HoaSenSchool(node, "22199950");
    }

    private SealCertificate newest() {
        return node.get(SealCertificates.class).of(school.school().id()).getFirst();
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private Outcome<UUID> close(ClassRoom room) {
        return school.get(CloseRecords.class).run(school.principal(), room);
    }

    private void refusedByTheLaw(ClassRoom room) {
        assertThat(close(room))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(((Outcome.Refused<?>) refused)
                                        .reasons()
                                        .getFirst()
                                        .clauses())
                                .containsExactly(VNRB.II_10_E));
    }

    private List<byte[]> files(ClassRoom room) {
        return node.get(JdbcClient.class)
                .sql("""
                        select s.xml from records.sealed s join records.record r on r.id = s.record where r.class_id = ?
                        union all
                        select i.pdf from records.issued i join records.record r on r.id = i.record where r.class_id = ?""")
                .params(room.id(), room.id())
                .query(byte[].class)
                .list();
    }

    private void genuine(List<byte[]> files) {
        assertThat(files).isNotEmpty().allSatisfy(file -> {
            var verdict = node.get(TrustFile.class).verifier().verify(file, Instant.now());
            assertThat(verdict.state()).as(String.valueOf(verdict.checks())).isEqualTo(State.GENUINE);
        });
    }

    private TrustList.Institution published() throws IOException, InterruptedException {
        byte[] json = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(node.root() + "/verify/trust.json"))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        TrustList list = TrustList.read(json);
        assertThat(list.portals()).hasSize(1);
        return list.institution("22199950").orElseThrow();
    }

    @Test
    void closing_wants_a_declared_certificate_and_what_was_sealed_outlives_every_one_of_them() throws Exception {
        ClassRoom first = school.enter("4A", 1);
        school.close(first);
        List<byte[]> early = files(first);
        assertThat(early).hasSize(2);
        genuine(early);
        SealCertificate old = newest();

        // Withdrawn from today on: nothing more is closed, citing the clause.
        ClassRoom second = school.enter("4B", 1);
        school.approve(second);
        LocalDate today = node.get(Office.class).now(school.school().place()).date();
        done(node.get(WithdrawCertificate.class)
                .run(Actor.system(), school.school(), old.id(), Optional.of(today), "a new one comes"));
        refusedByTheLaw(second);
        genuine(early);

        // Rotated: the new one seals, and the trust list names both.
        SealCertificate fresh =
                done(node.get(DeclareCertificate.class).run(Actor.system(), school.school(), new Source.Made()));
        node.done(close(second));
        List<byte[]> late = files(second);
        genuine(late);
        genuine(early);
        assertThat(published().seals()).containsExactlyInAnyOrder(old.sha256(), fresh.sha256());
        assertThat(published().demandsStamp(today)).isTrue();

        // Revoked: refused again; what it sealed before, with its time stamp, stays genuine.
        ClassRoom third = school.enter("4C", 1);
        school.approve(third);
        done(node.get(RevokeCertificate.class).run(Actor.system(), school.school(), fresh.id(), "stolen"));
        refusedByTheLaw(third);
        genuine(late);

        // After an upgrade whatever has sealed counts as declared.
        forget();
        node.get(DeclareWhatSealed.class).run();
        assertThat(node.get(SealCertificates.class).of(school.school().id()))
                .extracting(SealCertificate::sha256)
                .containsExactlyInAnyOrder(old.sha256(), fresh.sha256());
        assertThat(newest().how()).isEqualTo(How.SEALED_BEFORE);
        genuine(early);
        genuine(late);
    }

    /// The register as it was before it knew of certificates.
    private void forget() throws Exception {
        try (Connection connection = node.get(javax.sql.DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("reset role");
            String own = " where certificate in (select id from signing.seal_certificate where institution = '"
                    + school.school().id() + "')";
            statement.execute("delete from signing.seal_certificate_withdrawn" + own);
            statement.execute("delete from signing.seal_certificate_revoked" + own);
            statement.execute("delete from signing.seal_certificate where institution = '"
                    + school.school().id() + "'");
            statement.execute("set role matricula_app");
        }
    }
}
