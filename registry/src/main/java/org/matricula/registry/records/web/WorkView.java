package org.matricula.registry.records.web;

import java.util.UUID;
import org.matricula.registry.records.Work;

/// Work as its page shows it.
///
/// @param title what is done, for which class
/// @param begun by whom and when
/// @param problem why it stopped; empty unless it did
/// @param ended when; empty while it runs
/// @param back where it was begun, and can be begun again
/// @param rest the words of the button that begins again
/// @param away the words of the link back
public record WorkView(
        UUID id,
        String title,
        String begun,
        int done,
        int total,
        Work.State state,
        String problem,
        String ended,
        String back,
        String rest,
        String away) {}
