package org.matricula.registry.lawbook.view;

import org.jspecify.annotations.Nullable;

/// What every field of a form has.
///
/// @param name its name in the address
/// @param id its anchor on the page
/// @param label what is asked
/// @param hint how to answer; empty when the label says it all
/// @param error what is wrong with what was entered; empty when nothing is
/// @param required whether the question must be answered
public record Ask(String name, String id, Told label, String hint, Told error, boolean required) {
    /// Whether something is wrong.
    public boolean wrong() {
        return !error.text().isEmpty();
    }

    /// The ids of hint and error, for `aria-describedby`; null when there is neither.
    public @Nullable String describedBy() {
        String hinted = hint.isEmpty() ? "" : id + "-hint";
        String both = wrong() ? (hinted + " " + id + "-error").strip() : hinted;
        return both.isEmpty() ? null : both;
    }
}
