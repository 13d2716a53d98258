package org.matricula.verifier.record;

/// A stretch of a file.
record Slice(int from, int to) {}
