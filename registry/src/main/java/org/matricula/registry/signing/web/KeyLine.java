package org.matricula.registry.signing.web;

import org.matricula.registry.page.Tone;

/// A line in the list of everybody's certificates.
///
/// @param tone how the newest key stands
/// @param state the same in words
/// @param valid from when to when; empty when there is no key
/// @param from who gave it; empty when there is no key
/// @param earlier how many older keys the person had
/// @param revoke where the key is revoked; empty when it cannot be
public record KeyLine(
        String name, String login, Tone tone, String state, String valid, String from, int earlier, String revoke) {}
