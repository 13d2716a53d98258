package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.SealCertificates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The pages of certificates and their interface for programs, as the administrator and the principal use them.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
class CertificatePagesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void an_administrator_declares_withdraws_and_revokes_and_is_told_where_the_work_begins(RunningNode node)
            throws IOException {
        HoaSenSchool school = new HoaSenSchool(node, "22199951");
        Actor admin = school.person("Hoàng Quốc Trị", Role.ADMINISTRATOR, Optional.empty(), Optional.empty());
        Visit plain = new SignedInPeople(node).plain(admin);
        assertThat(plain.get("/people").body()).contains("/certificates?at=").doesNotContain("can seal now");
        assertThat(plain.get("/certificates").body()).contains("Seals now", "In force", "days left");
        assertThat(plain.get("/certificates/declare").body()).contains("Show the second factor");
        assertThat(plain.post("/certificates/declare/made", Map.of()).statusCode())
                .isEqualTo(403);

        Visit visit = new SignedInPeople(node).strong(admin);
        visit.get("/certificates/declare");
        HttpResponse<String> none = visit.post("/certificates/declare", Map.of("held", "00"));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("holds no such key");
        assertThat(visit.post("/certificates/declare", Map.of()).body())
                .contains("Choose the file with the certificate.");
        assertThat(Visit.to(visit.post("/certificates/declare/made", Map.of()))).contains("done=declared");

        JsonNode seals = JSON.readTree(visit.get("/api/v1/certificates").body()).get("seals");
        assertThat(seals).hasSize(2).allSatisfy(seal -> {
            assertThat(seal.get("declared").booleanValue()).isTrue();
            assertThat(seal.get("warning").stringValue()).isEqualTo("LATER");
        });
        String newer = seals.get(0).get("id").stringValue();
        String older = seals.get(1).get("id").stringValue();

        visit.get("/certificates/" + older + "/withdraw");
        HttpResponse<String> past =
                visit.post("/certificates/" + older + "/withdraw", Map.of("from", "2020-01-01", "ground", "x"));
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("Name the first day on which the certificate seals no more");
        assertThat(Visit.to(visit.post(
                        "/certificates/" + older + "/withdraw", Map.of("from", "2999-01-01", "ground", "new one"))))
                .contains("done=withdrawn");
        assertThat(visit.get("/certificates?done=withdrawn").body())
                .contains("The certificate is withdrawn.", "new one");

        assertThat(visit.get("/certificates/" + newer + "/revoke").body()).contains("demonstration authority");
        for (String each : new String[] {newer, older}) {
            assertThat(Visit.to(visit.post("/certificates/" + each + "/revoke", Map.of("ground", "token stolen"))))
                    .contains("done=revoked");
        }
        assertThat(visit.get("/certificates").body())
                .contains("token stolen", "No declared certificate can seal now")
                .doesNotContain("Seals now");
        assertThat(visit.get("/people").body()).contains("that can seal now", "Look at the certificates");
        assertThat(visit.get("/journal").statusCode()).isNotEqualTo(500);

        Visit principal = new SignedInPeople(node).plain(school.principal());
        assertThat(principal.get("/certificates").body())
                .contains("token stolen", "Trường")
                .doesNotContain("/certificates/declare");
        assertThat(principal
                        .json("POST", "/api/v1/certificates/" + older + "/revoke", "{\"ground\": \"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_program_declares_nothing_without_a_second_factor_and_what_it_sends_must_be_a_certificate(RunningNode node)
            throws IOException {
        HoaSenSchool school = new HoaSenSchool(node, "22199952");
        Actor admin = school.person("Hoàng Quốc Trị", Role.ADMINISTRATOR, Optional.empty(), Optional.empty());
        SignedInPeople people = new SignedInPeople(node);
        Visit plain = people.plain(admin);
        plain.get("/account");
        assertThat(plain.json("POST", "/api/v1/certificates", "{\"certificate\": \"x\"}")
                        .body())
                .contains("second-factor-needed");
        Visit strong = people.strong(admin);
        strong.get("/account");
        assertThat(strong.json("POST", "/api/v1/certificates", "{\"certificate\": \"x\"}")
                        .body())
                .contains("not-a-certificate");
        assertThat(strong.json("POST", "/api/v1/certificates", "[").statusCode())
                .isEqualTo(400);
        String again = JSON.writeValueAsString(Map.of(
                "certificate",
                pem(node.get(SealCertificates.class).of(school.school().id()).getFirst())));
        assertThat(strong.json("POST", "/api/v1/certificates", again).body()).contains("certificate-declared-already");
    }

    private static String pem(SealCertificates.SealCertificate seal) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + java.util.Base64.getMimeEncoder()
                            .encodeToString(seal.certificate().getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
