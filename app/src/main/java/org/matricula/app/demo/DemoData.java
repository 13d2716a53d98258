package org.matricula.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.gradebook.flows.OpenWindow;
import org.matricula.registry.gradebook.intake.Checked;
import org.matricula.registry.gradebook.intake.IntakeKind;
import org.matricula.registry.gradebook.intake.flows.Answers;
import org.matricula.registry.gradebook.intake.flows.ApplyIntake;
import org.matricula.registry.gradebook.intake.flows.CheckIntake;
import org.matricula.registry.gradebook.store.ClassStore.ClassRoomOrYear;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Makes the demo school on a fresh installation: once for each folder of data, and to its end even when the node was
/// killed in the middle, since every step first looks whether it was done.
@Component
public class DemoData {
    static final String YEAR = "2025-2026";

    private static final String BEGUN = "begun";
    private static final String DONE = "done";

    private final Path marker;
    private final DemoPeople people;
    private final DemoClasses classes;
    private final CheckIntake checking;
    private final ApplyIntake applying;
    private final OpenWindow windows;

    DemoData(
            @Value("${matricula.data}") Path data,
            DemoPeople people,
            DemoClasses classes,
            CheckIntake checking,
            ApplyIntake applying,
            OpenWindow windows) {
        this.marker = data.resolve("demo-school");
        this.people = people;
        this.classes = classes;
        this.checking = checking;
        this.applying = applying;
        this.windows = windows;
    }

    /// Makes what is missing of the demo school. Does nothing in a register that somebody uses, and nothing once the
    /// school is complete.
    ///
    /// @param told told what is being done, for a screen
    public void load(Consumer<String> told) {
        String state = state();
        if (state.equals(DONE) || state.isEmpty() && people.inUse()) {
            return;
        }
        told.accept("Making the demo school (once for this folder of data) ...");
        mark(BEGUN);
        Institution school = people.make();
        take(school, IntakeKind.PUPILS, "pupils.csv", Answers.NONE);
        take(school, IntakeKind.TEACHING, "teaching.csv", new Answers(Set.of(), Optional.empty(), Set.of(), true));
        people.teachers(school).forEach(teacher -> people.ready(teacher, school, true, true));
        window(school);
        people.declareSeal(school);
        classes.make(school);
        mark(DONE);
    }

    /// Whether the demo school is there, whole.
    boolean isReady() {
        return state().equals(DONE);
    }

    /// Who can sign in; empty when this is no demo school.
    public Optional<DemoLogins> logins() {
        if (!isReady()) {
            return Optional.empty();
        }
        return people.school().map(school -> new DemoLogins(people.everybody(school, classes::entry)));
    }

    /// A list through the same door as the office's own.
    private void take(Institution school, IntakeKind kind, String file, Answers answers) {
        Actor clerk = people.clerk();
        Checked checked =
                DemoActs.done(checking.run(school.place(), kind, YEAR, file, DemoComments.resource(file), clerk));
        if (!checked.plan().changesNothing()) {
            DemoActs.done(applying.run(checked.upload(), checked.plan().digest(), answers, clerk));
        }
    }

    private void window(Institution school) {
        if (!classes.windowSet(school)) {
            OffsetDateTime now = people.now().local();
            DemoActs.done(windows.run(
                    new ClassRoomOrYear(school.id(), YEAR, Optional.empty()),
                    now.minusDays(1),
                    now.plusYears(1),
                    people.principal()));
        }
    }

    private String state() {
        try {
            return Files.exists(marker) ? Files.readString(marker).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mark(String state) {
        try {
            Path fresh = marker.resolveSibling("demo-school.new");
            Files.writeString(fresh, state + "\n");
            Files.move(fresh, marker, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The classes of the demo, in the states that a board shows.
    static List<String> names() {
        return List.of("1A", "2A", "2B", "3A", "3B", "4A", "4B", "5A");
    }
}
