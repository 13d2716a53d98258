package org.matricula.bench;

/// How much time the races get.
///
/// @param rounds how many rounds are counted
/// @param seconds how long each contestant runs in a round
/// @param quick whether this is only to see that all is well: fewer files, fewer records
record Effort(int rounds, double seconds, boolean quick) {
    static final Effort WHOLE = new Effort(5, 0.8, false);
    static final Effort QUICK = new Effort(5, 0.3, true);
}
