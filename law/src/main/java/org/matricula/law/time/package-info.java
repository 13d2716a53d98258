/// Working calendars, terms and deadlines. Every day that does not count says why and by which instrument.
@NullMarked
package org.matricula.law.time;

import org.jspecify.annotations.NullMarked;
