package org.matricula.registry.gradebook.intake.web;

import java.util.List;
import org.matricula.registry.page.Parts.Option;
import org.matricula.registry.page.Tone;

/// What the office's templates are given: words in the reader's language, and nothing to decide.
public final class OfficeViews {
    private OfficeViews() {}

    /// A class on the start page.
    ///
    /// @param homeroom the homeroom teacher; empty when there is none
    /// @param teaching how its assignments stand
    /// @param untaught subjects that nobody teaches; empty when there are none
    public record ClassLine(
            String name,
            int pupils,
            int withoutNumber,
            String homeroom,
            Tone teachingTone,
            String teaching,
            String untaught,
            Tone windowTone,
            String window) {}

    /// A file that was brought.
    public record FileLine(String address, String name, String kind, String time, String by, Tone tone, String state) {}

    /// A remark about a file.
    ///
    /// @param place the cell; empty when it is about the file
    /// @param who the pupil or teacher; empty when nobody in particular
    public record Remark(String place, String who, String words) {}

    /// Rows of one kind of change.
    ///
    /// @param id anchor
    /// @param columns headings
    /// @param rows cells
    public record Section(String id, String title, List<String> columns, List<List<String>> rows) {
        public Section {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// A column of a file with what it may mean.
    ///
    /// @param field the name of the form's field
    /// @param chosen the value chosen now
    public record ColumnLine(
            String field, String letter, String words, String sample, Tone tone, String state, String chosen) {}

    /// A figure with its words.
    public record Figure(String number, String words, String anchor) {}

    /// A question of the plan, with a box to tick for each.
    public record Question(String field, String title, String hint, List<Option> options) {}

    /// A slip with a one-time code.
    public record Slip(String name, String login, String code, String until) {}
}
