package org.matricula.registry.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.matricula.registry.testing.Database;

class SessionStoreTest {
    private static final Instant NOW = Instant.parse("2026-05-20T02:00:00Z");

    private static Database database;
    private static SessionStore store;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        store = new SessionStore(database.sql());
    }

    @AfterAll
    static void end() {
        database.close();
    }

    private static String begin(boolean waiting) {
        return store.begin(UUID.randomUUID(), true, waiting, "Firefox", NOW);
    }

    @Test
    void a_session_ends_after_an_hour_in_which_nothing_was_asked() {
        assertThat(store.find(begin(false), NOW.plus(Duration.ofMinutes(60)))).isEmpty();
        assertThat(store.find(begin(false), NOW.plus(Duration.ofMinutes(60)).minusSeconds(1)))
                .isPresent();
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        String secret = begin(false);
        for (int minutes = 30; minutes < 12 * 60; minutes += 30) {
            assertThat(store.find(secret, NOW.plus(Duration.ofMinutes(minutes))))
                    .isPresent();
        }
        assertThat(store.find(secret, NOW.plus(Duration.ofHours(12)))).isEmpty();
    }

    @Test
    void a_password_without_its_code_is_no_session_and_waits_ten_minutes() {
        String secret = begin(true);
        assertThat(store.find(secret, NOW)).isEmpty();
        assertThat(store.waiting(secret, NOW.plus(Duration.ofMinutes(10)).minusSeconds(1)))
                .isPresent();
        assertThat(store.waiting(secret, NOW.plus(Duration.ofMinutes(10)))).isEmpty();
    }

    @Test
    void the_database_keeps_no_secret() {
        String secret = begin(false);
        assertThat(database.sql()
                        .sql("select count(*) from accounts.session s where s::text like :secret")
                        .param("secret", "%" + secret + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
