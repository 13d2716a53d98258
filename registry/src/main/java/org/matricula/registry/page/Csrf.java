package org.matricula.registry.page;

/// What a form that changes something carries to show that it is ours.
///
/// @param name the name of the hidden field; empty when there is none
/// @param value its value
public record Csrf(String name, String value) {
    /// Nothing to carry.
    public static final Csrf NONE = new Csrf("", "");

    /// Whether there is a field to write.
    public boolean present() {
        return !name.isEmpty();
    }
}
