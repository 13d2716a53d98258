package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.spi.Heading;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.Stop;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.LookAtSigning;
import org.matricula.registry.records.flows.LookAtWork;
import org.matricula.registry.records.store.WorkStore;

/// A teacher of several subjects signs all of them in a class with one PIN.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignTogetherTest {
    private static final String PIN = new String(HoaSenSchool.PIN);

    private HoaSenSchool school;
    private SignedInPeople people;

    @BeforeAll
    void a_school(RunningNode node) throws IOException {
        school = new HoaSenSchool(node, "22199917");
        people = new SignedInPeople(node);
    }

    private List<String> own(ClassRoom room) {
        return school.get(LookAtSigning.class).own(school.homeroom(), room).stream()
                .map(Heading::code)
                .toList();
    }

    @Test
    void signs_all_of_them_with_one_pin_and_watches_them_together() {
        ClassRoom room = school.enter("4T", 11);
        String here = "/classes/" + room.id() + "/sign";
        Visit visit = people.strong(school.homeroom());
        int subjects = own(room).size();
        assertThat(subjects).isGreaterThan(2);
        assertThat(visit.get(here).body()).contains("Sign " + 11 * subjects + " results");
        assertThat(visit.post(here, Map.of("pin", "")).body()).contains("Type the PIN of your signing key.");
        String watched = Visit.to(visit.post(here, Map.of("pin", PIN)));
        assertThat(watched).startsWith(here + "?since=");
        List<Work> works = works(room);
        assertThat(works)
                .hasSize(subjects)
                .allSatisfy(work -> assertThat(school.ended(work.id()).done()).isEqualTo(11));
        assertThat(visit.get(watched.replace("?", "/progress?")).body())
                .contains("All " + 11 * subjects + " are done.")
                .doesNotContain("<html");
        assertThat(visit.get(watched).body())
                .contains("All " + 11 * subjects + " are done.", "11 signed", "There is nothing to sign now");
        List<Journal.Line> lines = school.get(Journal.class)
                .aboutPupil(
                        school.school().id(),
                        school.in(now -> school.get(ClassRecords.class).look(room, now))
                                .getFirst()
                                .pupil(),
                        Long.MAX_VALUE,
                        50);
        assertThat(lines.stream().filter(line -> line.act().equals("sign-subject")))
                .hasSizeGreaterThanOrEqualTo(subjects);
    }

    @Test
    void signs_what_was_left_after_a_fall_and_nothing_twice() {
        ClassRoom room = school.enter("4U", 2);
        String here = "/classes/" + room.id() + "/sign";
        Actor teacher = school.homeroom();
        Visit visit = people.strong(teacher);
        int subjects = own(room).size();
        String first = own(room).getFirst();
        UUID lost = school.in(now -> school.get(WorkStore.class)
                .begin(room.id(), Work.Kind.SIGN_SUBJECT, Optional.of(first), 2, teacher, now));
        assertThat(visit.get(here).body()).contains("0 of 2").doesNotContain("name=\"pin\"");
        school.get(WorkStore.class).end(lost, Optional.of(Stop.restarted()), Instant.now());
        assertThat(visit.get(here + "?since=" + lost).body())
                .contains("The work stopped: 0 of 2", "The register was restarted")
                .contains("Sign " + 2 * subjects + " results");
        String one = here + "/" + first;
        visit.get(one);
        String work = Visit.to(visit.post(one, Map.of("pin", PIN)));
        school.ended(UUID.fromString(work.substring(work.lastIndexOf('/') + 1)));
        assertThat(visit.get(here).body()).contains("Sign " + 2 * (subjects - 1) + " results");
        visit.post(here, Map.of("pin", PIN));
        works(room).forEach(each -> school.ended(each.id()));
        assertThat(visit.get(here).body()).contains("There is nothing to sign now");
    }

    @Test
    void is_nobody_else() {
        ClassRoom room = school.enter("4V", 1);
        assertThat(people.strong(school.principal())
                        .get("/classes/" + room.id() + "/sign")
                        .statusCode())
                .isEqualTo(403);
    }

    private List<Work> works(ClassRoom room) {
        return school.get(LookAtWork.class).ofSubjects(school.homeroom(), room, own(room));
    }
}
