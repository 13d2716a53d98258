/// How the Russian rules read their facts, whichever regulation asks: which dates cannot stand in this order, and when
/// two names are one.
@NullMarked
package org.matricula.packs.ru.facts;

import org.jspecify.annotations.NullMarked;
