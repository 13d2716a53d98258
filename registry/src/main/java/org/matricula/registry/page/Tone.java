package org.matricula.registry.page;

import java.util.Locale;

/// How something stands, for tags, notes and cards. The words say it; the colour and the sign only repeat it.
public enum Tone {
    /// Nothing to say about it: not begun, or of no weight.
    CALM,
    /// It is under way, or good to know.
    INFO,
    /// It is as it should be.
    GOOD,
    /// It waits for somebody, or will soon be late.
    WARN,
    /// It failed, is late or is void.
    BAD;

    /// The class of the style sheet.
    public String look() {
        return name().toLowerCase(Locale.ROOT);
    }
}
