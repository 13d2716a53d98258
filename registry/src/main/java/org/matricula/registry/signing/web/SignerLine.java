package org.matricula.registry.signing.web;

import org.matricula.registry.page.Tone;

/// A person's signing key in the list of an institution's certificates, every word in the reader's language.
///
/// @param ends how many days are left, or since when it is over
public record SignerLine(String name, String login, Tone tone, String state, String valid, String ends) {}
