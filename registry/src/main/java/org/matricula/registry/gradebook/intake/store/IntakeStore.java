package org.matricula.registry.gradebook.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.ClassPupil;
import org.matricula.registry.gradebook.intake.IntakeKind;
import org.matricula.registry.gradebook.intake.Upload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Files that were brought, what became of them, and what people said of their headings.
@Component
public final class IntakeStore {
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<LinkedHashMap<String, Integer>> FIGURES = new TypeReference<>() {};

    /// A file that waits holds pupils' data outside the register, so it does not wait for long.
    private static final Duration WAITS = Duration.ofDays(7);

    private static final String UPLOAD = """
            select u.id, u.institution, u.kind, u.school_year, u.file_name, u.sha256, u.size, u.at, u.by_name,
                   coalesce((select o.what from gradebook.intake_outcome o
                              where o.upload = u.id and o.what <> 'CHECKED'),
                            case when exists (select from gradebook.intake_content c where c.upload = u.id)
                                 then 'WAITING' else 'DROPPED' end) as state
              from gradebook.intake_upload u""";

    private final JdbcClient sql;
    private final JsonMapper json = new JsonMapper();

    IntakeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Lets nobody else take a file in at the institution until the end of this transaction.
    public void alone(UUID institution) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:institution, 8))")
                .param("institution", institution.toString())
                .query((_, _) -> true)
                .single();
    }

    /// Keeps a file until it is taken in or laid aside. Files that waited too long go.
    public Upload add(
            UUID institution,
            IntakeKind kind,
            String schoolYear,
            String fileName,
            String sha256,
            byte[] bytes,
            Actor by,
            Moment now) {
        sql.sql("delete from gradebook.intake_content where at < :before")
                .param("before", now.local().minus(WAITS))
                .update();
        UUID id = sql.sql("""
                insert into gradebook.intake_upload
                    (institution, kind, school_year, file_name, sha256, size, at, by, by_name)
                values (:institution, :kind, :year, :name, :sha256, :size, :at, :by, :by_name) returning id""")
                .param("institution", institution)
                .param("kind", kind.name())
                .param("year", schoolYear)
                .param("name", fileName)
                .param("sha256", sha256)
                .param("size", bytes.length)
                .param("at", now.local())
                .param("by", by.account().orElse(null), Types.OTHER)
                .param("by_name", by.name())
                .query(UUID.class)
                .single();
        sql.sql("insert into gradebook.intake_content (upload, bytes, at) values (:id, :bytes, :at)")
                .param("id", id)
                .param("bytes", bytes)
                .param("at", now.local())
                .update();
        return find(id).orElseThrow();
    }

    public Optional<Upload> find(UUID id) {
        return sql.sql(UPLOAD + " where u.id = :id")
                .param("id", id)
                .query(IntakeStore::upload)
                .optional();
    }

    /// The newest files of an institution.
    public List<Upload> newest(UUID institution, int most) {
        return sql.sql(UPLOAD + " where u.institution = :institution order by u.id desc limit :most")
                .param("institution", institution)
                .param("most", most)
                .query(IntakeStore::upload)
                .list();
    }

    /// The bytes of a file that waits; empty when it does no longer.
    public Optional<byte[]> bytes(UUID upload) {
        return sql.sql("select bytes from gradebook.intake_content where upload = :id")
                .param("id", upload)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }

    /// That a file was read and weighed.
    public void checked(UUID upload, Map<String, Integer> counts, Actor by, Moment now) {
        outcome(upload, "CHECKED", counts, by, now);
    }

    /// That a file was taken in or laid aside: its bytes go. A second end of one file is a fault.
    public void ended(UUID upload, Upload.State state, Map<String, Integer> counts, Actor by, Moment now) {
        outcome(upload, state.name(), counts, by, now);
        sql.sql("delete from gradebook.intake_content where upload = :id")
                .param("id", upload)
                .update();
    }

    private void outcome(UUID upload, String what, Map<String, Integer> counts, Actor by, Moment now) {
        sql.sql("""
                insert into gradebook.intake_outcome (upload, what, counts, at, by)
                values (:upload, :what, :counts::jsonb, :at, :by)""")
                .param("upload", upload)
                .param("what", what)
                .param("counts", json.writeValueAsString(counts))
                .param("at", now.local())
                .param("by", by.account().orElse(null), Types.OTHER)
                .update();
    }

    /// The figures of the last thing that became of a file.
    public Map<String, Integer> counts(UUID upload) {
        return sql.sql("""
                select counts::text from gradebook.intake_outcome where upload = :upload order by id desc limit 1""")
                .param("upload", upload)
                .query(String.class)
                .optional()
                .map(text -> (Map<String, Integer>) json.readValue(text, FIGURES))
                .orElse(Map.of());
    }

    /// What a person said of a set of headings; empty when nobody said anything.
    public Map<String, String> mapping(UUID institution, IntakeKind kind, String headings) {
        return sql.sql("""
                select mapping::text from gradebook.intake_mapping
                 where institution = :institution and kind = :kind and headings = :headings order by id desc limit 1""")
                .param("institution", institution)
                .param("kind", kind.name())
                .param("headings", headings)
                .query(String.class)
                .optional()
                .map(text -> (Map<String, String>) json.readValue(text, TEXTS))
                .orElse(Map.of());
    }

    public void explain(
            UUID institution, IntakeKind kind, String headings, Map<String, String> mapping, Actor by, Moment now) {
        sql.sql("""
                insert into gradebook.intake_mapping (institution, kind, headings, mapping, at, by)
                values (:institution, :kind, :headings, :mapping::jsonb, :at, :by)""")
                .param("institution", institution)
                .param("kind", kind.name())
                .param("headings", headings)
                .param("mapping", json.writeValueAsString(mapping))
                .param("at", now.local())
                .param("by", by.account().orElse(null), Types.OTHER)
                .update();
    }

    public void opened(UUID upload, UUID account) {
        sql.sql("insert into gradebook.intake_account (upload, account) values (:upload, :account)")
                .param("upload", upload)
                .param("account", account)
                .update();
    }

    /// The accounts that a file opened.
    public List<UUID> accounts(UUID upload) {
        return sql.sql("select account from gradebook.intake_account where upload = :upload")
                .param("upload", upload)
                .query(UUID.class)
                .list();
    }

    /// The class lists of a school year on a day, by class, in the order of the list.
    public Map<UUID, List<ClassPupil>> members(UUID institution, String schoolYear, LocalDate on) {
        Map<UUID, List<ClassPupil>> members = new LinkedHashMap<>();
        sql.sql("""
                select p.class_id, p.pupil, p.position, gradebook.is_closed(p.class_id, p.pupil) as closed
                  from gradebook.class_ c
                  join gradebook.class_pupil p on p.class_id = c.id
                 where c.institution = :institution and c.school_year = :year
                   and not exists (select 1 from gradebook.class_pupil_left l
                                    where l.class_id = p.class_id and l.pupil = p.pupil and l.after < :on)
                 order by c.grade, c.name, p.position, p.pupil""")
                .param("institution", institution)
                .param("year", schoolYear)
                .param("on", on)
                .query(row -> {
                    members.computeIfAbsent(row.getObject("class_id", UUID.class), _ -> new ArrayList<>())
                            .add(new ClassPupil(
                                    row.getObject("pupil", UUID.class),
                                    row.getInt("position"),
                                    row.getBoolean("closed")));
                });
        return members;
    }

    /// The last place in the list of each of these classes, past members included.
    public Map<UUID, Integer> lastPositions(Collection<UUID> classes) {
        Map<UUID, Integer> last = new LinkedHashMap<>();
        sql.sql("""
                select class_id, max(position) as last from gradebook.class_pupil
                 where class_id = any(:classes) group by class_id""").param("classes", classes.toArray(UUID[]::new)).query(row -> {
            last.put(row.getObject("class_id", UUID.class), row.getInt("last"));
        });
        return last;
    }

    private static Upload upload(ResultSet row, int number) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                row.getObject("institution", UUID.class),
                IntakeKind.valueOf(row.getString("kind")),
                row.getString("school_year"),
                row.getString("file_name"),
                row.getString("sha256"),
                row.getInt("size"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                Upload.State.valueOf(row.getString("state")));
    }
}
