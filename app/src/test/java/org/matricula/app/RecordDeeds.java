package org.matricula.app;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.flows.AnswerCorrection;
import org.matricula.registry.records.flows.ApproveRecords;
import org.matricula.registry.records.flows.CloseRecords;
import org.matricula.registry.records.flows.ExamineCorrection;
import org.matricula.registry.records.flows.LookAtBoard;
import org.matricula.registry.records.flows.LookAtBook;
import org.matricula.registry.records.flows.LookAtCorrections;
import org.matricula.registry.records.flows.LookAtResult;
import org.matricula.registry.records.flows.LookAtSigning;
import org.matricula.registry.records.flows.LookAtWork;
import org.matricula.registry.records.flows.RecallRecord;
import org.matricula.registry.records.flows.RecallRecord.Wish;
import org.matricula.registry.records.flows.SignConsolidation;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.records.flows.TokenSigning;
import org.matricula.registry.records.store.RecordStore;
import org.matricula.registry.signing.CertifiedKey;
import org.matricula.verifier.signature.Signer;

/// The acts of records, each in a class that has come just so far as the act needs.
final class RecordDeeds {
    private static final Wish DIRECTED =
            new Wish("Điểm Toán ghi nhầm của học sinh khác.", "123/SGDĐT-GDTH", Optional.of(LocalDate.of(2026, 5, 20)));

    private final HoaSenSchool school;
    private final String subject;

    private RecordDeeds(HoaSenSchool school, String subject) {
        this.school = school;
        this.subject = subject;
    }

    static void add(Deeds deeds, HoaSenSchool school, String subject) {
        RecordDeeds records = new RecordDeeds(school, subject);
        records.signing(deeds);
        records.closing(deeds);
    }

    /// When an act begins long work, the next cell waits until it is over.
    private Outcome<UUID> awaited(Outcome<UUID> outcome) {
        if (outcome instanceof Outcome.Done<UUID>) {
            school.done(outcome);
        }
        return outcome;
    }

    private static UUID work(Outcome<UUID> begun) {
        return ((Outcome.Done<UUID>) begun).value();
    }

    private void signing(Deeds deeds) {
        ClassRoom entered = school.enter("4S", 1);
        Signer teachers = school.key(school.teacherOf(subject));
        Signer homerooms = school.key(school.homeroom());
        deeds.add(LookAtSigning.class, "a subject", entered, who -> {
            LookAtSigning look = school.get(LookAtSigning.class);
            return look.run(who, entered, look.subject(entered, subject).orElseThrow());
        });
        deeds.add(
                SignSubject.class,
                "a class with everything entered",
                entered,
                who -> awaited(school.get(SignSubject.class).run(who, entered, subject, teachers)));
        deeds.add(
                SignSubject.class,
                "a class with everything entered, by token",
                entered,
                who -> prepared(who, entered, Work.Kind.SIGN_SUBJECT, teachers));
        deeds.add(
                LookAtResult.class,
                "of a class",
                entered,
                who -> school.get(LookAtResult.class).run(who, entered));
        ClassRoom signed = school.enter("4T", 1);
        school.subjectsSign(signed);
        deeds.add(
                SignConsolidation.class,
                "a class that all teachers have signed",
                signed,
                who -> awaited(school.get(SignConsolidation.class).run(who, signed, homerooms)));
        deeds.add(
                SignConsolidation.class,
                "a class all teachers signed, by token",
                signed,
                who -> prepared(who, signed, Work.Kind.SIGN_CONSOLIDATION, homerooms));
    }

    /// The first step with a key that stays elsewhere.
    private Outcome<?> prepared(Actor who, ClassRoom room, Work.Kind kind, Signer token) {
        return school.get(TokenSigning.class)
                .prepare(
                        who,
                        room,
                        kind,
                        Optional.of(subject).filter(_ -> kind == Work.Kind.SIGN_SUBJECT),
                        CertifiedKey.of(token));
    }

