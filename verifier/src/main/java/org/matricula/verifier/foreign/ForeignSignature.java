package org.matricula.verifier.foreign;

/// A signature in a file that is not ours.
///
/// @param by the signer's name in the certificate; empty when there is none
/// @param at the time that it claims; empty when it claims none
/// @param intact whether it is one over the file as it is; says nothing of who the signer is
public record ForeignSignature(String by, String at, boolean intact) {}
