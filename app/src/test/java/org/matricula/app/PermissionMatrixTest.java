package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.matricula.app.Deeds.Deed;
import org.matricula.app.PermissionTable.Row;
import org.matricula.app.PermissionTable.Who;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.flow.SecondFactorNeeded;
import org.matricula.registry.gradebook.ClassRoom;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may do what, held against the office itself: every cell of `permissions.txt` is carried out on a running node.
///
/// A `yes` means that the act was done for real, and that the runner's own line in the journal says by which role. Two
/// acts have no such line, since they only ask the runner whether they may.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixTest {
    private static final PermissionTable TABLE = PermissionTable.read();
    private static final String SUBJECT = "MUSIC";
    private static final String OTHER_SUBJECT = "MATHEMATICS";
    private static final Set<String> ONLY_ASKED = Set.of("look-at-work", "read-people");

    private final Deeds deeds = new Deeds();
    private final Map<Role, Actor> people = new EnumMap<>(Role.class);
    private HoaSenSchool school;
    private Institution elsewhere;
    private ClassRoom otherClass;
    private LocalDate today = LocalDate.MIN;

    @BeforeAll
    void a_school_with_classes_in_every_state(RunningNode node, @TempDir Path keys) throws IOException {
        school = new HoaSenSchool(node, "22199907");
        elsewhere = another("99000001");
        otherClass = school.enter("4B", 1);
        ClassRoom room = school.enter("4A", 1);
        DeskDeeds.add(deeds, school, room, SUBJECT);
        IntakeDeeds.add(deeds, school, room);
        PeopleDeeds.add(deeds, school, another("99000002"));
        KeyDeeds.add(deeds, school, room, keys, node.signing());
        RecordDeeds.add(deeds, school, SUBJECT);
        people.put(Role.SUBJECT_TEACHER, school.teacherOf(SUBJECT));
        people.put(Role.HOMEROOM_TEACHER, school.homeroom());
        people.put(Role.PRINCIPAL, school.principal());
        for (Role role : List.of(Role.OFFICE, Role.ADMINISTRATOR, Role.INSPECTOR)) {
            Account account = school.in(
                    now -> school.get(Accounts.class).open("matrix." + role, "Trần Văn An", Actor.system(), now));
            people.put(role, new Actor(Optional.of(account.id()), account.name(), List.of(), true));
        }
        today = school.get(Office.class).now(school.school().place()).date();
    }

    private Institution another(String code) {
        return school.in(now -> school.get(Institutions.class)
                .add(code, "Trường " + code, LocalDate.of(2000, 1, 1), "VN", HoaSenSchool.HANOI, Map.of(), now));
    }

    @Test
    void every_act_has_its_row_and_every_row_is_carried_out() {
        assertThat(TABLE.rows().stream().map(Row::act).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Acts.all().stream().map(Acts::name).toList());
        assertThat(TABLE.rows().stream().map(Row::key))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(deeds.all().keySet());
    }

    static Stream<Arguments> cells() {
        return TABLE.rows().stream()
                .flatMap(row -> Stream.of(Who.values())
                        .map(who ->
                                Arguments.of(row.key(), who.title, row.cells().get(who), row, who)));
    }

    @ParameterizedTest(name = "{0}, by {1}: {2}")
    @MethodSource("cells")
    void each_cell_says_what_the_office_says(String key, String title, String expected, Row row, Who who) {
        Deed deed = deeds.all().get(key);
        for (Mandate mandate : mandates(row, who, deed.room())) {
            Actor actor = actor(mandate, who != Who.ONE_FACTOR);
            assertThat(answer(deed, actor)).as("as %s", mandate).isEqualTo(expected);
            if (expected.equals("yes") && !ONLY_ASKED.contains(row.act())) {
                assertThat(journalled(row.act(), actor))
                        .isEqualTo(mandate.role().name());
            }
        }
        if (who == Who.NOBODY) {
            assertThat(answer(deed, new Actor(Optional.of(UUID.randomUUID()), "Nobody", List.of(), true)))
                    .isEqualTo(expected);
        }
    }

    private static String answer(Deed deed, Actor actor) {
        return switch (deed.run().apply(actor)) {
            case Outcome.Done<?> _ -> "yes";
            case Outcome.Refused<?>(var reasons) ->
                switch (reasons.getFirst()) {
                    case NotYours(var act) when act.equals(deed.name()) -> "no";
                    case SecondFactorNeeded _ -> "factor";
                    default -> reasons.getFirst().getClass().getSimpleName();
                };
        };
    }

    /// The role in the newest line that the runner wrote of an act that this person carried out.
    private String journalled(String act, Actor actor) {
        return school.get(JdbcClient.class)
                .sql("""
                        select role from flow.journal
                         where act = :act and account = :account and kind in ('DONE', 'LOOKED')
                         order by id desc limit 1""")
                .param("act", act)
                .param("account", actor.id())
                .query(String.class)
                .optional()
                .orElse("no line");
    }

    private Actor actor(Mandate mandate, boolean strong) {
        Actor person = people.get(mandate.role());
        return new Actor(person.account(), person.name(), List.of(mandate), strong);
    }

    private List<Mandate> mandates(Row row, Who who, ClassRoom room) {
        return switch (who) {
            case OFFICE -> List.of(here(Role.OFFICE, room));
            case TEACHER -> List.of(here(Role.SUBJECT_TEACHER, room));
            case HOMEROOM -> List.of(here(Role.HOMEROOM_TEACHER, room));
            case PRINCIPAL -> List.of(here(Role.PRINCIPAL, room));
            case ADMINISTRATOR -> List.of(here(Role.ADMINISTRATOR, room));
            case INSPECTOR -> List.of(here(Role.INSPECTOR, room));
            case NOBODY -> List.of();
            case OTHER_SUBJECT ->
                List.of(mandate(Role.SUBJECT_TEACHER, room.institution(), room.id(), OTHER_SUBJECT, 0, 1));
            case OTHER_CLASS ->
                List.of(here(Role.SUBJECT_TEACHER, otherClass), here(Role.HOMEROOM_TEACHER, otherClass));
            case ELSEWHERE ->
                those(row)
                        .map(role -> mandate(role, elsewhere.id(), room.id(), SUBJECT, 0, 1))
                        .toList();
            case OVER ->
                those(row)
                        .map(role -> mandate(role, room.institution(), room.id(), SUBJECT, -60, -1))
                        .toList();
            case NOT_BEGUN ->
                those(row)
                        .map(role -> mandate(role, room.institution(), room.id(), SUBJECT, 2, 60))
                        .toList();
            case ONE_FACTOR -> those(row).map(role -> here(role, room)).toList();
        };
    }

    /// Those who may, by the first columns; all of them where nobody may.
    private static Stream<Role> those(Row row) {
        Map<Role, Who> columns = new EnumMap<>(Map.of(
                Role.OFFICE, Who.OFFICE,
                Role.SUBJECT_TEACHER, Who.TEACHER,
                Role.HOMEROOM_TEACHER, Who.HOMEROOM,
                Role.PRINCIPAL, Who.PRINCIPAL,
                Role.ADMINISTRATOR, Who.ADMINISTRATOR,
                Role.INSPECTOR, Who.INSPECTOR));
        List<Role> may = new ArrayList<>(columns.keySet());
        may.removeIf(role -> !row.may(columns.get(role)));
        return may.isEmpty() ? columns.keySet().stream() : may.stream();
    }

    /// In force from today on, and still in force should the test run past midnight.
    private Mandate here(Role role, ClassRoom room) {
        return mandate(role, room.institution(), room.id(), SUBJECT, 0, 1);
    }

    /// @param from how many days from today it begins
    /// @param to how many days from today is its last
    private Mandate mandate(Role role, UUID institution, UUID classId, String subject, int from, int to) {
        boolean teaches = role == Role.SUBJECT_TEACHER || role == Role.HOMEROOM_TEACHER;
        return new Mandate(
                role,
                institution,
                teaches ? Optional.of(classId) : Optional.empty(),
                role == Role.SUBJECT_TEACHER ? Optional.of(subject) : Optional.empty(),
                today.plusDays(from),
                Optional.of(today.plusDays(to)));
    }
}