    private void closing(Deeds deeds) {
        ClassRoom consolidated = school.enter("4H", 1);
        school.homeroomSigns(consolidated);
        Signer principals = school.key(school.principal());
        deeds.add(
                ApproveRecords.class,
                "a class that its homeroom teacher has signed",
                consolidated,
                who -> awaited(school.get(ApproveRecords.class).run(who, consolidated, principals)));
        deeds.add(
                ApproveRecords.class,
                "a class its homeroom signed, by token",
                consolidated,
                who -> prepared(who, consolidated, Work.Kind.APPROVE, principals));
        ClassRoom approved = school.enter("4D", 1);
        school.approve(approved);
        deeds.add(
                CloseRecords.class,
                "an approved class",
                approved,
                who -> awaited(school.get(CloseRecords.class).run(who, approved)));
        ClassRoom closed = school.enter("4C", 1);
        Actor teacher = school.teacherOf(subject);
        UUID subjectWork =
                work(awaited(school.get(SignSubject.class).run(teacher, closed, subject, school.key(teacher))));
        school.subjects().stream().filter(code -> !code.equals(subject)).forEach(code -> {
            Actor other = school.teacherOf(code);
            awaited(school.get(SignSubject.class).run(other, closed, code, school.key(other)));
        });
        awaited(school.get(SignConsolidation.class).run(school.homeroom(), closed, school.key(school.homeroom())));
        UUID approval = work(awaited(school.get(ApproveRecords.class).run(school.principal(), closed, principals)));
        awaited(school.get(CloseRecords.class).run(school.principal(), closed));
        UUID book =
                school.get(RecordStore.class).ofClass(closed.id()).getFirst().id();
        looking(deeds, closed, book);
        correcting(deeds, closed, book);
        deeds.add(
                RecallRecord.class,
                "a closed book",
                closed,
                who -> school.get(RecallRecord.class).run(who, closed, book, DIRECTED));
        deeds.add(LookAtWork.class, "the signing of a subject", closed, who -> watched(who, subjectWork));
        deeds.add(LookAtWork.class, "the approval of a class", closed, who -> watched(who, approval));
    }

    /// It asks the runner alone and writes no line in the journal; who may not see a work does not learn
    /// that there is one.
    private Outcome<?> watched(Actor who, UUID work) {
        return school.get(LookAtWork.class)
                .run(who, work)
                .<Outcome<?>>map(Outcome.Done::new)
                .orElseGet(() -> Outcome.refused(new NotYours("look-at-work")));
    }

    private void looking(Deeds deeds, ClassRoom closed, UUID book) {
        LookAtBook books = school.get(LookAtBook.class);
        deeds.add(LookAtBook.class, "of a class", closed, who -> books.ofClass(who, closed));
        deeds.add(
                LookAtBook.class,
                "one of them",
                closed,
                who -> books.open(who, book).orElseThrow());
        deeds.add(
                LookAtBook.class,
                "one of them as PDF",
                closed,
                who -> books.pdf(who, book).orElseThrow());
        deeds.add(
                LookAtBook.class,
                "one of them as XML",
                closed,
                who -> books.xml(who, book).orElseThrow());
        deeds.add(
                LookAtBoard.class,
                "of a school",
                closed,
                who -> school.get(LookAtBoard.class).run(who, school.school().id(), ""));
    }

    private void correcting(Deeds deeds, ClassRoom closed, UUID book) {
        deeds.add(
                LookAtCorrections.class,
                "of a school",
                closed,
                who -> school.get(LookAtCorrections.class)
                        .ofSchool(who, school.school().id()));
        deeds.add(
                LookAtCorrections.class,
                "one of them",
                closed,
                who -> school.get(LookAtCorrections.class)
                        .open(who, SentNotes.note(school, book))
                        .orElseThrow());
        deeds.add(
                ExamineCorrection.class,
                "a note",
                closed,
                who -> school.get(ExamineCorrection.class)
                        .run(who, SentNotes.note(school, book))
                        .orElseThrow());
        deeds.add(
                AnswerCorrection.class,
                "a note",
                closed,
                who -> school.get(AnswerCorrection.class)
                        .run(who, SentNotes.note(school, book), false, "Đúng như giấy khai sinh.")
                        .orElseThrow());
    }
}
