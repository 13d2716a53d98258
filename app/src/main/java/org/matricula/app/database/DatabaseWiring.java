package org.matricula.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.ObjectProvider;
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
    /// The owner's way into the database.
    record Owned(DataSource owner) {}

    @Bean
    Owned ownedDatabase(DatabaseSettings settings, ObjectProvider<StartDatabaseEarly.Starting> embedded) {
        Owned owned = settings.url().isEmpty()
                ? new Owned(embedded.getObject().running().owner())
                : named(settings);
        Flyway.configure()
                .dataSource(owned.owner())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return owned;
    }

    static Owned named(DatabaseSettings settings) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(settings.url());
        owner.setUser(settings.user());
        owner.setPassword(settings.password());
        return new Owned(owner);
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
