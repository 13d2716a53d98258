/// Files that are not ours, told in words by EU DSS. Nothing here is loaded for a file of ours.
@NullMarked
package org.matricula.verifier.foreign;

import org.jspecify.annotations.NullMarked;
