/// The regulation on remote examinations (RUE) as decisions: when a failure ends an examination, which ticket a
/// student gets, who is identified, how a group is split, when another time holds, in which order a recorded
/// session runs, what is said at its end, how the recording is named and kept, and until when an appeal is taken.
@NullMarked
package org.matricula.packs.ru.exam;

import org.jspecify.annotations.NullMarked;
