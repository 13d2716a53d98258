package org.matricula.registry.records.web;

import java.util.List;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.page.Parts.Fault;

/// The end of a page where one signs: the PIN, or what has to be done before.
///
/// @param gate which of them, see the words `gate.*`
/// @param action where the PIN is sent
/// @param sentence what is signed, and what it means
/// @param button the act, as a verb with its object
/// @param named whom the records name
/// @param strong where a second factor is shown
/// @param key where a key is made
/// @param classId the class
/// @param what what is signed there as programs say it (`subject:MATHEMATICS`, `consolidation`,
///     `approval`), several with
///     a blank between them
/// @param faults what is wrong with the PIN
public record SignGate(
        String gate,
        String action,
        String sentence,
        String button,
        String named,
        String strong,
        String key,
        String classId,
        String what,
        List<Fault> faults) {
    public SignGate {
        faults = List.copyOf(faults);
    }

    static SignGate of(
            String gate,
            String action,
            String sentence,
            String button,
            String named,
            ClassRoom room,
            List<String> what,
            List<Fault> faults) {
        return new SignGate(
                gate,
                action,
                sentence,
                button,
                named.isEmpty() ? "—" : named,
                SignDesk.with("/account/strong", action),
                SignDesk.with("/account/key", action),
                room.id().toString(),
                String.join(" ", what),
                faults);
    }
}
