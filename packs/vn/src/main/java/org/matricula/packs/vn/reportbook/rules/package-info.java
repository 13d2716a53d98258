/// The rules of the primary report book: the year's result, completeness, signing order, correction, sealing.
///
/// Plain Java without Spring, SQL or a clock. The decisions of the catalogue and the flows that seal a book call the
/// same rules, so what a clerk is told and what is done cannot differ.
@NullMarked
package org.matricula.packs.vn.reportbook.rules;

import org.jspecify.annotations.NullMarked;
