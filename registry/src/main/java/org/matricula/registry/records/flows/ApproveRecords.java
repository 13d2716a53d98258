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

/// The head approves and signs every record of the class that all its teachers have signed.
@Component
@Act(value = "approve-records", by = Role.PRINCIPAL, strong = true)
@Reaches(RecordState.APPROVED)
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
public final class ApproveRecords {
    private final Gradebook gradebook;
    private final ClassSigning signing;

    ApproveRecords(Gradebook gradebook, ClassSigning signing) {
        this.gradebook = gradebook;
        this.signing = signing;
    }

    /// Whom the records of a class name as the head; empty when they name nobody.
    public static String named(ClassInfo info) {
        return info.value(ClassSheetForm.PRINCIPAL).orElse("");
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
                ApproveRecords.class,
                Work.Kind.APPROVE,
                room,
                gradebook.place(room),
                Optional.empty(),
                WorkingRecord.HEAD,
                ApproveRecords::named);
    }
}
