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
        try {
            return new Opening.Opened(
                    switch (FileType.of(file)) {
                        case XLSX -> XlsxFile.read(file);
                        case CSV -> CsvFile.read(file);
                    });
        } catch (Unreadable e) {
            return new Opening.Refused(e.words());
        }
    }
}
