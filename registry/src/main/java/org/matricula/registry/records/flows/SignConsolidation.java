package org.matricula.registry.records.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Refuses;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.gradebook.spi.ClassSheetForm;
import org.matricula.registry.records.Reaches;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.registry.signing.PersonKeyRefusals;
import org.matricula.verifier.signature.Signer;
import org.springframework.stereotype.Component;

/// The homeroom teacher signs the consolidated record of every pupil of the class, after every subject
/// teacher.
@Component
@Act(value = "sign-consolidation", by = Role.HOMEROOM_TEACHER, strong = true)
@Reaches(RecordState.HOMEROOM_SIGNED)
@Refuses({
    SigningRefusals.NothingToSign.class,
    SigningRefusals.NotTheOneNamed.class,
    SigningRefusals.CertificateOfAnotherName.class,
    SigningRefusals.KeyRefused.class,
    SigningRefusals.KeyLocked.class,
    SigningRefusals.ValueOfAnotherKey.class,
    PersonKeyRefusals.KeyOfAnother.class,
    PersonKeyRefusals.KeyOutOfTime.class,
    PersonKeyRefusals.AuthorityNotTrusted.class,
    PersonKeyRefusals.KeyTakenOutOfUse.class,
    PersonKeyRefusals.RevocationNotKnown.class
})
public final class SignConsolidation {
    private final Gradebook gradebook;
    private final ClassSigning signing;

    SignConsolidation(Gradebook gradebook, ClassSigning signing) {
        this.gradebook = gradebook;
        this.signing = signing;
    }

    /// Whom the records of a class name as its homeroom teacher; empty when they name nobody.
    public static String named(ClassInfo info) {
        return info.value(ClassSheetForm.HOMEROOM_TEACHER).orElse("");
    }

    /// Begins to sign.
    ///
    /// @param signer the person's unlocked key
    /// @return the work that goes on by itself
    public Outcome<UUID> run(Actor actor, ClassRoom room, Signer signer) {
        return signing.begin(task(room), actor, signer);
    }

    SigningTask task(ClassRoom room) {
        return new SigningTask(
                SignConsolidation.class,
                Work.Kind.SIGN_CONSOLIDATION,
                room,
                gradebook.place(room),
                Optional.empty(),
                WorkingRecord.HOMEROOM,
                SignConsolidation::named);
    }
}
