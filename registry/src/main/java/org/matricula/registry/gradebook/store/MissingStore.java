package org.matricula.registry.gradebook.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Counts what is still missing, in the database: a board of sixty classes is one question.
@Component
public final class MissingStore {
    private final JdbcClient sql;
    private final JsonMapper json = new JsonMapper();

    MissingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A column in which something is wanted.
    ///
    /// @param block the subject's code; empty for the homeroom teacher's block
    /// @param column its key
    /// @param with when not empty, it is wanted only for a pupil for whom one of these columns is filled
    public record Wanted(UUID classId, String block, String column, List<String> with) {}

    /// How a block of a class stands.
    ///
    /// @param pupils of how many pupils something is wanted
    /// @param wanted how many cells must be filled
    /// @param missing how many of them are empty
    public record Count(UUID classId, String block, int pupils, int wanted, int missing) {}

    /// Counts, for the pupils who are in the classes on a day. `offset 0` keeps the planner from reading the lists of
    /// every school: each class is one look into the index.
    public List<Count> count(Collection<Wanted> columns, LocalDate on) {
        return sql.sql("""
                with want as materialized (
                    select w."classId" as class_id, w.block, w.column as column_key, w.with as siblings
                      from jsonb_to_recordset(:columns::jsonb)
                        as w ("classId" uuid, block text, "column" text, "with" text[])),
                listed as materialized (
                    select p.class_id, p.pupil
                      from (select distinct class_id from want) w
                     cross join lateral (
                            select m.class_id, m.pupil from gradebook.class_pupil m
                             where m.class_id = w.class_id offset 0) p
                     where not exists (select 1 from gradebook.class_pupil_left l
                                        where l.class_id = p.class_id and l.pupil = p.pupil and l.after < :on))
                select w.class_id, w.block, count(distinct l.pupil) as pupils,
                       count(*) as wanted, count(*) filter (where c.value is null) as missing
                  from want w
                  join listed l on l.class_id = w.class_id
                  left join gradebook.cell c
                    on c.class_id = l.class_id and c.pupil = l.pupil and c.column_key = w.column_key and c.value <> ''
                 where cardinality(w.siblings) = 0
                    or exists (select 1 from gradebook.cell s
                                where s.class_id = l.class_id and s.pupil = l.pupil
                                  and s.column_key = any(w.siblings) and s.value <> '')
                 group by w.class_id, w.block""")
                .param("columns", json.writeValueAsString(columns))
                .param("on", on)
                .query(Count.class)
                .list();
    }
}
