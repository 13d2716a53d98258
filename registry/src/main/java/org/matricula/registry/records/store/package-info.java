/// Where sealed books are kept: here, a folder of files.
@NullMarked
package org.matricula.registry.records.store;

import org.jspecify.annotations.NullMarked;
