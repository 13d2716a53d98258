/// The pages by which people sign, approve and close, and watch it being done.
@NullMarked
package org.matricula.registry.records.web;

import org.jspecify.annotations.NullMarked;
