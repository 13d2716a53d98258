/// Side-by-side benchmarks. The competitors live here and nowhere else; every claim is a ratio measured in one run.
@NullMarked
package org.matricula.bench;

import org.jspecify.annotations.NullMarked;
