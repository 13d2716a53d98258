package org.matricula.registry.gradebook.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Pupil;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassPupil;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.MarksEntered;
import org.matricula.registry.gradebook.Problem;
import org.matricula.registry.gradebook.intake.flows.Answers;
import org.matricula.registry.gradebook.intake.flows.ApplyIntake;
import org.matricula.registry.gradebook.intake.flows.IntakeActs;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;
import org.springframework.context.event.EventListener;

/// A school's office with a clerk, on a real database: she brings text as CSV.
public final class OfficeKit {
    static final String YEAR = "2025-2026";
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final AtomicInteger COUNT = new AtomicInteger();

    /// One node for all tests of the JVM, since a database takes a second to make; each kit is a school of its own.
    private static final class Shared {
        static final StandingClock CLOCK = new StandingClock("2025-09-01T02:00:00Z");
        static final Node NODE = new Node(CLOCK, beans());
    }

    final int number = COUNT.incrementAndGet();
    final StandingClock clock = Shared.CLOCK;
    final Node node = Shared.NODE;
    final Institution school;
    final Actor clerk;

    /// Hears what is announced, and fails when a test wants it to.
    static final class Listener {
        final List<MarksEntered> heard = new ArrayList<>();
        boolean fails;

        @EventListener
        void hear(MarksEntered event) {
            if (fails) {
                throw new IllegalStateException("the machine has failed");
            }
            heard.add(event);
        }
    }

    private static Class<?>[] beans() {
        List<Class<?>> beans = new ArrayList<>(List.of(
                Journal.class,
                Office.class,
                Institutions.class,
                Accounts.class,
                Mandates.class,
                Pupils.class,
                ClassStore.class,
                CellStore.class,
                Gradebook.class,
                OfficeForm.class,
                IntakeForms.class,
                IntakeStore.class,
                IntakeDesk.class,
                OfficeBoard.class,
                Templates.class,
                Listener.class));
        beans.addAll(IntakeActs.ALL);
        return beans.toArray(Class<?>[]::new);
    }

    OfficeKit() {
        clock.set("2025-09-01T02:00:00Z");
        node.get(Listener.class).heard.clear();
        node.get(Listener.class).fails = false;
        this.school = add("2200%04d".formatted(number), "Trường Tiểu học Bình Minh");
        this.clerk = person("clerk", "Đỗ Thị Vân", Role.OFFICE, school);
    }

    Institution add(String code, String name) {
        return node.get(Institutions.class)
                .add(code, name, LocalDate.of(2000, 9, 5), "VN", HANOI, Map.of("province", "Quảng Ninh"), now());
    }

    Moment now() {
        return new Moment(clock.instant(), HANOI);
    }

    /// A person with a role.
    ///
    /// @param login made unique by the number of this kit
    Actor person(String login, String name, Role role, Institution at) {
        Account account = node.get(Accounts.class).open(login + number, name, Actor.system(), now());
        node.get(Mandates.class)
                .give(
                        account.id(),
                        new Mandate(
                                role,
                                at.id(),
                                Optional.empty(),
                                Optional.empty(),
                                LocalDate.of(2025, 1, 1),
                                Optional.of(LocalDate.of(2030, 1, 1))),
                        Actor.system(),
                        now());
        return node.get(Accounts.class).actor(account, true);
    }

    static byte[] csv(String... rows) {
        return ("\uFEFF" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    Checked check(IntakeKind kind, byte[] file) {
        return done(node.get(org.matricula.registry.gradebook.intake.flows.CheckIntake.class)
                .run(school.place(), kind, YEAR, "list.csv", file, clerk));
    }

    Checked pupils(String... rows) {
        return check(IntakeKind.PUPILS, csv(rows));
    }

    Checked teaching(String... rows) {
        return check(IntakeKind.TEACHING, csv(rows));
    }

    Plan.Pupils plan(Checked checked) {
        return (Plan.Pupils) checked.plan();
    }

    Plan.Teaching teachingPlan(Checked checked) {
        return (Plan.Teaching) checked.plan();
    }

    ApplyIntake.Applied apply(Checked checked) {
        return apply(checked, Answers.NONE);
    }

    ApplyIntake.Applied apply(Checked checked, Answers answers) {
        assertThat(errors(checked)).isEmpty();
        return done(tryApply(checked, answers));
    }

    Outcome<ApplyIntake.Applied> tryApply(Checked checked, Answers answers) {
        return node.get(ApplyIntake.class).run(checked.upload(), checked.plan().digest(), answers, clerk);
    }

    static List<String> errors(Checked checked) {
        return checked.remarks().stream()
                .filter(Problem::blocks)
                .map(problem -> problem.line("en"))
                .toList();
    }

    static List<String> warnings(Checked checked) {
        return checked.remarks().stream()
                .filter(problem -> problem.severity() == Problem.Severity.WARNING)
                .map(problem -> problem.line("en"))
                .toList();
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var reasons) -> throw new AssertionError("refused: " + reasons);
        };
    }

    ClassRoom room(String name) {
        return node.get(Gradebook.class).named(school.id(), YEAR, name).orElseThrow();
    }

    List<String> names(String className) {
        List<UUID> ids = node.get(Gradebook.class).pupils(room(className).id(), now().date()).stream()
                .map(ClassPupil::pupil)
                .toList();
        Map<UUID, Pupil> known = node.get(Pupils.class).get(ids);
        return ids.stream().map(id -> known.get(id).fullName()).toList();
    }

    Pupil pupil(String name) {
        return node.get(Pupils.class).byName(school.id(), List.of(name)).getFirst();
    }

    /// How many lines of what a school knows there are: unchanged when nothing was changed.
    long facts() {
        return node.database().sql().sql("""
                select (select count(*) from directory.pupil) + (select count(*) from directory.pupil_data)
                     + (select count(*) from directory.account) + (select count(*) from directory.mandate)
                     + (select count(*) from directory.mandate_ended) + (select count(*) from gradebook.class_)
                     + (select count(*) from gradebook.class_pupil) + (select count(*) from gradebook.class_pupil_went)""").query(Long.class).single();
    }
}
