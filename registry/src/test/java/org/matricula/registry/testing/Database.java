package org.matricula.registry.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A real PostgreSQL for tests: one server in each test JVM, a fresh migrated database for whoever asks.
///
/// @param owner as the one who migrates, for looking at what the server may not do
/// @param server as the server works: in the role `matricula_app`
/// @param statements how many statements the server has prepared so far, for tests that count questions
public record Database(DataSource owner, HikariDataSource server, AtomicInteger statements) implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final class Running {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A fresh database with every migration done.
    public static Database fresh() {
        String name = "test" + COUNT.incrementAndGet();
        execute(Running.POSTGRES.getPostgresDatabase(), "create database " + name);
        DataSource owner = Running.POSTGRES.getDatabase("postgres", name);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        HikariConfig pool = new HikariConfig();
        AtomicInteger statements = new AtomicInteger();
        pool.setDataSource(counting(owner, DataSource.class, statements));
        pool.setMaximumPoolSize(8);
        pool.setConnectionInitSql("set role matricula_app");
        return new Database(owner, new HikariDataSource(pool), statements);
    }

    /// The same, with each prepared statement counted.
    private static <T> T counting(T real, Class<T> type, AtomicInteger statements) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        if (method.getName().equals("prepareStatement")) {
                            statements.incrementAndGet();
                        }
                        Object came = method.invoke(real, arguments);
                        return came instanceof Connection connection
                                        && method.getName().equals("getConnection")
                                ? counting(connection, Connection.class, statements)
                                : came;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /// The server's way to ask.
    public JdbcClient sql() {
        return JdbcClient.create(server);
    }

    /// The server's transactions.
    public JdbcTransactionManager transactions() {
        return new JdbcTransactionManager(server);
    }

    @Override
    public void close() {
        server.close();
    }

    private static void execute(DataSource on, String statement) {
        try (Connection connection = on.getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
