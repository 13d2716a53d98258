package org.matricula.registry.directory.flows;

import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Role;

/// Reading who has an account and acts as what. It shows no pupil, so it leaves no line in the journal.
@Act(
        value = "read-people",
        by = {Role.ADMINISTRATOR, Role.OFFICE, Role.PRINCIPAL})
public final class ReadPeople {
    private ReadPeople() {}
}
