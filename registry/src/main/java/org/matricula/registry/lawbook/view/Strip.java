package org.matricula.registry.lawbook.view;

import java.util.List;

/// A term day by day, a week a row.
///
/// @param title which term it is
/// @param summary what it shows, in one sentence
/// @param weekdays short names, from Monday
/// @param weeks the days
/// @param skipped what was passed over besides the plain weekend, each with its reason and source
/// @param paused whether it stood still at times
/// @param picture the address of the same as a picture; empty when it has none
public record Strip(
        Told title,
        String summary,
        List<String> weekdays,
        List<List<Cell>> weeks,
        List<Skipped> skipped,
        boolean paused,
        String picture) {
    /// A day of the picture.
    ///
    /// @param look `start`, `counted`, `skipped`, `paused`, `due` or `blank`
    /// @param day the day of the month, with the month where it begins
    /// @param mark which counted day it is; empty when it is not counted
    /// @param said the whole in words, for those who do not see the picture
    public record Cell(String look, String day, String mark, String said) {}

    /// A day passed over, or days on which the term stood still.
    public record Skipped(String date, Told reason, Told source) {}
}
