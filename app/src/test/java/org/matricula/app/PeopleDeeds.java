package org.matricula.app;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.matricula.app.ops.CheckRegister;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.accounts.SetUpSchoolFlow;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.flows.CloseAccountFlow;
import org.matricula.registry.directory.flows.EndMandateFlow;
import org.matricula.registry.directory.flows.GiveMandateFlow;
import org.matricula.registry.directory.flows.GiveMandateFlow.Gift;
import org.matricula.registry.directory.flows.OpenAccountFlow;
import org.matricula.registry.directory.flows.ReadJournalFlow;
import org.matricula.registry.directory.flows.ReadJournalFlow.Question;
import org.matricula.registry.directory.flows.ReadPeople;
import org.matricula.registry.directory.flows.RenamePersonFlow;
import org.matricula.registry.directory.flows.ReopenAccountFlow;
import org.matricula.registry.directory.flows.ResetSignInFlow;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;

/// The acts around people, each on somebody new.
final class PeopleDeeds {
    private static final Map<Role, String> WHOSE = Map.of(
            Role.SUBJECT_TEACHER, "a subject teacher's",
            Role.HOMEROOM_TEACHER, "a homeroom teacher's",
            Role.OFFICE, "the office's",
            Role.PRINCIPAL, "a principal's",
            Role.ADMINISTRATOR, "an administrator's",
            Role.INSPECTOR, "an inspector's");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HoaSenSchool school;
    private final Institution at;
    private final ClassRoom room;

    private PeopleDeeds(HoaSenSchool school, Institution at, ClassRoom room) {
        this.school = school;
        this.at = at;
        this.room = room;
    }

    /// @param at a school of its own: a new principal or teacher would void signatures in another
    static void add(Deeds deeds, HoaSenSchool school, Institution at) {
        ClassRoom room = school.in(now -> school.get(Gradebook.class)
                .add(
                        at.id(),
                        "2025-2026",
                        4,
                        "4A",
                        new PrimaryReportBook().sheet().id(),
                        Actor.system(),
                        now));
        PeopleDeeds people = new PeopleDeeds(school, at, room);
        people.accounts(deeds);
        people.mandates(deeds);
        people.reading(deeds);
    }

    private static String login() {
        return "somebody" + COUNT.incrementAndGet();
    }

    private UUID somebody() {
        return school.in(now -> {
            Account account = school.get(Accounts.class).open(login(), "Lê Văn An", Actor.system(), now);
            school.get(Accounts.class).keep(account.id(), at.id(), now);
            return account.id();
        });
    }

    private void accounts(Deeds deeds) {
        deeds.add(
                OpenAccountFlow.class,
                "at a school",
                room,
                who -> school.get(OpenAccountFlow.class).run(who, at, login(), "Lê Văn An"));
        deeds.add(
                CloseAccountFlow.class,
                "of somebody else",
                room,
                who -> school.get(CloseAccountFlow.class).run(who, at, somebody()));
        deeds.add(ReopenAccountFlow.class, "of somebody else", room, who -> {
            UUID closed = somebody();
            school.in(now -> {
                school.get(Accounts.class).close(closed, true, Actor.system(), now);
                return closed;
            });
            return school.get(ReopenAccountFlow.class).run(who, at, closed);
        });
        deeds.add(
                ResetSignInFlow.class,
                "of somebody else",
                room,
                who -> school.get(ResetSignInFlow.class).run(who, at, somebody(), true));
        deeds.add(
                RenamePersonFlow.class,
                "somebody else",
                room,
                who -> school.get(RenamePersonFlow.class).run(who, at, somebody(), "Lê Văn Bình"));
        deeds.add(
                CheckRegister.class,
                "everything stored",
                room,
                who -> school.get(CheckRegister.class).run(who, at));
        // It runs as the register itself, with no person to ask about; so the runner is asked.
        deeds.add(
                SetUpSchoolFlow.class,
                "once there is a school",
                room,
                who -> school.get(Office.class)
                        .act(SetUpSchoolFlow.class, who, at.place(), (_, _) -> new Outcome.Done<>("set up")));
    }

    private void mandates(Deeds deeds) {
        WHOSE.forEach((role, whose) -> {
            deeds.add(
                    GiveMandateFlow.class,
                    whose,
                    room,
                    who -> school.get(GiveMandateFlow.class).run(who, at, gift(role)));
            deeds.add(
                    EndMandateFlow.class,
                    whose,
                    room,
                    who -> school.get(EndMandateFlow.class).run(who, at, given(gift(role)), Optional.empty()));
        });
    }

    private Gift gift(Role role) {
        boolean teaches = role == Role.SUBJECT_TEACHER || role == Role.HOMEROOM_TEACHER;
        LocalDate today = school.get(Office.class).now(at.place()).date();
        return new Gift(
                somebody(),
                role,
                teaches ? Optional.of(room.id()) : Optional.empty(),
                role == Role.SUBJECT_TEACHER ? Optional.of("MATHEMATICS") : Optional.empty(),
                Optional.of(today.minusDays(1)),
                Optional.of(today.plusDays(60)));
    }

    private UUID given(Gift gift) {
        return school.in(now -> school.get(Mandates.class)
                .give(
                        gift.account(),
                        new Mandate(
                                gift.role(),
                                at.id(),
                                gift.classId(),
                                gift.subject(),
                                gift.from().orElseThrow(),
                                gift.to()),
                        Actor.system(),
                        now));
    }

    private void reading(Deeds deeds) {
        deeds.add(ReadJournalFlow.class, "of the school", room, read(Optional.empty()));
        deeds.add(ReadJournalFlow.class, "of a class", room, read(Optional.of(room.id())));
        // It has no body of its own: the pages ask the runner.
        deeds.add(
                ReadPeople.class,
                "of a school",
                room,
                who -> school.get(Office.class).may(ReadPeople.class, who, at.place())
                        ? new Outcome.Done<>("read")
                        : Outcome.refused(new NotYours("read-people")));
    }

    private Function<Actor, Outcome<?>> read(Optional<UUID> classId) {
        return who -> school.get(ReadJournalFlow.class)
                .run(
                        who,
                        at,
                        new Question(classId, Optional.empty(), EnumSet.allOf(Journal.Kind.class), Long.MAX_VALUE, 1));
    }
}
