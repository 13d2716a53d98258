package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Role;
import org.matricula.registry.signing.DemoKeys;
import org.matricula.registry.signing.KeyHolder;
import org.matricula.registry.signing.KeyRole;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.PersonalKey;

/// What a person reads whose key is not taken in or not taken out of use, and that the keys stay as they were.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysRefusedTest {
    private static final String PASSWORD = "file-password";
    private static final String PIN = "mot-hai-ba";

    private HoaSenSchool school;
    private SignedInPeople people;

    @BeforeAll
    void a_school(RunningNode node) throws IOException {
        school = new HoaSenSchool(node, "22199923");
        people = new SignedInPeople(node);
    }

    private Actor teacher(String name) {
        return school.person(name, Role.SUBJECT_TEACHER, Optional.of(UUID.randomUUID()), Optional.of("MUSIC"));
    }

    private List<PersonalKey> keys(Actor holder) {
        return school.get(PersonalKeys.class).of(holder.id());
    }

    private UUID key(Actor holder) {
        return keys(holder).getFirst().id();
    }

    @Nested
    class A_key_file_that_a_teacher_brings {
        private final Actor teacher = teacher("Phạm Thị Mang");
        private final List<PersonalKey> before = keys(teacher);

        /// A key as a certificate authority would hand it over at a moment; certificates last five years.
        private byte[] file(Path folder, String name, Instant made) {
            return DemoKeys.open(folder, school.issuer(), List.of(), made)
                    .personal(new KeyHolder(KeyRole.HOMEROOM, name, ""), school.issuer(), PASSWORD.toCharArray(), made);
        }

        private void is_not_taken(byte[] file, String password, String pin, String words) {
            Visit visit = people.strong(teacher);
            visit.get("/account/key?form=bring");
            HttpResponse<String> answer = visit.bring(
                    "/account/key/bring", Map.of("password", password, "pin", pin, "again", pin), "file", file);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(words).doesNotContain(pin, PASSWORD);
            assertThat(keys(teacher)).isEqualTo(before);
        }

        @Test
        void is_taken_when_the_name_the_days_the_password_and_the_pin_fit(@TempDir Path folder) {
            Actor other = teacher("Trần Thị Đúng");
            Visit visit = people.strong(other);
            visit.get("/account/key?form=bring");
            HttpResponse<String> answer = visit.bring(
                    "/account/key/bring",
                    Map.of("password", PASSWORD, "pin", PIN, "again", PIN),
                    "file",
                    file(folder, other.name(), Instant.now()));
            assertThat(Visit.to(answer)).isEqualTo("/account/key?done=brought");
            assertThat(keys(other)).hasSize(2);
        }

        @Test
        void of_another_name_is_not_taken(@TempDir Path folder) {
            is_not_taken(
                    file(folder, "Phạm Thị Khác", Instant.now()),
                    PASSWORD,
                    PIN,
                    "The certificate says Phạm Thị Khác, your account says Phạm Thị Mang");
        }

        @Test
        void whose_certificate_has_run_out_is_not_taken(@TempDir Path folder) {
            Instant sixYearsAgo = Instant.now().minus(6 * 365, ChronoUnit.DAYS);
            is_not_taken(
                    file(folder, teacher.name(), sixYearsAgo), PASSWORD, PIN, "The certificate is not valid today");
        }

        @Test
        void whose_certificate_begins_later_is_not_taken(@TempDir Path folder) {
            Instant nextWeek = Instant.now().plus(7, ChronoUnit.DAYS);
            is_not_taken(file(folder, teacher.name(), nextWeek), PASSWORD, PIN, "The certificate is not valid today");
        }

        @Test
        void whose_password_is_another_stays_locked(@TempDir Path folder) {
            is_not_taken(
                    file(folder, teacher.name(), Instant.now()),
                    "another-password",
                    PIN,
                    "This password does not open the file");
        }

        @Test
        void that_is_no_key_file_is_not_taken() {
            is_not_taken(
                    "dear authority".getBytes(StandardCharsets.UTF_8), PASSWORD, PIN, "This file is no PKCS #12 file");
        }

        @Test
        void is_not_locked_with_a_pin_that_is_easily_guessed(@TempDir Path folder) {
            is_not_taken(
                    file(folder, teacher.name(), Instant.now()),
                    PASSWORD,
                    "12345",
                    "The PIN has fewer than 6 characters");
        }
    }

    @Nested
    class Taking_a_key_out_of_use {
        private final Map<String, String> lost = Map.of("ground", "Lộ mã PIN");

        private HttpResponse<String> own(Visit visit, UUID key) {
            visit.get("/account/key");
            return visit.post("/account/key/revoke", Map.of("key", key.toString(), "ground", "Lộ mã PIN"));
        }

        @Test
        void a_teacher_cannot_take_a_colleague_s_for_the_own() {
            Actor colleague = teacher("Lê Thị Giữ");
            HttpResponse<String> answer = own(people.plain(teacher("Vũ Văn Nhầm")), key(colleague));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("This key belongs to nobody here");
            assertThat(keys(colleague)).noneMatch(PersonalKey::revoked);
        }

        @Test
        void a_teacher_who_does_it_twice_is_told_that_it_is_done() {
            Actor teacher = teacher("Ngô Văn Vội");
            Visit visit = people.plain(teacher);
            assertThat(Visit.to(own(visit, key(teacher)))).isEqualTo("/account/key?done=revoked");
            HttpResponse<String> again = own(visit, key(teacher));
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.body()).contains("This key is revoked already");
        }

        @Test
        void an_administrator_reaches_nobody_at_another_school(RunningNode node) throws IOException {
            Actor elsewhere = new HoaSenSchool(node, "22199924").principal();
            Visit visit = administrator("Bùi Văn Quản");
            visit.get("/people/keys");
            assertThat(visit.post("/people/keys/" + key(elsewhere) + "/revoke", lost)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(keys(elsewhere)).noneMatch(PersonalKey::revoked);
        }

        @Test
        void an_administrator_who_comes_too_late_reads_that_it_is_done() {
            Actor teacher = teacher("Đặng Thị Nhanh");
            Visit visit = administrator("Bùi Thị Quản");
            String revoke = "/people/keys/" + key(teacher) + "/revoke";
            visit.get(revoke);
            own(people.plain(teacher), key(teacher));
            HttpResponse<String> answer = visit.post(revoke, lost);
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("This key is revoked already");
        }

        private Visit administrator(String name) {
            return people.plain(school.person(name, Role.ADMINISTRATOR, Optional.empty(), Optional.empty()));
        }
    }
}
