package org.matricula.app.ops;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts the lines that are added to a table of facts, each once, from the moment this is made.
///
/// Lines become visible in another order than that of their ids: a transaction that took its id early may commit late.
/// So the last thousand ids are looked at again each time.
final class Tail {
    private static final int AGAIN = 1_000;

    private final JdbcClient sql;
    private final String statement;
    private final Set<Long> seen = new HashSet<>();
    private long last;

    /// @param table with a growing `id`
    /// @param first a column to count by
    /// @param second another
    Tail(JdbcClient sql, String table, String first, String second) {
        this.sql = sql;
        this.statement =
                "select id, %s as one, %s as two from %s where id > :after order by id".formatted(first, second, table);
        this.last = sql.sql("select coalesce(max(id), 0) from " + table)
                .query(Long.class)
                .single();
        read(last - AGAIN); // what is there already is not counted
    }

    /// Takes how often a pair of values was added.
    @FunctionalInterface
    interface Reader {
        void take(String first, String second, long times);
    }

    private record Pair(String first, String second) {}

    void read(Reader reader) {
        read(last - AGAIN).forEach((pair, times) -> reader.take(pair.first(), pair.second(), times));
    }

    private Map<Pair, Long> read(long after) {
        Map<Pair, Long> added = new LinkedHashMap<>();
        sql.sql(statement).param("after", after).query(row -> {
            long id = row.getLong("id");
            if (seen.add(id)) {
                added.merge(new Pair(row.getString("one"), row.getString("two")), 1L, Long::sum);
            }
            last = Math.max(last, id);
        });
        seen.removeIf(id -> id <= last - AGAIN);
        return added;
    }
}
