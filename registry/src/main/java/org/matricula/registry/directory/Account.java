package org.matricula.registry.directory;

import java.util.UUID;

/// An account: one person's way into the register.
///
/// @param login what the person types, in lower case
/// @param name the person's name as it is now
/// @param closed whether it is closed: nobody signs in with it any more
public record Account(UUID id, String login, String name, boolean closed) {}
