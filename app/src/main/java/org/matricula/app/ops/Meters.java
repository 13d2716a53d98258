package org.matricula.app.ops;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongBiFunction;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.signing.CertificateCounts;
import org.matricula.registry.signing.CertificateCounts.Counted;
import org.matricula.registry.signing.Ending;
import org.matricula.registry.transparency.Witnesses;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What is counted of the business: how much, never who. Everything is read from the database, so that it is true for
/// the whole register and costs the acts nothing.
final class Meters implements AutoCloseable {
    /// A class of thousands of schools is counted in some milliseconds; more often than this nobody needs it.
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final JdbcClient sql;
    private final InstantSource clock;
    private final CertificateCounts certificates;
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final Tail acts;
    private final Tail signatures;
    private final Map<RecordState, AtomicLong> records = new ConcurrentHashMap<>();
    private final AtomicLong leaves = new AtomicLong();
    private final AtomicLong checkpointAge = new AtomicLong();
    private Instant counted = Instant.EPOCH;

    Meters(
            MeterRegistry registry,
            JdbcClient sql,
            HikariDataSource pool,
            InstantSource clock,
            Witnesses witnesses,
            CertificateCounts certificates) {
        this.certificates = certificates;
        this.registry = registry;
        this.sql = sql;
        this.clock = clock;
        this.acts = new Tail(sql, "flow.journal", "act", "kind");
        this.signatures = new Tail(sql, "records.signature_told", "what", "what");
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
        connections(pool, "active", HikariPoolMXBean::getActiveConnections);
        connections(pool, "idle", HikariPoolMXBean::getIdleConnections);
        connections(pool, "waiting", HikariPoolMXBean::getThreadsAwaitingConnection);
        for (RecordState state : RecordState.values()) {
            AtomicLong count = new AtomicLong();
            records.put(state, count);
            Gauge.builder("matricula.records", count, AtomicLong::get)
                    .description("records by state")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("matricula.log.leaves", leaves, AtomicLong::get)
                .description("leaves of the transparency log")
                .register(registry);
        Gauge.builder("matricula.log.checkpoint.age.seconds", checkpointAge, AtomicLong::get)
                .description("age of the newest signed checkpoint; 0 while there is none")
                .register(registry);
        witnesses(witnesses);
        certificates("seal", Counted::seals);
        certificates("person", Counted::people);
    }

    private void certificates(String kind, ToLongBiFunction<Counted, Ending> count) {
        for (Ending ending : Ending.values()) {
            if (ending.warns()) {
                Gauge.builder(
                                "matricula.certificates.ending",
                                certificates,
                                each -> count.applyAsLong(each.count(), ending))
                        .description("certificates in use that have expired or will within 7, 30 or 60 days")
                        .tag("kind", kind)
                        .tag("within", within(ending))
                        .register(registry);
            }
        }
    }

    private static String within(Ending ending) {
        return switch (ending) {
            case EXPIRED -> "expired";
            case WEEK -> "7d";
            case MONTH -> "30d";
            case TWO_MONTHS -> "60d";
            case LATER -> "later";
        };
    }

    private void witnesses(Witnesses witnesses) {
        witnesses
                .names()
                .forEach(name -> Gauge.builder("matricula.log.witness.behind", witnesses, each -> each.behind(name))
                        .description("leaves of the newest checkpoint that a witness has not cosigned")
                        .tag("witness", name)
                        .register(registry));
    }

    private void connections(HikariDataSource pool, String state, ToDoubleFunction<HikariPoolMXBean> count) {
        Gauge.builder(
                        "matricula.database.connections",
                        pool,
                        each -> Optional.ofNullable(each.getHikariPoolMXBean())
                                .map(count::applyAsDouble)
                                .orElse(0.0))
                .description("connections of this node to the database")
                .tag("state", state)
                .register(registry);
    }

    /// Counts anew what has happened since the last time.
    synchronized void count() {
        Instant now = clock.instant();
        if (now.isBefore(counted.plus(FRESH)) && !now.isBefore(counted)) {
            return;
        }
        counted = now;
        acts.read((act, kind, times) -> registry.counter(
                        "matricula.acts", "act", act, "outcome", kind.toLowerCase(Locale.ROOT))
                .increment(times));
        signatures.read(
                (what, _, times) -> registry.counter("matricula.signatures", "what", what.toLowerCase(Locale.ROOT))
                        .increment(times));
        records.values().forEach(count -> count.set(0));
        sql.sql("select state, count(*) as times from records.record group by state")
                .query(row -> {
                    records.get(RecordState.valueOf(row.getString("state"))).set(row.getLong("times"));
                });
        leaves.set(sql.sql("select coalesce(max(index) + 1, 0) from transparency.leaf")
                .query(Long.class)
                .single());
        checkpointAge.set(sql.sql("select at from transparency.checkpoint order by size desc limit 1")
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .optional()
                .map(at -> Math.max(0, Duration.between(at, now).toSeconds()))
                .orElse(0L));
    }

    @Override
    public void close() {
        collector.close();
    }
}
