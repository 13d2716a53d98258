/// When Kazakh offices are open and when they count a filing as accepted; shared by the services of the pack.
@NullMarked
package org.matricula.packs.kz.office;

import org.jspecify.annotations.NullMarked;
