package org.matricula.registry.gradebook;

import java.util.Optional;
import org.matricula.law.Sentence;

/// Something to say about one place in a file.
///
/// @param sheet the sheet's name; empty when it concerns the whole file, or the file has no sheets
/// @param cell where, as a spreadsheet shows it (`D12`); a row as `12:12`, a column as `D:D`; empty for the
///     whole sheet
/// @param pupil the name in that row, as far as it could be read
/// @param severity whether it stops the work
/// @param words what is wrong and how to mend it
public record Problem(String sheet, String cell, Optional<String> pupil, Severity severity, Sentence words) {

    /// Whether a remark stops the work.
    public enum Severity {
        /// The row, or the sheet, cannot be used until it is mended.
        ERROR,
        /// Used as read, but a person should look.
        WARNING,
        /// Says how something was read.
        NOTE
    }

    /// Whether it stops the work.
    public boolean blocks() {
        return severity == Severity.ERROR;
    }

    /// The remark in one line: place, pupil, words.
    ///
    /// @param language `en`, or any other for the language of the form
    public String line(String language) {
        var place = sheet.isEmpty() ? cell : cell.isEmpty() ? sheet : sheet + "!" + cell;
        return (place.isEmpty() ? "" : place + ": ") + pupil.map(p -> p + ": ").orElse("") + words.in(language);
    }
}
