/// The acts around the keys of people: each journalled, none of them shows or stores a PIN.
@NullMarked
package org.matricula.registry.signing.flows;

import org.jspecify.annotations.NullMarked;
