package org.matricula.registry.flow;

import java.time.Duration;

/// What the register does by itself again and again, nobody asking: one node at a time, whichever is free.
///
/// @param name unique, and the same in every version of the program
/// @param every how long it rests between two times
/// @param work what is done; it may be done twice, and what it throws is told in the log and tried again next time
public record Chore(String name, Duration every, Runnable work) {}
