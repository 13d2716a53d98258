package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.law.testing.signing.TestSigningService;
import org.matricula.law.testing.signing.Trouble;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.ResumeClosing;
import org.matricula.registry.records.SealKeySilent;
import org.matricula.registry.records.Stop;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.signing.DemoKeys;
import org.matricula.registry.signing.KeyHolder;
import org.matricula.registry.signing.KeyRole;
import org.matricula.registry.signing.PersonKeyRefusals;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.Unlocking;
import org.matricula.registry.signing.flows.KeyRefusals;
import org.matricula.registry.signing.flows.UseRemoteKey;
import org.matricula.verifier.signature.Signer;

/// People sign on a running node with keys that live at a remote signing service.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteKeysOnTheNodeTest {
    private static final String SUBJECT = "MATHEMATICS";
    /// The same as of the keys that the others have on the node.
    private static final String PIN = new String(HoaSenSchool.PIN);
    private static final char[] FILE_PASSWORD = "file-password".toCharArray();

    private final TestSigningService service = TestSigningService.start().atMost(10);
    private RunningNode node;
    private HoaSenSchool school;
    private SignedInPeople people;
    private Path demoKeys = Path.of("");

    @BeforeAll
    void a_school(@TempDir Path data) throws IOException {
        node = RunningNode.start(data, service);
        school = new HoaSenSchool(node);
        people = new SignedInPeople(node);
        demoKeys = data.resolve("demo-keys");
    }

    @AfterAll
    void end() {
        node.close();
        service.close();
    }

    /// A class whose teacher has a key at the service.
    private ClassRoom entered(String name, int pupils) {
        ClassRoom room = school.enter(name, pupils);
        Actor teacher = school.teacherOf(SUBJECT);
        service.holding("key of " + name, keyOf(teacher.name()), FILE_PASSWORD, PIN);
        assertThat(school.get(UseRemoteKey.class).run(teacher, "key of " + name))
                .isInstanceOf(Outcome.Done.class);
        return room;
    }

    private byte[] keyOf(String name) {
        Instant now = Instant.parse("2026-05-25T01:00:00Z");
        return DemoKeys.open(demoKeys, school.issuer(), List.of(), now)
                .personal(new KeyHolder(KeyRole.HOMEROOM, name, ""), school.issuer(), FILE_PASSWORD, now);
    }

    private Visit teacher() {
        return people.strong(school.teacherOf(SUBJECT));
    }

    private HttpResponse<String> press(ClassRoom room, String pin) {
        String sign = "/classes/" + room.id() + "/sign/" + SUBJECT;
        teacher().get(sign);
        return teacher().post(sign, Map.of("pin", pin));
    }

    private Work ended(HttpResponse<String> answer) {
        String address = Visit.to(answer);
        return school.ended(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)));
    }

    private long signed(ClassRoom room) {
        return school.in(now -> school.get(ClassRecords.class).look(room, now)).stream()
                .map(WorkingRecord::signed)
                .filter(keys -> keys.contains("subject." + SUBJECT))
                .count();
    }

    private int asked() {
        return Collections.frequency(service.asked(), "credentials/authorize");
    }

    @Test
    void a_teacher_names_the_key_and_signs_a_class_with_its_pin() {
        ClassRoom room = entered("4B", 1);
        Actor teacher = school.teacherOf(SUBJECT);
        service.holding("GX0112348", keyOf(teacher.name()), FILE_PASSWORD, PIN);
        assertThat(teacher().get("/account/key").body()).contains("Use a key at 127.0.0.1");
        assertThat(teacher().get("/account/key?form=remote").body()).contains("Name of the key at the service");
        assertThat(Visit.to(teacher().post("/account/key/remote", Map.of("credential", " GX0112348 "))))
                .isEqualTo("/account/key?done=named");
        assertThat(teacher().get("/account/key?done=named").body())
                .contains("The key is known here")
                .contains("The signing service 127.0.0.1");

        Work work = ended(press(room, PIN));

        assertThat(work.problem()).isEmpty();
        assertThat(signed(room)).isOne();
    }

    @Test
    void a_service_that_fails_at_the_23rd_value_costs_nothing_and_a_second_press_signs_the_rest() {
        ClassRoom room = entered("4C", 35);
        service.from(service.given() + 23, Trouble.FAILS);

        Work stopped = ended(press(room, PIN));
        assertThat(stopped.problem().map(Stop::why)).contains(Stop.Why.UNREACHABLE);
        assertThat(signed(room)).as("two batches of ten").isEqualTo(20);

        service.recover();
        assertThat(ended(press(room, PIN)).problem()).isEmpty();
        assertThat(signed(room)).isEqualTo(35);
    }

    @Test
    void a_wrong_pin_is_a_try_and_the_right_one_signs() {
        ClassRoom room = entered("4D", 2);

        HttpResponse<String> pressed = press(room, "00000000");
        assertThat(ended(pressed).problem().map(Stop::why)).contains(Stop.Why.REFUSED);
        assertThat(teacher().get(Visit.to(pressed)).body()).contains("PIN");
        assertThat(signed(room)).isZero();

        assertThat(ended(press(room, PIN)).problem()).isEmpty();
        assertThat(signed(room)).isEqualTo(2);
    }

    @Test
    void after_five_wrong_pins_the_service_is_left_alone() {
        ClassRoom room = school.enter("4E", 1);
        Actor guessed =
                school.person("Mai Văn Đoán", Role.SUBJECT_TEACHER, Optional.of(room.id()), Optional.of("MUSIC"));
        service.holding("his", keyOf(guessed.name()), FILE_PASSWORD, PIN);
        school.get(UseRemoteKey.class).run(guessed, "his");
        PersonalKeys keys = school.get(PersonalKeys.class);
        Instant at = keys.newest(guessed.id()).orElseThrow().notBefore();
        for (int i = 0; i < 5; i++) {
            Signer signer = ((Unlocking.Unlocked) keys.unlock(guessed.id(), "00000000".toCharArray(), at)).signer();
            assertThatThrownBy(() -> signer.sign(List.of(new byte[32]))).isInstanceOf(Signer.SigningFailed.class);
        }
        int before = asked();

        assertThat(keys.unlock(guessed.id(), PIN.toCharArray(), at)).isInstanceOf(Unlocking.Resting.class);
        assertThat(asked()).isEqualTo(before);
        assertThat(keys.newest(school.principal().id()).orElseThrow().service())
                .as("others keep their keys here")
                .isEmpty();
    }

    @Test
    void a_closing_whose_seal_is_at_the_service_waits_for_it_and_is_carried_on() throws IOException {
        ClassRoom room = school.enter("4H", 2);
        school.approve(room);
        Properties secrets = new Properties();
        try (Reader in = Files.newBufferedReader(demoKeys.resolve("keys.properties"))) {
            secrets.load(in);
        }
        Path file = demoKeys.resolve("school.p12");
        service.holding(
                "seal",
                Files.readAllBytes(file),
                secrets.getProperty("password").toCharArray(),
                PIN);
        service.describe(demoKeys, "school", "seal", 20);
        Files.delete(file);

        service.down(true);
        assertThat(school.get(CloseRecords.class).run(school.principal(), room))
                .isEqualTo(Outcome.refused(new SealKeySilent()));
        service.down(false);

        service.now(Trouble.FAILS);
        Outcome<UUID> begun = school.get(CloseRecords.class).run(school.principal(), room);
        UUID closing = ((Outcome.Done<UUID>) begun).value();
        assertThat(school.ended(closing).problem().map(Stop::why)).contains(Stop.Why.UNREACHABLE);

        service.recover();
        school.get(ResumeClosing.class).lost();
        assertThat(school.ended(closing).problem()).isEmpty();
        List<WorkingRecord> records =
                school.in(now -> school.get(ClassRecords.class).look(room, now));
        assertThat(records).hasSize(2).allMatch(record -> record.state() == RecordState.CLOSED);
    }

    @Test
    void a_key_that_is_not_the_teachers_or_not_there_is_refused_in_words() {
        school.enter("4G", 1);
        Actor teacher = school.teacherOf(SUBJECT);
        UseRemoteKey use = school.get(UseRemoteKey.class);
        service.holding("another's", keyOf("Phạm Thu Hương"), FILE_PASSWORD, PIN);
        service.holding("without a PIN", keyOf(teacher.name()), FILE_PASSWORD, "");

        assertThat(use.run(teacher, "another's"))
                .isEqualTo(Outcome.refused(new PersonKeyRefusals.KeyOfAnother("Phạm Thu Hương", teacher.name())));
        assertThat(use.run(teacher, "nobody's")).isEqualTo(Outcome.refused(new KeyRefusals.NoSuchRemoteKey()));
        assertThat(use.run(teacher, " ")).isEqualTo(Outcome.refused(new KeyRefusals.NoSuchRemoteKey()));
        assertThat(use.run(teacher, "without a PIN")).isEqualTo(Outcome.refused(new KeyRefusals.NoSuchRemoteKey()));
        HttpResponse<String> answer = teacher().post("/account/key/remote", Map.of("credential", "nobody's"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("has no key of this name").contains("value=\"nobody&#39;s\"");
    }
}
