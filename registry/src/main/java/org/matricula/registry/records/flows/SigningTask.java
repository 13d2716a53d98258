package org.matricula.registry.records.flows;

import java.util.Optional;
import java.util.function.Function;
import org.matricula.registry.flow.Place;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.records.Work;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.verifier.record.RecordSealing;
import org.matricula.verifier.record.SigningAct;

/// Who signs what in the records of a class.
///
/// @param act the class of the act
/// @param key the place of the signature in each record: a subject's block, `HOMEROOM` or `HEAD`
/// @param named whom the records name there
record SigningTask(
        Class<?> act,
        Work.Kind kind,
        ClassRoom room,
        Place place,
        Optional<String> subject,
        String key,
        Function<ClassInfo, String> named) {
    /// Whether a record can be signed there now.
    boolean ready(WorkingRecord record) {
        return record.kept().isPresent() && record.ready(key);
    }

    void add(SigningAct act, RecordSealing record) {
        switch (key) {
            case WorkingRecord.HOMEROOM -> act.homeroom(record);
            case WorkingRecord.HEAD -> act.head(record);
            default -> act.subject(record, key);
        }
    }
}
