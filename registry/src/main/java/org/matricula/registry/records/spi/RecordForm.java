package org.matricula.registry.records.spi;

import org.matricula.verifier.record.RecordContent;

/// The printed form of one kind of record. A pack has one for each form id that its records name.
public interface RecordForm {
    /// The form it prints, as [RecordContent#form] says it, for example `vn.report-book.primary.2020`.
    String id();

    /// Lays a record out in the order of the official form. The same arguments always give the same layout.
    ///
    /// @param content what the record says
    /// @param sealing who signed it, and the codes by which anyone can check it
    PrintedForm layout(RecordContent content, Sealing sealing);
}
