/// The office's pages and the HTTP interface of its imports.
@NullMarked
package org.matricula.registry.gradebook.intake.web;

import org.jspecify.annotations.NullMarked;
