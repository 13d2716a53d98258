/// Classes and their results: who is in a class, when results may be entered, what was entered, corrected and closed;
/// and the class sheets that a school keeps in spreadsheets, read and written.
///
/// Reading turns an XLSX or CSV file into a [ClassSheet], or into the list of everything that is wrong with it, each
/// thing at its cell, in words, with the way to mend it. What a sheet must hold is supplied by a pack through
/// [org.matricula.registry.gradebook.spi.ClassSheetForm]; this module knows no country.
///
/// Nothing here judges a pupil: the year result, completeness of the book and the plausibility of a personal number
/// are rules of a pack. This module guarantees only that a value means what the cell shows.
@ApplicationModule(
        displayName = "Gradebook",
        allowedDependencies = {"flow", "page", "directory"})
@NullMarked
package org.matricula.registry.gradebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
