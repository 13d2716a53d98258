package org.matricula.registry.gradebook.grid;

import java.util.Optional;

/// A cell that is not blank.
///
/// @param row counted from 1, as a spreadsheet shows it
/// @param column counted from 0: column A is 0
/// @param content what it holds; the stored result when it has a formula
/// @param formula its formula; an empty text for a cell that shares the formula of another
public record Cell(int row, int column, Content content, Optional<String> formula) {

    /// Where it is, as a spreadsheet shows it: `D12`.
    public String address() {
        return A1.address(row, column);
    }

    /// The text, when it holds text.
    public Optional<String> text() {
        return content instanceof Content.Words(var text) ? Optional.of(text) : Optional.empty();
    }
}
