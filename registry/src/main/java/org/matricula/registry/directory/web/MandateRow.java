package org.matricula.registry.directory.web;

import org.matricula.registry.page.Tone;

/// A mandate in the page of a person.
///
/// @param where the whole school, a class, or a class and a subject, in words
/// @param end the address where it is ended; empty when this reader cannot
public record MandateRow(String role, String where, String from, String to, Tone tone, String state, String end) {}
