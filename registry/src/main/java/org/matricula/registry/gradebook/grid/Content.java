package org.matricula.registry.gradebook.grid;

import java.math.BigDecimal;

/// What a cell holds. A blank cell is not in its grid at all.
public sealed interface Content {

    /// Text, as the file has it: neither trimmed nor normalised.
    record Words(String text) implements Content {}

    /// A number.
    ///
    /// @param raw the digits as stored
    /// @param value their exact value
    record Figure(String raw, BigDecimal value) implements Content {}

    /// A number that the spreadsheet shows as a date or a time.
    ///
    /// @param serial days since the epoch of the file
    /// @param since1904 whether the file counts days from 1 January 1904 instead of from 1900
    record Moment(BigDecimal serial, boolean since1904) implements Content {}

    /// A cell with TRUE or FALSE.
    record Truth(boolean value) implements Content {}

    /// An error value such as `#REF!`.
    record Fault(String code) implements Content {}

    /// A formula whose result was not stored.
    record Uncomputed() implements Content {}

    /// Whether a text shows nothing: spaces of any kind and invisible characters.
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }
}
