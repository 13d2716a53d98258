package org.matricula.registry.gradebook.web;

import java.util.List;
import org.matricula.registry.page.Parts.Task;
import org.matricula.registry.page.Tone;

/// What the templates of the gradebook show, every word already in the reader's language.
public final class Views {
    private Views() {}

    /// A class of mine as the page shows it.
    ///
    /// @param window how entry stands, in words
    public record Room(
            String id, String name, String year, String window, Tone tone, boolean overview, List<Task> tasks) {}

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
