package org.matricula.registry.lawbook.view;

import java.util.List;

/// A value of an answer, ready to be shown.
public sealed interface Value {
    /// Words: a code in the reader's language, a number, a text.
    record Text(Told told) implements Value {}

    /// A date or a date with a time.
    ///
    /// @param iso as in the contract, for machines
    /// @param text as people write it
    record Time(String iso, String text) implements Value {}

    /// A clause.
    record Clause(String id, String address) implements Value {}

    /// No value; the words say so.
    record None(String text) implements Value {}

    /// Several values.
    record Several(List<Value> values) implements Value {}

    /// Values with names.
    record Named(List<Entry> entries) implements Value {}

    /// Several objects with the same names.
    record Table(List<Told> heads, List<List<Value>> rows) implements Value {}

    /// A value with its name.
    record Entry(Told label, Value value) {}
}
