package org.matricula.registry.gradebook.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.matricula.registry.gradebook.ListReading;
import org.matricula.registry.gradebook.Problem;

/// A file, what it says, and what would change.
///
/// @param reading what the file says by itself
/// @param plan of the rows without a fault
/// @param more what there is to say against the register: a class that the school does not have, a number of
///     another
///     pupil
public record Checked(Upload upload, ListReading reading, Plan plan, List<Problem> more) {
    public Checked {
        more = List.copyOf(more);
    }

    private static final Pattern CELL = Pattern.compile("([A-Z]*)(\\d+).*");

    /// Everything there is to say, in the order of the file: what concerns all of it first.
    public List<Problem> remarks() {
        List<Problem> all = new ArrayList<>(reading.remarks());
        all.addAll(more);
        List<String> sheets = all.stream().map(Problem::sheet).distinct().toList();
        all.sort(Comparator.<Problem>comparingInt(remark -> remark.cell().isEmpty() ? 0 : 1)
                .thenComparingInt(remark -> sheets.indexOf(remark.sheet()))
                .thenComparingInt(remark -> row(remark.cell()))
                .thenComparing(remark -> column(remark.cell())));
        return all;
    }

    private static int row(String cell) {
        Matcher parts = CELL.matcher(cell);
        return parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
    }

    /// `AB` comes after `C`.
    private static String column(String cell) {
        Matcher parts = CELL.matcher(cell);
        return parts.matches() ? parts.group(1).length() + parts.group(1) : "";
    }

    /// Whether something has to be mended before the file can be taken in.
    public boolean blocked() {
        return remarks().stream().anyMatch(Problem::blocks);
    }
}
