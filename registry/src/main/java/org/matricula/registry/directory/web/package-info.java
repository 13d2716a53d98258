/// The pages and the interface of the directory: people and their mandates, who looked, and the first run.
@NullMarked
package org.matricula.registry.directory.web;

import org.jspecify.annotations.NullMarked;
