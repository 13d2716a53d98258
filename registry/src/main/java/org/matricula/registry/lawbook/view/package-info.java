/// What the templates of the lawbook are given: words and addresses that are ready to be shown, and nothing to decide.
@NullMarked
package org.matricula.registry.lawbook.view;

import org.jspecify.annotations.NullMarked;
