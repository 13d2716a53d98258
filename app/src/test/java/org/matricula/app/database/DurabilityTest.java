package org.matricula.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The library that brings PostgreSQL starts it for tests, which may lose what they wrote. A register may not.
@Tag("node")
class DurabilityTest {
    @Test
    void what_the_register_says_is_kept_is_on_the_disk(@TempDir Path data) {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
            JdbcClient sql = JdbcClient.create(database.owner());
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                String value = sql.sql("select current_setting(?)")
                        .param(setting)
                        .query(String.class)
                        .single();
                assertThat(value).as(setting).isEqualTo("on");
            }
        }
    }
}
