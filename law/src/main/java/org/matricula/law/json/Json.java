package org.matricula.law.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A JSON value as it was read.
public sealed interface Json {
    /// An object; of a repeated key the first value is kept.
    ///
    /// @param fields in the order of the text
    record Obj(Map<String, Json> fields) implements Json {}

    /// An array.
    record Arr(List<Json> items) implements Json {}

    /// A string.
    record Text(String value) implements Json {}

    /// A number of any size, exactly as written.
    record Num(BigDecimal value) implements Json {}

    /// `true` or `false`.
    record Flag(boolean value) implements Json {}

    /// `null`.
    record Null() implements Json {}
}
