/// The pages of classes and marks, and the same over HTTP. Everything they do goes through the acts.
@NullMarked
package org.matricula.registry.gradebook.web;

import org.jspecify.annotations.NullMarked;
