package org.matricula.registry.records.web;

import java.util.List;
import org.matricula.registry.page.Tone;

/// A pupil's row on the page of a subject to sign.
///
/// @param values in the order of the columns, long texts shortened
/// @param tone how it stands
/// @param state the same in words
/// @param notes when and by whom, what changed, what is missing
public record SignLine(String name, List<String> values, Tone tone, String state, List<String> notes) {
    public SignLine {
        values = List.copyOf(values);
        notes = List.copyOf(notes);
    }
}
