package org.matricula.registry.gradebook.intake.flows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.SignInDesk;
import org.matricula.registry.directory.SignInDesk.OneTimeCode;
import org.matricula.registry.directory.SignInDesk.Readiness;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.intake.Upload;
import org.matricula.registry.gradebook.intake.store.IntakeStore;
import org.springframework.stereotype.Component;

/// Makes one-time codes for the accounts that a file opened and that nobody has used yet, to be printed and handed out.
/// Codes are kept nowhere in clear: whoever loses the paper makes new ones, and the old ones end.
@Act(value = "print-intake-codes", by = Role.OFFICE)
@Refuses(NotYours.class)
@Component
public final class PrintCodes {
    private final Office office;
    private final Gradebook gradebook;
    private final Accounts accounts;
    private final SignInDesk desk;
    private final IntakeStore store;

    PrintCodes(Office office, Gradebook gradebook, Accounts accounts, SignInDesk desk, IntakeStore store) {
        this.office = office;
        this.gradebook = gradebook;
        this.accounts = accounts;
        this.desk = desk;
        this.store = store;
    }

    /// What is printed for one person.
    public record Slip(String name, String login, OneTimeCode code) {}

    /// @return one for each account without a password, by name
    public Outcome<List<Slip>> run(Upload upload, Actor actor) {
        return office.act(PrintCodes.class, actor, gradebook.place(upload.institution()), (now, notes) -> {
            List<Slip> slips = new ArrayList<>();
            for (UUID id : waiting(upload.id())) {
                Account account = accounts.find(id).orElseThrow();
                slips.add(new Slip(account.name(), account.login(), desk.oneTimeCode(id, now)));
            }
            slips.sort(Comparator.comparing(Slip::name));
            notes.detail("upload", upload.id()).detail("codes", slips.size());
            return new Outcome.Done<>(List.copyOf(slips));
        });
    }

    /// How many accounts of a file nobody has used yet.
    public int waitingFor(Upload upload) {
        return waiting(upload.id()).size();
    }

    private List<UUID> waiting(UUID upload) {
        return store.accounts(upload).stream()
                .filter(account -> desk.readiness(account) == Readiness.NO_PASSWORD)
                .toList();
    }
}
