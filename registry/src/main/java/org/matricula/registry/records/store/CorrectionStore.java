package org.matricula.registry.records.store;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes that a value of an issued record is wrong, and what the school said to them. Both are only added.
@Component
public final class CorrectionStore {
    /// Crockford's base 32, as in all codes of the register.
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private static final int RECEIPT = 16; // 80 bits: cannot be guessed
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NOTE = """
            select n.id, n.receipt, n.record, r.institution, r.pupil, s.number, s.version, n.part, n.label, n.value, n.says,
                   n.contact, n.evidence_name, n.evidence_type, n.at
              from records.correction_note n
              join records.record r on r.id = n.record
              join records.sealed s on s.record = n.record
            """;

    private final JdbcClient sql;

    CorrectionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What the school does with a note.
    public enum Answer {
        /// It looks into it.
        EXAMINED,
        /// The value is wrong; the record will be recalled and issued anew.
        ACCEPTED,
        /// The value stays.
        DECLINED
    }

    /// A step of the school.
    public record Step(Answer kind, String reason, String name, Instant at) {}

    /// What somebody sends.
    ///
    /// @param once of the form, so that a note that is sent twice is kept once
    /// @param evidence a file; empty when none came
    public record Sent(
            UUID once,
            UUID record,
            String part,
            String field,
            String label,
            String value,
            String says,
            String contact,
            Optional<byte[]> evidence,
            String evidenceName,
            String evidenceType) {}

    /// A note with the school's steps, in the order of time.
    public record Note(
            UUID id,
            String receipt,
            UUID record,
            UUID institution,
            UUID pupil,
            String number,
            int version,
            String part,
            String label,
            String value,
            String says,
            String contact,
            String evidenceName,
            String evidenceType,
            Instant at,
            List<Step> steps) {
        public Note {
            steps = List.copyOf(steps);
        }

        /// The school's step of a kind.
        public Optional<Step> step(Answer kind) {
            return steps.stream().filter(step -> step.kind() == kind).findFirst();
        }

        /// Whether the school has said yes or no.
        public boolean answered() {
            return step(Answer.ACCEPTED).isPresent() || step(Answer.DECLINED).isPresent();
        }
    }

    /// Keeps a note; a second sending of the same form changes nothing.
    ///
    /// @return the receipt
    public String keep(Sent sent, Instant at) {
        sql.sql("""
                insert into records.correction_note
                    (once, receipt, record, part, field, label, value, says, contact, evidence, evidence_name,
                     evidence_type, at)
                values (:once, :receipt, :record, :part, :field, :label, :value, :says, :contact, :evidence, :name,
                        :type, :at)
                on conflict (record, once) do nothing""")
                .param("once", sent.once())
                .param("receipt", receipt())
                .param("record", sent.record())
                .param("part", sent.part())
                .param("field", sent.field())
                .param("label", sent.label())
                .param("value", sent.value())
                .param("says", sent.says())
                .param("contact", sent.contact())
                .param("evidence", sent.evidence().orElse(null), java.sql.Types.BINARY)
                .param("name", sent.evidenceName())
                .param("type", sent.evidenceType())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return sql.sql("select receipt from records.correction_note where once = :once and record = :record")
                .param("once", sent.once())
                .param("record", sent.record())
                .query(String.class)
                .single();
    }

