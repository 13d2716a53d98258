package org.matricula.registry.gradebook.grid;

import java.util.Optional;

/// A rectangle of cells merged into one.
///
/// @param top first row, from 1
/// @param left first column, from 0
/// @param bottom last row
/// @param right last column
public record Region(int top, int left, int bottom, int right) {

    /// Whether a place lies in it.
    public boolean holds(int row, int column) {
        return row >= top && row <= bottom && column >= left && column <= right;
    }

    /// As a spreadsheet shows it: `B7:D7`.
    public String address() {
        return A1.address(top, left) + ":" + A1.address(bottom, right);
    }

    static Optional<Region> of(String reference) {
        int colon = reference.indexOf(':');
        if (colon < 0) {
            return A1.place(reference).map(p -> new Region(p.row(), p.column(), p.row(), p.column()));
        }
        return A1.place(reference.substring(0, colon))
                .flatMap(a -> A1.place(reference.substring(colon + 1))
                        .map(b -> new Region(
                                Math.min(a.row(), b.row()),
                                Math.min(a.column(), b.column()),
                                Math.max(a.row(), b.row()),
                                Math.max(a.column(), b.column()))));
    }
}
