package org.matricula.registry.page;

import java.util.List;

/// The person who is signed in, as the masthead shows them. The words of the office come in from outside.
///
/// @param name the person's name
/// @param office in what capacity they act now, in the reader's language; empty when there is nothing to say
/// @param places where they may go, in the order of their work
/// @param unread how much they have not read, in words, for example `2 new notices`; empty when nothing
public record Visitor(String name, String office, List<Place> places, String unread) {
    /// Keeps its own copy of the places.
    public Visitor {
        places = List.copyOf(places);
    }
}
