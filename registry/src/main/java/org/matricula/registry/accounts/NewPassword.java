package org.matricula.registry.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Parts.Fault;

/// What is wrong with a new password that was typed twice.
final class NewPassword {
    private NewPassword() {}

    static List<Fault> faults(Page page, String login, String password, String again) {
        List<Fault> faults = new ArrayList<>();
        Passwords.weakness(password, login)
                .ifPresent(weakness -> faults.add(
                        new Fault("password", page.say("weak." + weakness.name().toLowerCase(Locale.ROOT)))));
        if (faults.isEmpty() && !password.equals(again)) {
            faults.add(new Fault("again", page.say("again.differs")));
        }
        return faults;
    }
}
