/// The law as values: clauses, editions, findings, decisions, terms and working calendars.
///
/// Depends on nothing of ours. No Spring, no SQL, no clock: time is always an argument.
@NullMarked
package org.matricula.law;

import org.jspecify.annotations.NullMarked;
