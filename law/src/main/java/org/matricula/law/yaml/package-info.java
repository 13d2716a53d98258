/// Strict reading of our YAML files: an unknown or repeated key is an error that names the file and the line.
@NullMarked
package org.matricula.law.yaml;

import org.jspecify.annotations.NullMarked;
