package org.matricula.registry.records;

import org.matricula.registry.gradebook.MarksEntered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What is changed before closing voids exactly the signatures that cover it, in the transaction that changes it; and
/// the state of each record follows what is entered.
@Component
final class VoidChangedSignatures {
    private final ClassRecords records;

    VoidChangedSignatures(ClassRecords records) {
        this.records = records;
    }

    @EventListener
    void on(MarksEntered entered) {
        records.hold(entered.room(), entered.pupils(), entered.by(), entered.now());
    }
}
