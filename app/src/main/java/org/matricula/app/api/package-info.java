/// The description of the HTTP interface: OpenAPI 3.1 from the controllers' own mappings, with texts and examples
/// beside them, and the page that shows it to people.
@NullMarked
package org.matricula.app.api;

import org.jspecify.annotations.NullMarked;
