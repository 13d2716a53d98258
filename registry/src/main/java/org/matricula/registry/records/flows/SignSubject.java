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
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.Reaches;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.spi.ClassRecordForm.Signatory;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.signature.Signer;
import org.springframework.stereotype.Component;

/// A subject's teacher signs what he or she entered, for every pupil of the class whose results are complete.
@Component
@Act(value = "sign-subject", by = Role.SUBJECT_TEACHER, strong = true)
@Reaches(RecordState.SUBJECT_SIGNED)
@Refuses({
    SigningRefusals.NothingToSign.class,
    SigningRefusals.NotTheOneNamed.class,
    SigningRefusals.CertificateOfAnotherName.class
})
public final class SignSubject {
    private final Office office;
    private final Gradebook gradebook;
    private final ClassRecords records;
    private final ClassSigning signing;

    SignSubject(Office office, Gradebook gradebook, ClassRecords records, ClassSigning signing) {
        this.office = office;
        this.gradebook = gradebook;
        this.records = records;
        this.signing = signing;
    }

    /// Whom the records of a class name as the teacher of a subject; empty when they name nobody.
    public static String named(ClassInfo info, String subject) {
        return info.teacherOf(subject).orElse("");
    }

    /// Begins to sign.
    ///
    /// @param subject the subject's code
    /// @param signer the person's unlocked key
    /// @return the work that goes on by itself
    public Outcome<UUID> run(Actor actor, ClassRoom room, String subject, Signer signer) {
        Place place = gradebook.place(room).ofSubject(subject);
        ClassInfo info = gradebook.info(room, office.now(place).date());
        String block = records.form(room).signatories(info).stream()
                .filter(signatory -> signatory.role() == Block.Role.SUBJECT)
                .map(Signatory::blockId)
                .filter(id -> id.endsWith("." + subject))
                .findFirst()
                .orElse("");
        return signing.begin(
                new ClassSigning.Task(
                        SignSubject.class,
                        Work.Kind.SIGN_SUBJECT,
                        room,
                        place,
                        Optional.of(subject),
                        block,
                        now -> named(now, subject)),
                actor,
                signer,
                info);
    }
}
