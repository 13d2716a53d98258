package org.matricula.bench;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.matricula.app.Server;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A whole node in this JVM, as `./matricula run --empty` starts it, on a folder of its own.
final class BenchNode implements AutoCloseable {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final ConfigurableApplicationContext server;
    private final Path data;

    private BenchNode(ConfigurableApplicationContext server, Path data) {
        this.server = server;
        this.data = data;
    }

    static BenchNode start(Path data) throws IOException {
        Files.createDirectories(data);
        return new BenchNode(Server.start("127.0.0.1", 0, data, true), data);
    }

    <T> T get(Class<T> bean) {
        return server.getBean(bean);
    }

    ConfigurableApplicationContext context() {
        return server;
    }

    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) server).getWebServer())
                .getPort();
    }

    /// A folder for what a race needs on the disk; it goes with the node's.
    Path folder(String name) {
        return data.resolve(name);
    }

    /// The database as its owner, who may write what the node itself may not: the data of a bench.
    JdbcClient owner() {
        return JdbcClient.create(database());
    }

    /// One connection of the owner, for settings that hold for a connection.
    Connection ownersConnection() throws SQLException {
        return database().getConnection();
    }

    private DataSource database() {
        return Objects.requireNonNull(get(HikariDataSource.class).getDataSource());
    }

    /// Tells the planner what the tables hold, as it would find out by itself in a while.
    void analyse() {
        owner().sql("vacuum analyze").update();
        owner().sql("select pg_stat_reset()").query((_, _) -> true).list();
    }

    /// Says which large tables were read from end to end since [#analyse()]: an index is missing there.
    List<String> readWhole() {
        return owner().sql("""
                        select t.schemaname || '.' || t.relname as name, t.seq_scan, c.reltuples::bigint as rows
                          from pg_stat_user_tables t join pg_class c on c.oid = t.relid
                         where t.seq_scan > 0 and c.reltuples > 900 order by t.seq_tup_read desc""")
                .query((row, _) -> "%s with %,d rows was read from end to end %,d times."
                        .formatted(row.getString("name"), row.getLong("rows"), row.getLong("seq_scan")))
                .list();
    }

    /// The processor time of this JVM and of PostgreSQL so far, without that of some threads of ours.
    ///
    /// @return nanoseconds
    long processor() throws IOException {
        return SYSTEM.getProcessCpuTime() + postgresql().toNanos();
    }

    private Duration postgresql() throws IOException {
        Path file = data.resolve("postgresql").resolve("postmaster.pid");
        long first = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle server = ProcessHandle.of(first).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        server.close();
    }
}
