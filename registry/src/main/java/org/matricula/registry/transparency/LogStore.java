package org.matricula.registry.transparency;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.matricula.verifier.merkle.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The only SQL of the log. Every method wants a transaction at READ COMMITTED.
final class LogStore {
    /// Who holds these locks is alone until its transaction ends, on all nodes of the database.
    private static final int LOCKS = 0x4C6F67; // "Log"

    private static final int SEQUENCER = 1;
    private static final int SIGNER = 2;
    private static final int WITNESS = 3;

    private final JdbcClient sql;

    LogStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A checkpoint as it stands in the database; nothing of it is checked.
    record Row(long size, Hash root, String note) {}

    /// Adds entries at the end. One transaction at a time: the indexes have no gaps, and become visible
    /// in their order.
    List<Long> append(List<Hash> entries, Instant at) {
        lock(SEQUENCER);
        long first = leaves();
        sql.sql("""
                insert into transparency.leaf (index, entry, at)
                select ? + place - 1, entry, ? from unnest(?) with ordinality as added (entry, place)""")
                .params(
                        first,
                        at.atOffset(ZoneOffset.UTC),
                        entries.stream().map(Hash::bytes).toArray(byte[][]::new))
                .update();
        return LongStream.range(first, first + entries.size()).boxed().toList();
    }

    /// How many leaves there are.
    long leaves() {
        return sql.sql("select coalesce(max(index) + 1, 0) from transparency.leaf")
                .query(Long.class)
                .single();
    }

    /// Reads the entries from `start` to before `end`, in their order.
    ///
    /// @throws LogInDoubt when one is missing
    void entries(long start, long end, Consumer<Hash> reader) {
        long[] next = {start};
        sql.sql("select index, entry from transparency.leaf where index >= ? and index < ? order by index")
                .params(start, end)
                .withFetchSize(10_000)
                .query(row -> {
                    if (row.getLong("index") == next[0]) { // else the count below tells which is missing
                        reader.accept(Hash.of(row.getBytes("entry")));
                        next[0]++;
                    }
                });
        if (next[0] < end) {
            throw new LogInDoubt("""
                    leaf %d of %d is missing in the database; \
                    restore the newest backup, and do not restart before './matricula fsck'""", next[0], end);
        }
    }

    /// Keeps every other node from signing until the transaction ends.
    void lockSigning() {
        lock(SIGNER);
    }

    void add(Row checkpoint, Instant at) {
        sql.sql("insert into transparency.checkpoint (size, root, note, at) values (?, ?, ?, ?)")
                .params(checkpoint.size(), checkpoint.root().bytes(), checkpoint.note(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Row> newest() {
        return sql.sql("select size, root, note from transparency.checkpoint order by size desc limit 1")
                .query((row, _) -> new Row(row.getLong("size"), Hash.of(row.getBytes("root")), row.getString("note")))
                .optional();
    }

    /// Every checkpoint, from the smallest.
    List<Row> checkpoints() {
        return sql.sql("select size, root, note from transparency.checkpoint order by size")
                .query((row, _) -> new Row(row.getLong("size"), Hash.of(row.getBytes("root")), row.getString("note")))
                .list();
    }

    /// The signature lines of witnesses on one checkpoint, by their names.
    List<String> cosignatures(long size) {
        return sql.sql("select line from transparency.cosignature where size = ? order by witness")
                .param(size)
                .query(String.class)
                .list();
    }

    /// The largest size that a witness cosigned; 0 while it has cosigned none.
    long cosigned(String witness) {
        return sql.sql("select coalesce(max(size), 0) from transparency.cosignature where witness = ?")
                .param(witness)
                .query(Long.class)
                .single();
    }

    /// Keeps what a witness said; once for each checkpoint.
    void addCosignature(long size, String witness, String line, Instant at) {
        sql.sql("""
                insert into transparency.cosignature (size, witness, line, at) values (?, ?, ?, ?)
                on conflict (size, witness) do nothing""").params(size, witness, line, at.atOffset(ZoneOffset.UTC)).update();
    }

    /// A witness's line on a checkpoint of ours, as it stands in the database.
    record Line(long size, String witness, String line) {}

    /// All of them, from the smallest checkpoint.
    List<Line> lines() {
        return sql.sql("select size, witness, line from transparency.cosignature order by size, witness")
                .query((row, _) -> new Line(row.getLong("size"), row.getString("witness"), row.getString("line")))
                .list();
    }

    /// All checkpoints of others' logs that this register cosigned.
    List<Row> allWitnessed() {
        return sql.sql("select size, root, note from transparency.witnessed order by origin, size")
                .query((row, _) -> new Row(row.getLong("size"), Hash.of(row.getBytes("root")), row.getString("note")))
                .list();
    }

    /// Keeps every other node from cosigning until the transaction ends.
    void lockWitnessing() {
        lock(WITNESS);
    }

    /// The newest checkpoint of another log that this register cosigned.
    Optional<Row> witnessed(String origin) {
        return sql.sql(
                        "select size, root, note from transparency.witnessed where origin = ? order by size desc limit 1")
                .param(origin)
                .query((row, _) -> new Row(row.getLong("size"), Hash.of(row.getBytes("root")), row.getString("note")))
                .optional();
    }

    /// Whether this register has ever cosigned anything.
    boolean hasWitnessed() {
        return sql.sql("select exists (select from transparency.witnessed)")
                .query(Boolean.class)
                .single();
    }

    void addWitnessed(String origin, Row cosigned, Instant at) {
        sql.sql("insert into transparency.witnessed (origin, size, root, note, at) values (?, ?, ?, ?, ?)")
                .params(origin, cosigned.size(), cosigned.root().bytes(), cosigned.note(), at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void lock(int which) {
        sql.sql("select pg_advisory_xact_lock(?, ?)")
                .params(LOCKS, which)
                .query((_, _) -> which)
                .single();
    }
}
