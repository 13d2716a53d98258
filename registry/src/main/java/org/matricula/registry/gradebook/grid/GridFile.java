package org.matricula.registry.gradebook.grid;

import java.util.List;
import org.matricula.law.Sentence;

/// A file as grids.
///
/// @param grids its sheets in order; exactly one for CSV
public record GridFile(List<Grid> grids) {

    /// Largest file that is read. A class sheet of 60 pupils has about 60 kB.
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    public GridFile {
        grids = List.copyOf(grids);
    }

    /// What came of opening a file.
    public sealed interface Opening {
        /// The file is a spreadsheet.
        record Opened(GridFile file) implements Opening {}

        /// The file is something else, or damaged, or beyond the limits; the words say what, and what to do.
        record Refused(Sentence words) implements Opening {}
    }

    /// Opens a file by its content; its name decides nothing.
    ///
    /// @param file the bytes, whatever they are
    public static Opening open(byte[] file) {
        return open(file, Grid.MOST_ROWS);
    }

    /// Opens a file that may be longer than a class sheet, for example the list of a whole school.
    ///
    /// @param mostRows how many rows with content are kept of each sheet
    public static Opening open(byte[] file, int mostRows) {
        try {
            return new Opening.Opened(
                    switch (FileType.of(file)) {
                        case XLSX -> XlsxFile.read(file, mostRows);
                        case CSV -> CsvFile.read(file, mostRows);
                    });
        } catch (Unreadable e) {
            return new Opening.Refused(e.words());
        }
    }
}
