package org.matricula.registry.page;

/// A place a signed-in person may go to, as a link in the masthead.
///
/// @param address where it is, from the root, for example `/classes`
/// @param words what it is called, in the reader's language
/// @param badge how much waits there, for example `3`; empty when nothing does
public record Place(String address, String words, String badge) {
    /// A place where nothing waits.
    public Place(String address, String words) {
        this(address, words, "");
    }
}
