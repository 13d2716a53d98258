package org.matricula.registry.directory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The institutions of the register.
@Component
public final class Institutions {
    private static final String AS_OF = """
            select i.id, i.code, i.country, i.zone, i.values::text as values,
                   (select n.name from directory.institution_name n
                     where n.institution = i.id order by n.since > :on, abs(n.since - :on) limit 1) as name
              from directory.institution i""";

    private final JdbcClient sql;

    Institutions(JdbcClient sql) {
        this.sql = sql;
    }

    /// The institution as it is on a day.
    ///
    /// @throws IllegalArgumentException when there is none with this id
    public Institution get(UUID id, LocalDate on) {
        return sql.sql(AS_OF + " where i.id = :id")
                .param("on", on)
                .param("id", id)
                .query(Institutions::read)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there is no institution " + id));
    }

    /// The institution with a code of the national register.
    public Optional<Institution> byCode(String code, LocalDate on) {
        return sql.sql(AS_OF + " where i.code = :code")
                .param("on", on)
                .param("code", code)
                .query(Institutions::read)
                .optional();
    }

    /// All of them, by name.
    public List<Institution> all(LocalDate on) {
        return sql.sql(AS_OF + " order by name")
                .param("on", on)
                .query(Institutions::read)
                .list();
    }

    /// Lets nobody else who asks for the same add an institution until the end of this transaction: two who find the
    /// register empty would each set it up.
    public void alone() {
        sql.sql("select pg_advisory_xact_lock(hashtextextended('institutions', 10))")
                .query((_, _) -> true)
                .single();
    }

    /// Every name that an institution has had, the newest first: what a trust list knows it by.
    public List<String> names(UUID id) {
        return sql.sql("select name from directory.institution_name where institution = :id order by since desc")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /// Adds an institution. Runs in the act's transaction.
    ///
    /// @param since from when it has this name
    public Institution add(
            String code,
            String name,
            LocalDate since,
            String country,
            ZoneId zone,
            Map<String, String> values,
            Moment now) {
        UUID id = sql.sql("""
                insert into directory.institution (code, country, zone, values, added_at)
                values (:code, :country, :zone, :values::jsonb, :at) returning id""")
                .param("code", code)
                .param("country", country)
                .param("zone", zone.getId())
                .param("values", Json.write(values))
                .param("at", now.local())
                .query(UUID.class)
                .single();
        sql.sql("insert into directory.institution_name (institution, name, since) values (:id, :name, :since)")
                .param("id", id)
                .param("name", name)
                .param("since", since)
                .update();
        return new Institution(id, code, name, country, zone, values);
    }

    private static Institution read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Institution(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("country"),
                ZoneId.of(row.getString("zone")),
                Json.read(row.getString("values")));
    }
}
