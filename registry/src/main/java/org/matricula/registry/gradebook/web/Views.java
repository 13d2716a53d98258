package org.matricula.registry.gradebook.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.matricula.registry.page.Parts.Task;
import org.matricula.registry.page.Tone;

/// What the templates of the gradebook show, every word already in the reader's language.
public final class Views {
    private Views() {}

    /// A class of mine as the page shows it.
    ///
    /// @param window how entry stands, in words
    /// @param together where I sign all my subjects of it at once; empty when there are not several to sign
    public record Room(
            String id,
            String name,
            int grade,
            String year,
            String window,
            Tone tone,
            boolean overview,
            String together,
            List<Task> tasks) {}

    /// The classes of a grade, folded where there are many.
    ///
    /// @param names which classes, in words
    public record Grade(int grade, String names, List<Room> rooms) {
        static List<Grade> of(List<Room> rooms) {
            Map<Integer, List<Room>> grades =
                    rooms.stream().collect(Collectors.groupingBy(Room::grade, TreeMap::new, Collectors.toList()));
            return grades.entrySet().stream()
                    .map(each -> new Grade(
                            each.getKey(),
                            each.getValue().stream().map(Room::name).collect(Collectors.joining(", ")),
                            each.getValue()))
                    .toList();
        }
    }

    /// A cell of the overview.
    public record Mark(String look, String shown, String words, String address) {}

    /// A line of the overview.
    public record Line(int place, String name, boolean closed, List<Mark> marks, int missing) {}

    /// A heading of the overview.
    public record Head(String words, String address, int missing, int notes) {}

    /// A line of the comparison.
    public record Compared(String name, String column, String cell, String was, String value) {}

    /// Something to say about the file.
    public record Remark(String place, String name, String words) {}

    /// What a class's window is now, for the table.
    public record WindowLine(String name, String window) {}
}
