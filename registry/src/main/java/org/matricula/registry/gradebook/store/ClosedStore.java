package org.matricula.registry.gradebook.store;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whose results are closed, in the whole register; for those who compare it with the records.
public final class ClosedStore {
    private final JdbcClient sql;

    /// @param sql the database of the register
    public ClosedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A pupil's results in a class.
    public record Results(UUID classId, UUID pupil) {}

    /// All results that are closed now.
    public Set<Results> all() {
        Set<Results> closed = new HashSet<>();
        sql.sql("select distinct on (class_id, pupil) class_id, pupil, closed from gradebook.closed"
                        + " order by class_id, pupil, id desc")
                .query(row -> {
                    if (row.getBoolean("closed")) {
                        closed.add(
                                new Results(row.getObject("class_id", UUID.class), row.getObject("pupil", UUID.class)));
                    }
                });
        return closed;
    }
}
