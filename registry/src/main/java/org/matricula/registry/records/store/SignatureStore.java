package org.matricula.registry.records.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What became of signatures, for those who have to give them again.
@Component
public final class SignatureStore {
    private final JdbcClient sql;

    SignatureStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A signature that is void and has not been given again.
    ///
    /// @param name who changed what it covers
    public record Voided(UUID record, String key, String name, Instant at) {}

    /// The void signatures of a class.
    public List<Voided> voided(UUID classId) {
        return sql.sql("""
                select t.record, t.key, t.name, t.at
                  from (select distinct on (s.record, s.key) s.record, s.key, s.what, s.name, s.at
                          from records.signature_told s join records.record r on r.id = s.record
                         where r.class_id = :class order by s.record, s.key, s.id desc) t
                 where t.what = 'VOIDED'""").param("class", classId).query(Voided.class).list();
    }
}
