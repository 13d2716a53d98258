package org.matricula.registry.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The pupils of an institution. What was known before stays: data are added, the newest counts.
@Component
public final class Pupils {
    private static final String NOW = """
            select p.id, d.personal_number, d.full_name, d.values::text as values
              from directory.pupil p
              join lateral (select personal_number, full_name, values from directory.pupil_data d
                             where d.pupil = p.id order by d.id desc limit 1) d on true""";

    private final JdbcClient sql;

    Pupils(JdbcClient sql) {
        this.sql = sql;
    }

    /// Pupils by id, in no order.
    public Map<UUID, Pupil> get(Collection<UUID> ids) {
        return sql
                .sql(NOW + " where p.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(Pupils::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Pupil::id, Function.identity()));
    }

    /// The pupils of an institution who have one of these personal numbers.
    public List<Pupil> byPersonalNumber(UUID institution, Collection<String> numbers) {
        return sql.sql(NOW + " where p.institution = :institution and d.personal_number = any(:numbers)")
                .param("institution", institution)
                .param("numbers", numbers.toArray(String[]::new))
                .query(Pupils::read)
                .list();
    }

    /// The pupils of an institution who have one of these names, exactly so written.
    public List<Pupil> byName(UUID institution, Collection<String> names) {
        return sql.sql(NOW + " where p.institution = :institution and d.full_name = any(:names)")
                .param("institution", institution)
                .param("names", names.toArray(String[]::new))
                .query(Pupils::read)
                .list();
    }

    /// Those among some pupils of whom no number of the national register is known.
    public Set<UUID> withoutPersonalNumber(Collection<UUID> ids) {
        return sql.sql("""
                select p.id from unnest(:ids::uuid[]) as p (id)
                 where coalesce((select d.personal_number from directory.pupil_data d
                                  where d.pupil = p.id order by d.id desc limit 1), '') = ''""")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .set();
    }

    /// The institution of a pupil; empty when there is no such pupil.
    public Optional<UUID> institutionOf(UUID pupil) {
        return sql.sql("select institution from directory.pupil where id = :id")
                .param("id", pupil)
                .query(UUID.class)
                .optional();
    }

    /// Adds a pupil. Runs in the act's transaction.
    public UUID add(UUID institution, Map<String, String> values, Actor by, Moment now) {
        UUID id = sql.sql("""
                insert into directory.pupil (institution, added_at, added_by) values (:institution, :at, :by)
                returning id""")
                .param("institution", institution)
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .query(UUID.class)
                .single();
        tell(id, values, by, now);
        return id;
    }

    /// Adds what is known of a pupil now, as a whole.
    ///
    /// @param values canonical text by column key; `fullName` is among them
    public void tell(UUID pupil, Map<String, String> values, Actor by, Moment now) {
        sql.sql("""
                insert into directory.pupil_data (pupil, personal_number, full_name, values, at, by)
                values (:pupil, :number, :name, :values::jsonb, :at, :by)""")
                .param("pupil", pupil)
                .param("number", values.get("personalNumber"))
                .param("name", values.get("fullName"))
                .param("values", Json.write(values))
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .update();
    }

    private static Pupil read(ResultSet row, int number) throws SQLException {
        return new Pupil(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("personal_number")),
                row.getString("full_name"),
                Json.read(row.getString("values")));
    }
}
