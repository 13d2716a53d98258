/// The pages of signing keys: one's own, and everybody's for the administrator.
@NullMarked
package org.matricula.registry.signing.web;

import org.jspecify.annotations.NullMarked;
