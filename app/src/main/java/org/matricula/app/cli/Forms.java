package org.matricula.app.cli;

import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.records.spi.ClassRecordForm;

/// The record forms that the packs bring; wiring only.
final class Forms {
    private Forms() {}

    /// The digital report book of a Vietnamese primary school.
    static ClassRecordForm reportBook() {
        return new PrimaryReportBook();
    }
}
