/// The log over HTTP: the files of C2SP tlog-tiles, the witness's protocol, proofs for programs, and a page.
@NullMarked
package org.matricula.registry.transparency.web;

import org.jspecify.annotations.NullMarked;
