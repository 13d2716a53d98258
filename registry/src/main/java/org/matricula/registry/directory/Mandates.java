package org.matricula.registry.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may act for whom: given, ended before its time, and asked.
@Component
public final class Mandates {
    /// Mandates with their true last day; one that was ended before its first day never held and is not among them.
    private static final String HELD = """
            select * from (
                select m.id, m.account, m.role, m.institution, m.class_id, m.subject, m.from_date,
                       least(m.to_date,
                             (select min(e.after) from directory.mandate_ended e where e.mandate = m.id)) as to_date,
                       (select n.name from directory.account_name n
                         where n.account = m.account order by n.id desc limit 1) as name
                  from directory.mandate m) m
             where (m.to_date is null or m.to_date >= m.from_date) and\s""";

    private final JdbcClient sql;

    Mandates(JdbcClient sql) {
        this.sql = sql;
    }

    /// Everything an account may act as, past and future included.
    public List<Mandate> of(UUID account) {
        return held(account).stream().map(Assignment::mandate).toList();
    }

    /// The same with the ids of the mandates.
    public List<Assignment> held(UUID account) {
        return sql.sql(HELD + "m.account = :account order by m.id")
                .param("account", account)
                .query(Mandates::read)
                .list();
    }

    /// Who acts for a class: its teachers, in the order in which they were assigned.
    public List<Assignment> ofClass(UUID classId) {
        return sql.sql(HELD + "m.class_id = :class order by m.id")
                .param("class", classId)
                .query(Mandates::read)
                .list();
    }

    /// Who acts for some classes, in the order in which they were assigned: one question for a whole board.
    public List<Assignment> ofClasses(Collection<UUID> classIds) {
        return sql.sql(HELD + "m.class_id = any(:classes) order by m.id")
                .param("classes", classIds.toArray(UUID[]::new))
                .query(Mandates::read)
                .list();
    }

    /// Who acts at an institution in a role.
    public List<Assignment> at(UUID institution, Role role) {
        return sql.sql(HELD + "m.institution = :institution and m.role = :role order by m.id")
                .param("institution", institution)
                .param("role", role.name())
                .query(Mandates::read)
                .list();
    }

    /// The mandate with an id.
    public Optional<Assignment> find(UUID id) {
        return sql.sql(HELD + "m.id = :id")
                .param("id", id)
                .query(Mandates::read)
                .optional();
    }

    /// Gives a mandate. Runs in the act's transaction.
    public UUID give(UUID account, Mandate mandate, Actor by, Moment now) {
        return sql.sql("""
                insert into directory.mandate
                    (account, role, institution, class_id, subject, from_date, to_date, at, by)
                values
                    (:account, :role, :institution, :class, :subject, :from, :to, :at, :by)
                returning id""")
                .param("account", account)
                .param("role", mandate.role().name())
                .param("institution", mandate.institution())
                .param("class", mandate.classId().orElse(null))
                .param("subject", mandate.subject().orElse(null))
                .param("from", mandate.from())
                .param("to", mandate.to().orElse(null))
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .query(UUID.class)
                .single();
    }

    /// Ends a mandate. Runs in the act's transaction.
    ///
    /// @param after the last day on which it holds
    public void end(UUID mandate, LocalDate after, Actor by, Moment now) {
        sql.sql("""
                insert into directory.mandate_ended (mandate, after, at, by) values (:mandate, :after, :at, :by)
                on conflict do nothing""")
                .param("mandate", mandate)
                .param("after", after)
                .param("at", now.local())
                .param("by", by.account().orElse(null))
                .update();
    }

    private static Assignment read(ResultSet row, int number) throws SQLException {
        Mandate mandate = new Mandate(
                Role.valueOf(row.getString("role")),
                row.getObject("institution", UUID.class),
                Optional.ofNullable(row.getObject("class_id", UUID.class)),
                Optional.ofNullable(row.getString("subject")),
                row.getObject("from_date", LocalDate.class),
                Optional.ofNullable(row.getObject("to_date", LocalDate.class)));
        return new Assignment(
                row.getObject("id", UUID.class), row.getObject("account", UUID.class), row.getString("name"), mandate);
    }
}
