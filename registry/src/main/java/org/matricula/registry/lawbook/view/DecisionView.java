package org.matricula.registry.lawbook.view;

import java.util.List;
import java.util.Optional;

/// The page of a decision: its form, and when it was asked, the answer or what is wrong with the facts.
///
/// @param fields the form
/// @param faults what is wrong, in the order of the form; empty when all is well
/// @param answer the answer; empty while nothing was asked or the facts cannot be taken
/// @param address where this answer can be had again; empty when it has no address
/// @param json the facts as JSON
public record DecisionView(
        List<Field> fields, List<Fault> faults, Optional<Answer> answer, String address, String json) {}
