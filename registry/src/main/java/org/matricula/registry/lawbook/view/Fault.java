package org.matricula.registry.lawbook.view;

/// A problem in the list at the head of the page.
///
/// @param anchor the id of the field to mend
/// @param field what the field asks; empty for a problem of the whole
/// @param problem what is wrong
public record Fault(String anchor, Told field, Told problem) {}
