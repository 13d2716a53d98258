package org.matricula.app.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which database: `MATRICULA_DB_URL`, `MATRICULA_DB_USER`, `MATRICULA_DB_PASSWORD`; when no address is given, the
/// embedded one.
///
/// @param url a JDBC address (`jdbc:postgresql://host:5432/matricula`); empty for the embedded database
/// @param user the owner of the schemas, who may create roles; the server itself works as `matricula_app`
/// @param password the owner's
/// @param connections how many at once
@ConfigurationProperties("matricula.db")
public record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("10") int connections) {
    public DatabaseSettings {
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "MATRICULA_DB_URL is '%s'; it begins with jdbc:postgresql:".formatted(url));
        }
        if (connections < 2) {
            throw new IllegalArgumentException("MATRICULA_DB_CONNECTIONS is %d; at least 2".formatted(connections));
        }
    }
}
