package org.matricula.registry.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.matricula.registry.accounts.Attempts.Counter;
import org.matricula.registry.testing.Database;

class AttemptsTest {
    private static final Instant NOW = Instant.parse("2026-05-20T02:00:00Z");

    private static Database database;
    private static Attempts attempts;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        attempts = new Attempts(database.sql());
    }

    @AfterAll
    static void end() {
        database.close();
    }

    private static Optional<Duration> guess(String login, Instant at) {
        return attempts.count(at, List.of(Counter.login(login)));
    }

    @Test
    void the_wait_doubles_with_each_guess_up_to_a_quarter_of_an_hour() {
        Instant at = NOW;
        for (int i = 0; i < 5; i++) {
            assertThat(guess("growing", at)).isEmpty();
        }
        for (int seconds : new int[] {15, 30, 60, 120, 240, 480, 900, 900}) {
            assertThat(guess("growing", at)).contains(Duration.ofSeconds(seconds));
            assertThat(guess("growing", at.plusSeconds(seconds - 1))).contains(Duration.ofSeconds(1));
            at = at.plusSeconds(seconds);
            assertThat(guess("growing", at)).isEmpty();
        }
    }

    @Test
    void guesses_are_forgotten_after_a_day() {
        for (int i = 0; i < 5; i++) {
            guess("day", NOW);
        }
        Instant tomorrow = NOW.plus(Duration.ofHours(24)).plusSeconds(1);
        for (int i = 0; i < 5; i++) {
            assertThat(guess("day", tomorrow)).isEmpty();
        }
    }

    @Test
    void a_right_password_gives_the_guesses_back() {
        Counter account = Counter.login("right");
        Counter address = Counter.address("192.0.2.7");
        for (int i = 0; i < 200; i++) {
            assertThat(attempts.count(NOW, List.of(account, address))).isEmpty();
            attempts.right(NOW, account, address);
        }
    }

    @Test
    void a_login_is_the_same_in_capital_letters_and_an_address_is_its_network() {
        for (int i = 0; i < 5; i++) {
            guess("Same", NOW);
        }
        assertThat(guess(" sAME ", NOW)).isPresent();
        assertThat(Counter.address("2001:db8:1:2:3:4:5:6").key())
                .isEqualTo(Counter.address("2001:db8:1:2::9").key())
                .isNotEqualTo(Counter.address("2001:db8:1:3::9").key());
    }

    @Test
    void a_hundred_at_once_are_counted_one_by_one() throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Duration>>> guesses = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                guesses.add(many.submit(() -> guess("crowd", NOW)));
            }
            int free = 0;
            for (Future<Optional<Duration>> guess : guesses) {
                free += guess.get().isEmpty() ? 1 : 0;
            }
            assertThat(free).isEqualTo(5);
        }
    }
}
