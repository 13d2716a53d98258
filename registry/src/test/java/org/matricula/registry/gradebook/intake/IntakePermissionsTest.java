package org.matricula.registry.gradebook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.intake.flows.Answers;
import org.matricula.registry.gradebook.intake.flows.ApplyIntake;
import org.matricula.registry.gradebook.intake.flows.CheckIntake;
import org.matricula.registry.gradebook.intake.flows.DropIntake;
import org.matricula.registry.gradebook.intake.flows.ExplainColumns;
import org.matricula.registry.gradebook.intake.flows.LookAtIntake;
import org.matricula.registry.gradebook.intake.flows.LookAtNumberless;
import org.matricula.registry.gradebook.intake.flows.PrintCodes;

/// Every act of the imports is the office's alone, and the office's of that school.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakePermissionsTest {
    private static final byte[] LIST =
            OfficeKit.csv("Lớp,Họ và tên,Ngày sinh,Giới tính", "4A,Nguyễn An,01/09/2016,Nam");

    private OfficeKit office;

    @BeforeAll
    void an_office() {
        office = new OfficeKit();
    }

    private Map<Class<?>, Function<Actor, Outcome<?>>> acts(Upload upload) {
        return Map.of(
                CheckIntake.class,
                actor -> office.node
                        .get(CheckIntake.class)
                        .run(office.school.place(), IntakeKind.PUPILS, OfficeKit.YEAR, "x.csv", LIST, actor),
                LookAtIntake.class,
                actor -> office.node.get(LookAtIntake.class).run(upload, actor),
                ExplainColumns.class,
                actor -> office.node.get(ExplainColumns.class).run(upload, Map.of(), actor),
                ApplyIntake.class,
                actor -> office.node.get(ApplyIntake.class).run(upload, "", Answers.NONE, actor),
                DropIntake.class,
                actor -> office.node.get(DropIntake.class).run(upload, actor),
                PrintCodes.class,
                actor -> office.node.get(PrintCodes.class).run(upload, actor),
                LookAtNumberless.class,
                actor -> office.node.get(LookAtNumberless.class).run(office.school.place(), OfficeKit.YEAR, actor));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_role_may_what_the_table_says(Role role) {
        Actor actor =
                office.person("p." + role.name().toLowerCase(java.util.Locale.ROOT), "Person", role, office.school);
        acts(office.check(IntakeKind.PUPILS, LIST).upload()).forEach((act, run) -> {
            boolean refused = isNotYours(run.apply(actor), act);
            assertThat(refused).as("%s by %s", act.getSimpleName(), role).isEqualTo(role != Role.OFFICE);
        });
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_of_another_school_may_anything(Role role) {
        Actor actor = office.person(
                "q." + role.name().toLowerCase(java.util.Locale.ROOT),
                "Stranger",
                role,
                office.add("other" + role + office.number, "Trường khác"));
        acts(office.check(IntakeKind.PUPILS, LIST).upload())
                .forEach((act, run) -> assertThat(isNotYours(run.apply(actor), act))
                        .as("%s by %s of another school", act.getSimpleName(), role)
                        .isTrue());
    }

    private static boolean isNotYours(Outcome<?> outcome, Class<?> act) {
        NotYours expected = new NotYours(act.getAnnotation(Act.class).value());
        return outcome instanceof Outcome.Refused<?>(var reasons) && reasons.contains(expected);
    }
}
