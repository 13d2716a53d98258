package org.matricula.registry.directory.web;

import java.util.List;
import org.matricula.registry.page.Tone;

/// A person in the list of people.
///
/// @param address of the person's page
/// @param roles what the person acts as today, in words, a line each
/// @param tone how the account stands
/// @param state how the account stands, in words
public record PersonRow(String address, String name, String login, List<String> roles, Tone tone, String state) {
    public PersonRow {
        roles = List.copyOf(roles);
    }
}
