package org.matricula.app.demo;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Assignment;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.CellChange;
import org.matricula.registry.gradebook.ClassPupil;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.TypedCells;
import org.matricula.registry.gradebook.flows.Block;
import org.matricula.registry.gradebook.flows.Blocks;
import org.matricula.registry.gradebook.flows.EnterMarks;
import org.matricula.registry.gradebook.flows.Entered;
import org.matricula.registry.gradebook.flows.ReturnBlock;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.PupilRow;
import org.matricula.registry.gradebook.store.CellStore.How;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.NoteStore;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.ApproveRecords;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.records.flows.SigningRefusals;
import org.matricula.registry.records.store.WorkStore;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.Unlocking;
import org.matricula.verifier.signature.Signer;
import org.springframework.stereotype.Component;

/// Brings each class of the demo into its state, by the acts of its teachers and of the principal.
@Component
class DemoClasses {
    private static final String UNSIGNED = "MUSIC";
    private static final int ENOUGH_FOR_HALF = 3;
    private static final long PAUSE_NANOS = 20_000_000;

    /// How far a class is.
    private enum Stage {
        EMPTY,
        HALF_ENTERED,
        ENTERED,
        RETURNED,
        ONE_SUBJECT_UNSIGNED,
        SUBJECTS_SIGNED,
        APPROVED,
        CLOSED
    }

    private static final Map<String, Stage> STAGES = Map.of(
            "1A", Stage.EMPTY,
            "2A", Stage.HALF_ENTERED,
            "2B", Stage.RETURNED,
            "3A", Stage.ONE_SUBJECT_UNSIGNED,
            "3B", Stage.ENTERED,
            "4A", Stage.SUBJECTS_SIGNED,
            "4B", Stage.CLOSED,
            "5A", Stage.APPROVED);

    private final Gradebook gradebook;
    private final ClassStore classes;
    private final Blocks blocks;
    private final EnterMarks entering;
    private final ReturnBlock returning;
    private final NoteStore notes;
    private final SignSubject signing;
    private final SignConsolidation consolidating;
    private final ApproveRecords approving;
    private final CloseRecords closing;
    private final WorkStore works;
    private final PersonalKeys keys;
    private final Accounts accounts;
    private final Mandates mandates;
    private final DemoPeople people;
    private final InstantSource clock;
    private final DemoComments comments = DemoComments.load();

    DemoClasses(
            Gradebook gradebook,
            ClassStore classes,
            Blocks blocks,
            EnterMarks entering,
            ReturnBlock returning,
            NoteStore notes,
            SignSubject signing,
            SignConsolidation consolidating,
            ApproveRecords approving,
            CloseRecords closing,
            WorkStore works,
            PersonalKeys keys,
            Accounts accounts,
            Mandates mandates,
            DemoPeople people,
            InstantSource clock) {
        this.gradebook = gradebook;
        this.classes = classes;
        this.blocks = blocks;
        this.entering = entering;
        this.returning = returning;
        this.notes = notes;
        this.signing = signing;
        this.consolidating = consolidating;
        this.approving = approving;
        this.closing = closing;
        this.works = works;
        this.keys = keys;
        this.accounts = accounts;
        this.mandates = mandates;
        this.people = people;
        this.clock = clock;
    }

