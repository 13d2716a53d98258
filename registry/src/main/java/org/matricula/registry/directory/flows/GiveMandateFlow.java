package org.matricula.registry.directory.flows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.ClassRegister;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Gives a person a mandate: a role at the institution, perhaps for one class, perhaps for one subject in it, by date.
@Component
@Act(
        value = "give-mandate",
        by = {Role.ADMINISTRATOR, Role.OFFICE, Role.PRINCIPAL})
@Refuses({
    AccountElsewhere.class,
    AccountIsClosed.class,
    RoleNotYours.class,
    NotForYourself.class,
    ClassMissing.class,
    ClassNotFit.class,
    ClassUnknown.class,
    LastDayMissing.class,
    LastDayBeforeFirst.class
})
public final class GiveMandateFlow {
    /// The longest that an inspector may read.
    static final int INSPECTION_DAYS = 90;

    private final Office office;
    private final Accounts accounts;
    private final Mandates mandates;
    private final Keepers keepers;
    private final Optional<ClassRegister> classes;

    GiveMandateFlow(
            Office office,
            Accounts accounts,
            Mandates mandates,
            Keepers keepers,
            ObjectProvider<ClassRegister> classes) {
        this.office = office;
        this.accounts = accounts;
        this.mandates = mandates;
        this.keepers = keepers;
        this.classes = Optional.ofNullable(classes.getIfUnique());
    }

    /// What is to be given.
    ///
    /// @param from the first day; today when empty
    /// @param to the last day; none while it lasts
    public record Gift(
            UUID account,
            Role role,
            Optional<UUID> classId,
            Optional<String> subject,
            Optional<LocalDate> from,
            Optional<LocalDate> to) {}

    /// @return the mandate's id
    public Outcome<UUID> run(Actor actor, Institution institution, Gift gift) {
        Place place = gift.classId().map(institution.place()::ofClass).orElse(institution.place());
        return office.act(GiveMandateFlow.class, actor, place, (now, notes) -> {
            List<Refusal> reasons = reasons(actor, institution, gift, now);
            if (!reasons.isEmpty()) {
                return new Outcome.Refused<>(reasons);
            }
            notes.detail("account", gift.account()).detail("role", gift.role());
            return new Outcome.Done<>(mandates.give(
                    gift.account(),
                    new Mandate(
                            gift.role(), institution.id(), gift.classId(), gift.subject(), first(gift, now), gift.to()),
                    actor,
                    now));
        });
    }

    private static LocalDate first(Gift gift, Moment now) {
        return gift.from().orElse(now.date());
    }

    private List<Refusal> reasons(Actor actor, Institution institution, Gift gift, Moment now) {
        Optional<Account> account = accounts.find(gift.account());
        if (account.isEmpty() || !accounts.isAt(gift.account(), institution.id())) {
            return List.of(new AccountElsewhere());
        }
        List<Refusal> reasons = new ArrayList<>();
        if (account.get().closed()) {
            reasons.add(new AccountIsClosed());
        }
        if (!keepers.gives(actor, gift.role(), institution.place(), now)) {
            reasons.add(new RoleNotYours(gift.role()));
        } else if (keepers.selfServing(actor, gift.account(), gift.role(), institution.place(), now)) {
            reasons.add(new NotForYourself());
        }
        wrongPlace(gift).or(() -> unknownPlace(institution, gift)).ifPresent(reasons::add);
        wrongDays(gift, first(gift, now)).ifPresent(reasons::add);
        return reasons;
    }

    private static Optional<Refusal> wrongPlace(Gift gift) {
        return switch (gift.role()) {
            case SUBJECT_TEACHER ->
                gift.classId().isPresent() && gift.subject().isPresent()
                        ? Optional.empty()
                        : Optional.of(new ClassMissing(gift.role()));
            case HOMEROOM_TEACHER ->
                gift.classId().isEmpty()
                        ? Optional.of(new ClassMissing(gift.role()))
                        : gift.subject().isPresent() ? Optional.of(new ClassNotFit(gift.role())) : Optional.empty();
            case OFFICE, PRINCIPAL, ADMINISTRATOR, INSPECTOR ->
                gift.classId().isPresent() || gift.subject().isPresent()
                        ? Optional.of(new ClassNotFit(gift.role()))
                        : Optional.empty();
        };
    }

    private Optional<Refusal> unknownPlace(Institution institution, Gift gift) {
        if (gift.classId().isEmpty()) {
            return Optional.empty();
        }
        // The names are not asked for, so any language does.
        boolean known = classes.flatMap(register ->
                        register.find(institution.id(), gift.classId().get(), Language.EN))
                .filter(room -> gift.subject().isEmpty()
                        || room.subjects().stream()
                                .anyMatch(subject ->
                                        subject.code().equals(gift.subject().get())))
                .isPresent();
        return known ? Optional.empty() : Optional.of(new ClassUnknown());
    }

    private static Optional<Refusal> wrongDays(Gift gift, LocalDate first) {
        if (gift.to().filter(last -> last.isBefore(first)).isPresent()) {
            return Optional.of(new LastDayBeforeFirst());
        }
        boolean tooLong = gift.to()
                .map(last -> last.isAfter(first.plusDays(INSPECTION_DAYS)))
                .orElse(true);
        return gift.role() == Role.INSPECTOR && tooLong
                ? Optional.of(new LastDayMissing(INSPECTION_DAYS))
                : Optional.empty();
    }
}
