package org.matricula.law.time;

import java.time.LocalDate;
import java.util.List;

/// A term that runs from a day: its last day, and how it came to be that one.
///
/// @param field the field of the answer that holds the last day; a path such as `check.due` for one inside another
/// @param clock counts it
/// @param term how long it is
/// @param start the day it runs from, which is not counted
/// @param pauses when it stood still
public record CountedTerm(String field, LegalClock clock, Term term, LocalDate start, List<Pause> pauses) {
    public CountedTerm {
        pauses = List.copyOf(pauses);
    }

    /// The last day.
    ///
    /// @throws java.util.NoSuchElementException while an open pause keeps it unknown
    public LocalDate due() {
        return clock.due(term, start, pauses).orElseThrow();
    }

    /// The term day by day.
    public DeadlineStrip strip() {
        return clock.strip(term, start, pauses);
    }
}
