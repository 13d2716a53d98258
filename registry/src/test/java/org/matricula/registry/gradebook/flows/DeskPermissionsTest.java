package org.matricula.registry.gradebook.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.registry.gradebook.flows.School.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.matricula.registry.gradebook.store.ClassStore.ClassRoomOrYear;

/// Who may do what at the desk of the gradebook: the matrix by hand, against everybody in every relation.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPermissionsTest {
    private School school;
    private ClassRoom room;
    private final Map<String, Actor> people = new LinkedHashMap<>();

    @BeforeAll
    void everybody() {
        school = new School();
        room = school.room();
        ClassRoom other = school.room();
        Institution elsewhere = school.another();
        ClassRoom far = school.room(elsewhere);
        people.put("teacher", school.teacher(room, "MATHEMATICS"));
        people.put("teacher-of-music", school.teacher(room, "MUSIC"));
        people.put("teacher-of-other-class", school.teacher(other, "MATHEMATICS"));
        people.put("teacher-elsewhere", school.teacher(far, "MATHEMATICS"));
        people.put("homeroom", school.homeroom(room));
        people.put("homeroom-of-other-class", school.homeroom(other));
        people.put("homeroom-elsewhere", school.homeroom(far));
        for (Role role : List.of(Role.OFFICE, Role.PRINCIPAL, Role.ADMINISTRATOR, Role.INSPECTOR)) {
            String name = role.name().toLowerCase(java.util.Locale.ROOT);
            people.put(name, school.whole(role, room.institution()));
            people.put(name + "-elsewhere", school.whole(role, elsewhere.id()));
        }
        people.put("nobody", new Actor(Optional.of(UUID.randomUUID()), "Nobody", List.of(), true));
    }

    @AfterAll
    void end() {
        school.close();
    }

    private Set<String> allowed(Function<Actor, Outcome<?>> act) {
        Set<String> allowed = new TreeSet<>();
        people.forEach((name, actor) -> {
            boolean refused = act.apply(actor) instanceof Outcome.Refused<?>(var reasons)
                    && reasons.getFirst() instanceof NotYours;
            if (!refused) {
                allowed.add(name);
            }
        });
        return allowed;
    }

    private Block block(String code) {
        return school.block(room, code);
    }

    private Outcome<?> run(String act, Actor actor) {
        UUID an = school.pupils(room).getFirst();
        return switch (act) {
            case "enter-marks" ->
                school.get(EnterMarks.class)
                        .run(block("MATHEMATICS"), List.of(change(an, "MATHEMATICS.test", "7", 0)), How.TYPED, actor);
            case "enter-homeroom" ->
                school.get(EnterMarks.class)
                        .run(block(Block.HOMEROOM), List.of(change(an, "heightCm", "118", 0)), How.TYPED, actor);
            case "compare-sheet" -> school.get(UploadSheet.class).compare(block("MATHEMATICS"), new byte[] {1}, actor);
            case "compare-homeroom-sheet" ->
                school.get(UploadSheet.class).compare(block(Block.HOMEROOM), new byte[] {1}, actor);
            case "upload-sheet" -> school.get(UploadSheet.class).enter(block("MATHEMATICS"), List.of(), actor);
            case "look-at-grid" -> school.get(LookAtGrid.class).run(block("MATHEMATICS"), actor);
            case "look-at-homeroom" -> school.get(LookAtGrid.class).run(block(Block.HOMEROOM), actor);
            case "look-at-class" ->
                school.get(LookAtClass.class)
                        .run(school.get(Blocks.class).of(List.of(room.id())).getFirst(), actor);
            case "return-block" ->
                school.get(ReturnBlock.class).run(block("MATHEMATICS"), Optional.empty(), "Xem lại", actor);
            case "settle-note" -> school.get(SettleNote.class).run(block("MATHEMATICS"), UUID.randomUUID(), actor);
            case "open-window" ->
                school.get(OpenWindow.class)
                        .run(
                                new ClassRoomOrYear(room.institution(), room.schoolYear(), Optional.of(room.id())),
                                School.OPENS,
                                School.CLOSES,
                                actor);
            case "open-year" ->
                school.get(OpenWindow.class)
                        .run(
                                new ClassRoomOrYear(room.institution(), "2029-2030", Optional.empty()),
                                School.OPENS,
                                School.CLOSES,
                                actor);
            case "keep-own-phrase" ->
                school.get(KeepPhrase.class).run(block("MATHEMATICS"), "Tính nhanh", false, actor);
            case "keep-homeroom-phrase" ->
                school.get(KeepPhrase.class).run(block(Block.HOMEROOM), "Ngoan", false, actor);
            case "keep-school-phrase" ->
                school.get(KeepPhrase.class).run(block("MATHEMATICS"), "Tính nhanh", true, actor);
            case "drop-own-phrase" ->
                school.get(DropPhrase.class).run(block("MATHEMATICS"), UUID.randomUUID(), false, actor);
            case "drop-school-phrase" ->
                school.get(DropPhrase.class).run(block("MATHEMATICS"), UUID.randomUUID(), true, actor);
            default -> throw new IllegalArgumentException(act);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "enter-marks            | teacher",
                "enter-homeroom         | homeroom",
                "compare-sheet          | teacher",
                "compare-homeroom-sheet | homeroom",
                "upload-sheet           | teacher",
                "look-at-grid           | homeroom,inspector,principal,teacher",
                "look-at-homeroom       | homeroom,inspector,principal",
                "look-at-class          | homeroom,inspector,office,principal",
                "return-block           | homeroom",
                "settle-note            | homeroom,teacher",
                "open-window            | office,principal",
                "open-year              | office,principal",
                "keep-own-phrase        | teacher",
                "keep-homeroom-phrase   | homeroom",
                "keep-school-phrase     | principal",
                "drop-own-phrase        | teacher",
                "drop-school-phrase     | principal",
            })
    void each_act_is_for_those_who_are_named_and_for_nobody_else(String act, String who) {
        assertThat(allowed(actor -> run(act, actor))).isEqualTo(new TreeSet<>(List.of(who.split(","))));
    }

    @Test
    void a_mandate_that_is_over_helps_no_more() {
        school.clock.set("2025-08-31T16:59:59Z"); // the last second before the first day of every mandate
        try {
            assertThat(allowed(actor -> run("look-at-grid", actor))).isEmpty();
        } finally {
            school.clock.set("2026-05-21T02:00:00Z");
        }
    }
}
