package org.matricula.registry.transparency;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.matricula.verifier.merkle.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What stands in the log, for those who compare it with their own records. Works on a log that refuses to open.
public final class LogEntries {
    private final JdbcClient sql;

    /// @param sql the database of the log
    public LogEntries(JdbcClient sql) {
        this.sql = sql;
    }

    /// The entries at some indexes; an index that the log does not have is left out.
    public Map<Long, Hash> at(Collection<Long> indexes) {
        Map<Long, Hash> entries = new HashMap<>();
        sql.sql("select index, entry from transparency.leaf where index = any(:indexes)")
                .param("indexes", indexes.toArray(Long[]::new))
                .query(row -> {
                    entries.put(row.getLong("index"), Hash.of(row.getBytes("entry")));
                });
        return entries;
    }

    /// How many leaves the log has.
    public long size() {
        return new LogStore(sql).leaves();
    }
}
