package org.matricula.verifier.testing;

import org.matricula.verifier.State;

/// An example file with what a verifier must say of it.
///
/// @param file its name below `vectors/record`
/// @param state the verdict
/// @param check the check that must fail, or not be reached when the state is COULD_NOT_CHECK; empty for good files
/// @param why what is good or bad about it
/// @param bytes the file
public record Vector(String file, State state, String check, String why, byte[] bytes) {}
