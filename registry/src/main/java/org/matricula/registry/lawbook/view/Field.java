package org.matricula.registry.lawbook.view;

import java.util.List;

/// A field of a form.
public sealed interface Field {
    /// What is asked.
    Ask ask();

    /// A line to write on.
    ///
    /// @param type the type of the input element: `text`, `date`, `time` or `datetime-local`
    /// @param mode the keyboard to offer: `text`, `numeric` or `decimal`
    /// @param value what was entered
    record Line(Ask ask, String type, String mode, String value) implements Field {}

    /// Several lines to write on.
    record Area(Ask ask, String value, int lines) implements Field {}

    /// One of a few, each with a button of its own.
    record Radios(Ask ask, List<Option> options) implements Field {}

    /// One of many.
    record Select(Ask ask, List<Option> options) implements Field {}

    /// Any of several.
    record Checks(Ask ask, List<Option> options) implements Field {}

    /// Fields that belong together.
    record Group(Ask ask, List<Field> fields) implements Field {}

    /// A list with a row of fields for each item.
    record Rows(Ask ask, List<Row> rows) implements Field {}

    /// An answer to choose.
    ///
    /// @param value the code; empty for "not told"
    /// @param id its anchor on the page
    record Option(String value, String id, Told label, boolean chosen) {}

    /// One row of a list.
    ///
    /// @param name its name in the address, for example `subjects.2`
    /// @param title its heading
    record Row(String name, String title, List<Field> fields) {}
}
