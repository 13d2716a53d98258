package org.matricula.app.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The database of a node that does not run, as its owner, for those who examine or mend it. Nothing is migrated.
public final class OfflineDatabase implements AutoCloseable {
    private final DataSource owner;
    private final Optional<EmbeddedDatabase> embedded;

    private OfflineDatabase(DataSource owner, Optional<EmbeddedDatabase> embedded) {
        this.owner = owner;
        this.embedded = embedded;
    }

    /// Opens the database that the settings name, or else the one in the folder of data.
    ///
    /// @param environment with `MATRICULA_DB_URL` and its companions, as for the server
    /// @throws DatabaseUnavailable when there is none, a server is running on it, or it is of another version than
    ///     this
    ///     program
    public static OfflineDatabase open(Path data, Map<String, String> environment) {
        DatabaseSettings settings = new DatabaseSettings(
                environment.getOrDefault("MATRICULA_DB_URL", ""),
                environment.getOrDefault("MATRICULA_DB_USER", ""),
                environment.getOrDefault("MATRICULA_DB_PASSWORD", ""),
                2);
        OfflineDatabase database = settings.url().isEmpty()
                ? embedded(data)
                : new OfflineDatabase(DatabaseWiring.named(settings).owner(), Optional.empty());
        try {
            database.requireThisVersion();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static OfflineDatabase embedded(Path data) {
        if (Files.notExists(data.resolve("postgresql"))) {
            throw new DatabaseUnavailable(
                    "there is no database in %s; give the folder of data of your node: --data DIR"
                            .formatted(data.toAbsolutePath().normalize()),
                    null);
        }
        EmbeddedDatabase started = EmbeddedDatabase.start(data);
        return new OfflineDatabase(started.owner(), Optional.of(started));
    }

    private void requireThisVersion() {
        int pending;
        try {
            pending = Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:db/migration")
                    .load()
                    .info()
                    .pending()
                    .length;
        } catch (org.flywaydb.core.api.FlywayException e) {
            throw new DatabaseUnavailable("the database does not answer (%s)".formatted(e.getMessage()), e);
        }
        if (pending > 0) {
            throw new DatabaseUnavailable(
                    "the database is older than this program by %d steps; start the server once, it brings the database up to date"
                            .formatted(pending),
                    null);
        }
    }

    /// The database, as its owner.
    public DataSource owner() {
        return owner;
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
