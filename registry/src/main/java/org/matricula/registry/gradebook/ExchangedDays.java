package org.matricula.registry.gradebook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntFunction;
import org.matricula.registry.gradebook.grid.Cell;
import org.matricula.registry.gradebook.grid.Content;
import org.matricula.registry.gradebook.grid.Grid;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.spi.Kind;

/// Finds dates whose day and month a spreadsheet exchanged.
///
/// In a program set to month first, `05/03/2016` typed day first becomes the date 3 May without a word, while
/// `25/03/2016` is no date for it and stays text. A column in which every date cell could be exchanged and
/// every text date could not have been taken for a date is the mark that this leaves.
final class ExchangedDays {
    private static final int ENOUGH_TO_BE_SURE = 3;
    private final Grid grid;
    private final SortedMap<Integer, Column> columns;
    private final List<Integer> rows;
    private final IntFunction<Optional<String>> nameOf;
    private final Remarks remarks;

    ExchangedDays(
            Grid grid,
            SortedMap<Integer, Column> columns,
            List<Integer> rows,
            IntFunction<Optional<String>> nameOf,
            Remarks remarks) {
        this.grid = grid;
        this.columns = columns;
        this.rows = rows;
        this.nameOf = nameOf;
        this.remarks = remarks;
    }

    void look() {
        columns.forEach((position, column) -> {
            if (column.kind() instanceof Kind.Day()) {
                look(position);
            }
        });
    }

    private void look(int position) {
        var dates = new ArrayList<Cell>();
        int late = 0;
        for (int row : rows) {
            var cell = grid.cell(row, position);
            if (cell.isEmpty()) {
                continue;
            }
            switch (cell.get().content()) {
                case Content.Moment(var serial, var since1904) -> {
                    if (day(serial, since1904).getDayOfMonth() > 12) {
                        return;
                    }
                    dates.add(cell.get());
                }
                case Content.Words(var text) -> {
                    var read = Days.words(Texts.clean(text, false).text(), LocalDate.MAX)
                            .value();
                    if (read.isPresent()) {
                        if (LocalDate.parse(read.get()).getDayOfMonth() <= 12) {
                            return;
                        }
                        late++;
                    }
                }
                case Content.Figure _, Content.Truth _, Content.Fault _, Content.Uncomputed _ -> {
                    // Reported as no date by the reading of the cell.
                }
            }
        }
        if (late > 0) {
            report(dates, late + dates.size() >= ENOUGH_TO_BE_SURE);
        }
    }

    private void report(List<Cell> dates, boolean sure) {
        for (var cell : dates) {
            if (cell.content() instanceof Content.Moment(var serial, var since1904)) {
                var day = day(serial, since1904);
                if (day.getDayOfMonth() == day.getMonthValue()) {
                    continue;
                }
                var words =
                        DayWords.exchanged(day, LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()));
                remarks.ofRow(
                        grid,
                        cell.row(),
                        cell.column(),
                        nameOf.apply(cell.row()),
                        sure ? Said.error(words) : Said.warning(words));
            }
        }
    }

    /// Far-off serials are no dates; the reading of the cell says so.
    private static LocalDate day(BigDecimal serial, boolean since1904) {
        boolean sound = serial.signum() >= 0 && serial.compareTo(BigDecimal.valueOf(2_000_000)) < 0;
        return sound ? Days.day(serial.intValue(), since1904) : LocalDate.of(1900, 12, 31);
    }
}
