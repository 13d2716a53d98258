/// Signers as ports (digest out, value in), XAdES baseline B written without a DOM, certificates and trust.
@NullMarked
package org.matricula.verifier.signature;

import org.jspecify.annotations.NullMarked;
