package org.matricula.registry.lawbook.view;

import org.jspecify.annotations.Nullable;

/// Words with their language where it is not the language of the page, so that a screen reader says them right.
///
/// @param text the words
/// @param lang the BCP 47 code; null when it is the page's own
public record Told(String text, @Nullable String lang) {
    /// Words in the language of the page.
    public static Told own(String text) {
        return new Told(text, null);
    }
}
