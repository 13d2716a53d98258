package org.matricula.registry.records.flows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Act;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
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
import org.matricula.registry.signing.PersonKeyRefusals;
import org.matricula.verifier.record.Block;
import org.matricula.verifier.signature.Signer;
import org.springframework.stereotype.Component;

/// A subject's teacher signs what he or she entered, for every pupil of the class whose results are
/// complete.
@Component
@Act(value = "sign-subject", by = Role.SUBJECT_TEACHER, strong = true)
@Reaches(RecordState.SUBJECT_SIGNED)
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
        return run(actor, room, List.of(subject), signer);
    }

    /// Begins to sign several subjects of a class with the key unlocked once: each is an act of its own,
    /// allowed, refused and journalled by itself, and they are carried out in turn.
    ///
    /// @param subjects the subjects' codes, at least one
    /// @return the first work that goes on by itself; the others follow it
    public Outcome<UUID> run(Actor actor, ClassRoom room, List<String> subjects, Signer signer) {
        return signing.begin(
                subjects.stream().map(subject -> task(room, subject)).toList(), actor, signer);
    }

    SigningTask task(ClassRoom room, String subject) {
        ClassInfo info = gradebook.info(room, office.now(gradebook.place(room)).date());
        String block = records.form(room).signatories(info).stream()
                .filter(signatory -> signatory.role() == Block.Role.SUBJECT)
                .map(Signatory::blockId)
                .filter(id -> id.endsWith("." + subject))
                .findFirst()
                .orElse("");
        return new SigningTask(
                SignSubject.class,
                Work.Kind.SIGN_SUBJECT,
                room,
                gradebook.place(room).ofSubject(subject),
                Optional.of(subject),
                block,
                now -> named(now, subject));
    }
}
