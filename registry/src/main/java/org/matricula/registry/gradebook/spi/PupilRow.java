package org.matricula.registry.gradebook.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a class sheet says of one pupil.
///
/// @param row its row in the sheet, counted from 1 as a spreadsheet does
/// @param values canonical text by column key, in the order of the form; a key is absent when its cell is blank
public record PupilRow(int row, Map<String, String> values) {
    public PupilRow {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// The value of a column; empty when the cell is blank or the sheet has no such column.
    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }
}
