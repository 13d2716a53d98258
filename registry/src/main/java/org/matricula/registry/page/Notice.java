package org.matricula.registry.page;

/// Something that a person is told where the work begins, because it cannot wait until he or she happens to look.
///
/// @param tone how it weighs
/// @param words what it is, in the reader's language
/// @param address where something can be done about it
/// @param link what that place is called
public record Notice(Tone tone, String words, String address, String link) {}