    /// Makes every class, all at once: they have nothing to do with each other.
    void make(Institution school) {
        List<Callable<String>> all = DemoData.names().stream()
                .map(name -> (Callable<String>) () -> {
                    ClassRoom room =
                            gradebook.named(school.id(), DemoData.YEAR, name).orElseThrow();
                    make(room, STAGES.getOrDefault(name, Stage.EMPTY));
                    return name;
                })
                .toList();
        try (ExecutorService teachers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> each : teachers.invokeAll(all)) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the demo school was made; start again to go on", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a class of the demo school could not be made", e.getCause());
        }
    }

    private void make(ClassRoom room, Stage stage) {
        if (stage == Stage.EMPTY) {
            return;
        }
        List<Block> all = blocks.of(List.of(room.id())).getFirst().stream()
                .filter(block -> teacher(room, block).isPresent())
                .toList();
        for (int i = 0; i < all.size(); i++) {
            if (stage != Stage.HALF_ENTERED || i < ENOUGH_FOR_HALF) {
                enter(room, all.get(i), stage == Stage.HALF_ENTERED && i == ENOUGH_FOR_HALF - 1);
            }
        }
        if (stage == Stage.RETURNED) {
            giveBack(room, all);
        }
        boolean signs = stage.compareTo(Stage.ONE_SUBJECT_UNSIGNED) >= 0;
        if (signs) {
            all.stream()
                    .filter(block -> !block.key().isEmpty())
                    .filter(block ->
                            stage != Stage.ONE_SUBJECT_UNSIGNED || !block.key().equals(UNSIGNED))
                    .forEach(block -> sign(room, block));
        }
        if (stage.compareTo(Stage.APPROVED) >= 0) {
            Actor homeroom = homeroom(room);
            finished(consolidating.run(homeroom, room, key(homeroom)));
            finished(approving.run(people.principal(), room, key(people.principal())));
        }
        if (stage == Stage.CLOSED) {
            finished(closing.run(people.principal(), room));
        }
    }

    /// Fills what is blank in a block.
    ///
    /// @param half only the first half of the class
    private void enter(ClassRoom room, Block block, boolean half) {
        DemoResults results = new DemoResults(gradebook.form(room), comments);
        List<ClassPupil> pupils = gradebook.pupils(room.id(), people.now().date());
        Map<UUID, PupilRow> rows = gradebook.rows(room.id(), people.now().date());
        List<CellChange> changes = new ArrayList<>();
        for (int i = 0; i < (half ? pupils.size() / 2 : pupils.size()); i++) {
            UUID pupil = pupils.get(i).pupil();
            Map<String, String> values = results.of(room.grade(), i);
            for (Column column : block.columns()) {
                boolean blank = rows.get(pupil).value(column.key()).isEmpty();
                if (blank && values.containsKey(column.key()) && !pupils.get(i).closed()) {
                    String typed = TypedCells.shown(column.kind(), values.get(column.key()));
                    changes.add(new CellChange(pupil, column.key(), typed, 0));
                }
            }
        }
        if (!changes.isEmpty()) {
            Entered entered = DemoActs.done(
                    entering.run(block, changes, How.TYPED, teacher(room, block).orElseThrow()));
            if (entered.saved() != changes.size()) {
                throw new IllegalStateException("a result of the demo does not fit: "
                        + entered.answers().stream()
                                .filter(answer ->
                                        !(answer instanceof org.matricula.registry.gradebook.flows.Answer.Saved))
                                .findFirst());
            }
        }
    }

    private void giveBack(ClassRoom room, List<Block> all) {
        Block music = all.stream()
                .filter(block -> block.key().equals(UNSIGNED))
                .findFirst()
                .orElseThrow();
        if (notes.waiting(List.of(room.id())).isEmpty()) {
            UUID pupil =
                    gradebook.pupils(room.id(), people.now().date()).getFirst().pupil();
            DemoActs.done(returning.run(
                    music,
                    Optional.of(pupil),
                    "Nhờ cô xem lại mức của em, nhận xét và mức chưa khớp nhau.",
                    homeroom(room)));
        }
    }

    private void sign(ClassRoom room, Block block) {
        Actor teacher = teacher(room, block).orElseThrow();
        finished(signing.run(teacher, room, block.key(), key(teacher)));
    }

    /// Waits for work to end. That there is nothing left to do means that an earlier run did it.
    private void finished(Outcome<UUID> begun) {
        if (begun instanceof Outcome.Refused<UUID>(var reasons)
                && (reasons.getFirst() instanceof SigningRefusals.NothingToSign
                        || reasons.getFirst() instanceof CloseRecords.NothingToClose)) {
            return;
        }
        UUID id = DemoActs.done(begun);
        Work work = works.find(id).orElseThrow();
        while (work.state() == Work.State.RUNNING) {
            LockSupport.parkNanos(PAUSE_NANOS);
            work = works.find(id).orElseThrow();
        }
        if (work.state() == Work.State.STOPPED) {
            throw new IllegalStateException("work of the demo school stopped: " + work.problem());
        }
    }

    private Signer key(Actor actor) {
        return switch (keys.unlock(actor.id(), DemoLogins.PIN.toCharArray(), clock.instant())) {
            case Unlocking.Unlocked(var signer) -> signer;
            case Unlocking.NoKey _, Unlocking.WrongPin _, Unlocking.Resting _ ->
                throw new IllegalStateException("the key of " + actor.name() + " does not open");
        };
    }

    /// Who answers for a block today.
    private Optional<Actor> teacher(ClassRoom room, Block block) {
        Optional<String> subject = Optional.of(block.key()).filter(key -> !key.isEmpty());
        return mandates.ofClass(room.id()).stream()
                .filter(each -> each.mandate().inForce(people.now().date()))
                .filter(each -> each.mandate().role() == block.enteredBy())
                .filter(each -> each.mandate().subject().equals(subject))
                .map(Assignment::account)
                .findFirst()
                .flatMap(accounts::find)
                .map(account -> accounts.actor(account, true));
    }

    private Actor homeroom(ClassRoom room) {
        return mandates.ofClass(room.id()).stream()
                .filter(each -> each.mandate().role() == Role.HOMEROOM_TEACHER)
                .map(Assignment::account)
                .findFirst()
                .flatMap(accounts::find)
                .map(account -> accounts.actor(account, true))
                .orElseThrow();
    }

    boolean windowSet(Institution school) {
        return !classes.windows(school.id(), DemoData.YEAR).isEmpty();
    }

    /// A teacher in the list of logins.
    DemoLogins.Person entry(Account teacher) {
        TreeSet<String> homerooms = new TreeSet<>();
        Map<String, String> subjects = new TreeMap<>();
        for (Mandate mandate : mandates.of(teacher.id())) {
            ClassRoom room = mandate.classId().flatMap(gradebook::find).orElseThrow();
            if (mandate.role() == Role.HOMEROOM_TEACHER) {
                homerooms.add(room.name());
            } else {
                gradebook.form(room).subjects(room.grade()).stream()
                        .filter(heading -> mandate.subject().equals(Optional.of(heading.code())))
                        .forEach(heading -> subjects.put(
                                heading.label().en(), heading.label().local()));
            }
        }
        return new DemoLogins.Person(
                teacher.login(),
                teacher.name(),
                homerooms.isEmpty() ? "teacher" : "homeroom",
                homerooms.isEmpty()
                        ? new Sentence(String.join(", ", subjects.keySet()), String.join(", ", subjects.values()))
                        : new Sentence(String.join(", ", homerooms), String.join(", ", homerooms)),
                true,
                true);
    }
}
