package org.matricula.verifier.testing;

import org.matricula.verifier.State;

/// An example file with what a verifier must say of it.
///
/// @param file its name below `vectors/record`
/// @param state the verdict
/// @param check the check that must fail, or not be reached when the state is COULD_NOT_CHECK; empty for good files
/// @param why what is good or bad about it
/// @param bytes the file
/// @param checkpoint the state of the log that the reader brings, below `vectors`; empty for none
public record Vector(String file, State state, String check, String why, byte[] bytes, String checkpoint) {
    Vector(String file, State state, String check, String why, byte[] bytes) {
        this(file, state, check, why, bytes, "");
    }
}
