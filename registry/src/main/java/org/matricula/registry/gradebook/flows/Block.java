package org.matricula.registry.gradebook.flows;

import java.util.List;
import java.util.Optional;
import org.matricula.law.Sentence;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.spi.Charge;
import org.matricula.registry.gradebook.spi.Column;
import org.matricula.registry.gradebook.store.ClassStore.Window;

/// What one teacher answers for in a class: the columns of a subject, or those of the homeroom teacher.
///
/// @param charge a subject or the homeroom; never the pupils' own data
/// @param title what it is called; the title of the homeroom block is the page's business
/// @param columns in the order of the form, without those that stay empty in this grade
/// @param place where its acts take place
/// @param window when it may be entered; empty when nobody has said so yet
public record Block(
        ClassRoom room,
        Charge charge,
        Optional<Sentence> title,
        List<Column> columns,
        Place place,
        Optional<Window> window) {
    /// The code of the homeroom block in addresses; subjects have codes of their own.
    public static final String HOMEROOM = "homeroom";

    public Block {
        columns = List.copyOf(columns);
    }

    /// Its code in addresses: the subject's, or [#HOMEROOM].
    public String code() {
        return charge instanceof Charge.Subject(var code) ? code : HOMEROOM;
    }

    /// Its code in the database: the subject's, or empty.
    public String key() {
        return charge instanceof Charge.Subject(var code) ? code : "";
    }

    public List<String> columnKeys() {
        return columns.stream().map(Column::key).toList();
    }

    public Optional<Column> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findFirst();
    }

    /// The role that enters it.
    public Role enteredBy() {
        return charge instanceof Charge.Subject ? Role.SUBJECT_TEACHER : Role.HOMEROOM_TEACHER;
    }

    /// The person in the one capacity in which this block is entered: a homeroom teacher reaches every subject of the
    /// class, but enters none of them by that.
    Actor entering(Actor actor) {
        return Capacity.only(actor, enteredBy());
    }

    /// Why it cannot be entered at a moment; empty when it can.
    public Optional<Refusal> shut(Moment now) {
        if (window.isEmpty()) {
            return Optional.of(new EntryWindowNotSet());
        }
        Window set = window.get();
        return set.contains(now)
                ? Optional.empty()
                : Optional.of(
                        now.at().isBefore(set.opens().toInstant())
                                ? new EntryWindowNotYetOpen(local(set.opens(), now))
                                : new EntryWindowClosed(local(set.closes(), now)));
    }

    private static java.time.OffsetDateTime local(java.time.OffsetDateTime time, Moment now) {
        return time.atZoneSameInstant(now.zone()).toOffsetDateTime();
    }
}
