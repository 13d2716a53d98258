package org.matricula.registry.flow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Every act done, every act refused and every look at a pupil's data: one line each, added and never changed.
@Component
public final class Journal {
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};
    private static final String LINE = """
            select id, at, kind, act, account, name, role, class_id, subject, cardinality(pupils) as pupils,
                   details::text as details
              from flow.journal""";

    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

    private final JdbcClient sql;
    private final JsonMapper json = new JsonMapper();

    Journal(JdbcClient sql) {
        this.sql = sql;
    }

    /// What a line tells of.
    public enum Kind {
        DONE,
        REFUSED,
        LOOKED
    }

    /// A line of the journal.
    ///
    /// @param account who; nobody for the system
    /// @param name the person's name as it was then
    /// @param role by which role it was allowed; empty when none allowed it
    /// @param pupils how many pupils it was about
    public record Line(
            long id,
            Instant at,
            Kind kind,
            String act,
            Optional<UUID> account,
            String name,
            String role,
            Optional<UUID> classId,
            Optional<String> subject,
            int pupils,
            Map<String, String> details) {}

    void write(Kind kind, String act, Actor actor, String role, Place place, Moment moment, Notes notes) {
        sql.sql("""
                insert into flow.journal
                    (at, kind, act, account, name, role, institution, class_id, subject, pupils, details)
                values
                    (:at, :kind, :act, :account, :name, :role, :institution, :class, :subject, :pupils, :details::jsonb)""")
                .param("at", moment.local())
                .param("kind", kind.name())
                .param("act", act)
                .param("account", actor.account().orElse(null))
                .param("name", actor.name())
                .param("role", role)
                .param("institution", place.institution())
                .param("class", place.classId().orElse(null))
                .param("subject", place.subject().orElse(null))
                .param("pupils", notes.pupils().toArray(UUID[]::new))
                .param("details", json.writeValueAsString(notes.details()))
                .update();
    }

    /// Whether somebody looked at a place by an act since a moment.
    ///
    /// @param act its name
    public boolean looked(Actor actor, String act, Place place, Instant since) {
        return sql.sql("""
                select exists (
                    select 1 from flow.journal
                     where account = :account and kind = 'LOOKED' and act = :act and at >= :since
                       and institution = :institution and class_id is not distinct from :class::uuid
                       and subject is not distinct from :subject::text)""")
                .param("account", actor.id())
                .param("act", act)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("institution", place.institution())
                .param("class", place.classId().map(UUID::toString).orElse(null))
                .param("subject", place.subject().orElse(null))
                .query(Boolean.class)
                .single();
    }

    /// Who looked at or changed anything of a pupil, the newest first.
    ///
    /// @param before only lines before this one; [Long#MAX_VALUE] for the newest
    public List<Line> aboutPupil(UUID institution, UUID pupil, long before, int most) {
        return aboutPupil(institution, pupil, ALL, before, most);
    }

    /// Who looked at or changed anything of a pupil, of some kinds only, the newest first.
    public List<Line> aboutPupil(UUID institution, UUID pupil, Set<Kind> kinds, long before, int most) {
        return lines("institution = :place and pupils @> array[:key]::uuid[]", institution, pupil, kinds, before, most);
    }

    /// What happened in a class, the newest first.
    public List<Line> aboutClass(UUID institution, UUID classId, long before, int most) {
        return aboutClass(institution, classId, ALL, before, most);
    }

    /// What happened in a class, of some kinds only, the newest first.
    public List<Line> aboutClass(UUID institution, UUID classId, Set<Kind> kinds, long before, int most) {
        return lines("institution = :place and class_id = :key", institution, classId, kinds, before, most);
    }

    /// What happened at an institution, the newest first.
    public List<Line> aboutInstitution(UUID institution, long before, int most) {
        return aboutInstitution(institution, ALL, before, most);
    }

    /// What happened at an institution, of some kinds only, the newest first.
    public List<Line> aboutInstitution(UUID institution, Set<Kind> kinds, long before, int most) {
        return lines("institution = :place and institution = :key", institution, institution, kinds, before, most);
    }

    private List<Line> lines(String where, UUID place, UUID key, Set<Kind> kinds, long before, int most) {
        return sql.sql(LINE + " where " + where
                        + " and kind = any(:kinds) and id < :before order by id desc limit :most")
                .param("place", place)
                .param("key", key)
                .param("kinds", kinds.stream().map(Kind::name).toArray(String[]::new))
                .param("before", before)
                .param("most", most)
                .query((row, _) -> new Line(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("act"),
                        Optional.ofNullable(row.getObject("account", UUID.class)),
                        row.getString("name"),
                        row.getString("role"),
                        Optional.ofNullable(row.getObject("class_id", UUID.class)),
                        Optional.ofNullable(row.getString("subject")),
                        row.getInt("pupils"),
                        json.readValue(row.getString("details"), DETAILS)))
                .list();
    }
}
