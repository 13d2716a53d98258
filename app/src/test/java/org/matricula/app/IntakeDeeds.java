package org.matricula.app;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.intake.Checked;
import org.matricula.registry.gradebook.intake.IntakeKind;
import org.matricula.registry.gradebook.intake.flows.Answers;
import org.matricula.registry.gradebook.intake.flows.ApplyIntake;
import org.matricula.registry.gradebook.intake.flows.CheckIntake;
import org.matricula.registry.gradebook.intake.flows.DropIntake;
import org.matricula.registry.gradebook.intake.flows.ExplainColumns;
import org.matricula.registry.gradebook.intake.flows.LookAtIntake;
import org.matricula.registry.gradebook.intake.flows.LookAtNumberless;
import org.matricula.registry.gradebook.intake.flows.PrintCodes;

/// The acts of the imports, each with a file of its own that waits.
final class IntakeDeeds {
    private static final String YEAR = "2027-2028";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HoaSenSchool school;
    private final Place place;

    private IntakeDeeds(HoaSenSchool school) {
        this.school = school;
        this.place = school.school().place();
    }

    static void add(Deeds deeds, HoaSenSchool school, ClassRoom room) {
        IntakeDeeds office = new IntakeDeeds(school);
        deeds.add(CheckIntake.class, "a file", room, office::check);
        office.waiting(
                deeds,
                LookAtIntake.class,
                "a file that waits",
                room,
                (file, who) -> school.get(LookAtIntake.class).run(file.upload(), who));
        office.waiting(
                deeds,
                ExplainColumns.class,
                "of a file that waits",
                room,
                (file, who) -> school.get(ExplainColumns.class).run(file.upload(), Map.of(), who));
        office.waiting(
                deeds,
                ApplyIntake.class,
                "a file that waits",
                room,
                (file, who) -> school.get(ApplyIntake.class)
                        .run(file.upload(), file.plan().digest(), Answers.NONE, who));
        office.waiting(
                deeds,
                DropIntake.class,
                "a file that waits",
                room,
                (file, who) -> school.get(DropIntake.class).run(file.upload(), who));
        office.waiting(
                deeds,
                PrintCodes.class,
                "of a file",
                room,
                (file, who) -> school.get(PrintCodes.class).run(file.upload(), who));
        deeds.add(
                LookAtNumberless.class,
                "of a year",
                room,
                who -> school.get(LookAtNumberless.class).run(office.place, YEAR, who));
    }

    private void waiting(
            Deeds deeds, Class<?> act, String what, ClassRoom room, BiFunction<Checked, Actor, Outcome<?>> run) {
        deeds.add(act, what, room, who -> {
            Checked file = ((Outcome.Done<Checked>) check(Actor.system())).value();
            return run.apply(file, who);
        });
    }

    private Outcome<Checked> check(Actor who) {
        String list = "Lớp,Họ và tên,Ngày sinh,Giới tính\n4A,Nguyễn Văn %s,01/09/2016,Nam"
                .formatted(Character.toString('A' + COUNT.getAndIncrement() % 26));
        return school.get(CheckIntake.class)
                .run(place, IntakeKind.PUPILS, YEAR, "4a.csv", list.getBytes(StandardCharsets.UTF_8), who);
    }
}