    private static String receipt() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < RECEIPT; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        }
        return code.toString();
    }

    /// The note with a receipt, however it was typed.
    public Optional<Note> byReceipt(String receipt) {
        return sql.sql(NOTE + "where records.plain(n.receipt) = records.plain(:receipt)")
                .param("receipt", receipt)
                .query((row, _) -> note(row))
                .optional()
                .map(this::withSteps);
    }

    /// A note.
    public Optional<Note> find(UUID id) {
        return sql.sql(NOTE + "where n.id = :id")
                .param("id", id)
                .query((row, _) -> note(row))
                .optional()
                .map(this::withSteps);
    }

    /// The notes of an institution, those that wait for an answer first, then the newest first.
    public List<Note> of(UUID institution, int most) {
        return sql
                .sql(NOTE + """
                where r.institution = :institution
                order by exists (select from records.correction_step t where t.note = n.id and t.kind <> 'EXAMINED'),
                         n.at desc, n.id limit :most""")
                .param("institution", institution)
                .param("most", most)
                .query((row, _) -> note(row))
                .list()
                .stream()
                .map(this::withSteps)
                .toList();
    }

    /// How many notes of an institution wait.
    ///
    /// @param all that were not answered
    /// @param fresh those of them that nobody has begun to look into
    public record Waiting(int all, int fresh) {}

    /// How many notes of an institution wait.
    public Waiting waiting(UUID institution) {
        return sql.sql("""
                select count(*) as waiting,
                       count(*) filter (where not exists
                           (select from records.correction_step e where e.note = n.id)) as fresh
                  from records.correction_note n
                  join records.record r on r.id = n.record
                 where r.institution = :institution
                   and not exists (select from records.correction_step t where t.note = n.id and t.kind <> 'EXAMINED')""")
                .param("institution", institution)
                .query((row, _) -> new Waiting(row.getInt("waiting"), row.getInt("fresh")))
                .single();
    }

    /// The file that came with a note.
    public Optional<byte[]> evidence(UUID id) {
        return sql.sql("select evidence from records.correction_note where id = :id and evidence is not null")
                .param("id", id)
                .query((row, _) -> row.getBytes("evidence"))
                .optional();
    }

    /// Adds a step of the school.
    ///
    /// @return whether it was added; not when such a step stands there already
    public boolean step(UUID note, Answer kind, String reason, Actor by, Moment now) {
        return sql.sql("""
                        insert into records.correction_step (note, kind, reason, account, name, at)
                        values (:note, :kind, :reason, :account, :name, :at) on conflict do nothing""")
                        .param("note", note)
                        .param("kind", kind.name())
                        .param("reason", reason)
                        .param("account", by.id())
                        .param("name", by.name())
                        .param("at", now.local())
                        .update()
                == 1;
    }

    /// Since when a version is being examined: the first step on a note that was not declined.
    public Optional<Instant> underCorrection(String lookupCode) {
        return sql.sql("""
                select min(t.at) as since
                  from records.correction_step t
                  join records.correction_note n on n.id = t.note
                  join records.sealed s on s.record = n.record
                 where records.plain(s.lookup_code) = records.plain(:code)
                   and not exists (select from records.correction_step d where d.note = n.id and d.kind = 'DECLINED')""")
                .param("code", lookupCode)
                .query((row, _) ->
                        Optional.ofNullable(row.getTimestamp("since")).map(java.sql.Timestamp::toInstant))
                .single();
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                row.getObject("id", UUID.class),
                row.getString("receipt"),
                row.getObject("record", UUID.class),
                row.getObject("institution", UUID.class),
                row.getObject("pupil", UUID.class),
                row.getString("number"),
                row.getInt("version"),
                row.getString("part"),
                row.getString("label"),
                row.getString("value"),
                row.getString("says"),
                row.getString("contact"),
                row.getString("evidence_name"),
                row.getString("evidence_type"),
                row.getTimestamp("at").toInstant(),
                List.of());
    }

    /// A query of its own, when the row's is done: on the public page there is no transaction, and whoever
    /// asked inside the other query would hold two connections and wait for the second.
    private Note withSteps(Note note) {
        List<Step> steps = sql.sql(
                        "select kind, reason, name, at from records.correction_step where note = :note order by at")
                .param("note", note.id())
                .query((step, _) -> new Step(
                        Answer.valueOf(step.getString("kind")),
                        step.getString("reason"),
                        step.getString("name"),
                        step.getTimestamp("at").toInstant()))
                .list();
        return new Note(
                note.id(),
                note.receipt(),
                note.record(),
                note.institution(),
                note.pupil(),
                note.number(),
                note.version(),
                note.part(),
                note.label(),
                note.value(),
                note.says(),
                note.contact(),
                note.evidenceName(),
                note.evidenceType(),
                note.at(),
                steps);
    }
}
