/// Numbers of Russian citizens and organisations, checked by their control digits: SNILS and INN.
@NullMarked
package org.matricula.packs.ru.identifiers;

import org.jspecify.annotations.NullMarked;
