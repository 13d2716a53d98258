package org.matricula.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The database of the node, migrated before anything else uses it.
///
/// Migrations run as the owner. The server's own connections work in the role `matricula_app`, which can add facts and
/// read them, and change or delete only what a migration's grants name.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseWiring {
    /// The owner's way into the database, and what has to be stopped with it.
    record Owned(DataSource owner, Optional<EmbeddedDatabase> embedded) implements AutoCloseable {
        @Override
        public void close() {
            embedded.ifPresent(EmbeddedDatabase::close);
        }
    }

    @Bean
    Owned ownedDatabase(DatabaseSettings settings, @Value("${matricula.data}") Path data) {
        Owned owned = settings.url().isEmpty() ? embedded(data) : named(settings);
        Flyway.configure()
                .dataSource(owned.owner())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return owned;
    }

    private static Owned embedded(Path data) {
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        return new Owned(database.owner(), Optional.of(database));
    }

    static Owned named(DatabaseSettings settings) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(settings.url());
        owner.setUser(settings.user());
        owner.setPassword(settings.password());
        return new Owned(owner, Optional.empty());
    }

    @Bean
    HikariDataSource dataSource(Owned database, DatabaseSettings settings) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("matricula");
        pool.setDataSource(database.owner());
        pool.setMaximumPoolSize(settings.connections());
        pool.setConnectionInitSql("set role matricula_app");
        return new HikariDataSource(pool);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }
}
