package org.matricula.registry.gradebook;

import java.util.UUID;

/// A pupil in a class.
///
/// @param position the place in the class list, from 1
/// @param closed whether the record is closed: nothing of the results changes any more
public record ClassPupil(UUID pupil, int position, boolean closed) {}
