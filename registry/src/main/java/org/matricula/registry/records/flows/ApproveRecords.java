package org.matricula.registry.records.flows;

import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
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
import org.matricula.verifier.signature.Signer;
import org.springframework.stereotype.Component;

/// The head approves and signs every record of the class that all its teachers have signed.
@Component
@Act(value = "approve-records", by = Role.PRINCIPAL, strong = true)
@Reaches(RecordState.APPROVED)
@Refuses({
    SigningRefusals.NothingToSign.class,
    SigningRefusals.NotTheOneNamed.class,
    SigningRefusals.CertificateOfAnotherName.class
})
public final class ApproveRecords {
    private final Office office;
    private final Gradebook gradebook;
    private final ClassSigning signing;

    ApproveRecords(Office office, Gradebook gradebook, ClassSigning signing) {
        this.office = office;
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
        Place place = gradebook.place(room);
        return signing.begin(
                new ClassSigning.Task(
                        ApproveRecords.class,
                        Work.Kind.APPROVE,
                        room,
                        place,
                        Optional.empty(),
                        WorkingRecord.HEAD,
                        ApproveRecords::named),
                actor,
                signer,
                gradebook.info(room, office.now(place).date()));
    }
}
