package org.matricula.registry.gradebook.store;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes with which a block goes back to its teacher, and which of them are settled.
@Component
public final class NoteStore {
    private static final String WAITING = """
            select n.id, n.class_id, n.pupil, n.subject, n.words, n.at, n.by_name
              from gradebook.note n
             where not exists (select 1 from gradebook.note_settled s where s.note = n.id)""";

    private final JdbcClient sql;

    NoteStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A note that waits to be settled.
    ///
    /// @param pupil about whom; the whole block when empty
    /// @param name who wrote it
    public record Note(
            UUID id, UUID classId, Optional<UUID> pupil, String subject, String words, Instant at, String name) {}

    /// The notes that wait in classes, the newest first.
    public List<Note> waiting(Collection<UUID> classes) {
        return sql.sql(WAITING + " and n.class_id = any(:classes) order by n.id desc")
                .param("classes", classes.toArray(UUID[]::new))
                .query(NoteStore::read)
                .list();
    }

    /// A note, if it waits.
    public Optional<Note> waiting(UUID note) {
        return sql.sql(WAITING + " and n.id = :note")
                .param("note", note)
                .query(NoteStore::read)
                .optional();
    }

    public UUID write(UUID classId, Optional<UUID> pupil, String subject, String words, Actor by, Moment now) {
        return sql.sql("""
                insert into gradebook.note (class_id, pupil, subject, words, at, by, by_name)
                values (:class, :pupil, :subject, :words, :at, :by, :name) returning id""")
                .param("class", classId)
                .param("pupil", pupil.orElse(null), Types.OTHER)
                .param("subject", subject)
                .param("words", words)
                .param("at", now.local())
                .param("by", by.account().orElse(null), Types.OTHER)
                .param("name", by.name())
                .query(UUID.class)
                .single();
    }

    /// Settles a note; a second time changes nothing.
    public void settle(UUID note, Actor by, Moment now) {
        sql.sql("""
                insert into gradebook.note_settled (note, at, by) values (:note, :at, :by) on conflict do nothing""")
                .param("note", note)
                .param("at", now.local())
                .param("by", by.account().orElse(null), Types.OTHER)
                .update();
    }

    private static Note read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Note(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                Optional.ofNullable(row.getObject("pupil", UUID.class)),
                row.getString("subject"),
                row.getString("words"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"));
    }
}
