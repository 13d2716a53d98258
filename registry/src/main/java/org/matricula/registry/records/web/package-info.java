/// The pages and the HTTP interface of records.
@NullMarked
package org.matricula.registry.records.web;

import org.jspecify.annotations.NullMarked;
