package org.matricula.registry.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;
import org.matricula.registry.verification.Tries.Answer;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriesTest {
    private static final String START = "2026-06-01T08:00:00Z";
    private static final String NUMBER = "HB-2025-7QK4-M2XN-P3RT";

    private final StandingClock clock = new StandingClock(START);
    private final Node node = new Node(clock, NodeSecret.class, Tries.class, Passes.class);
    private final Tries tries = node.get(Tries.class);

    @AfterAll
    void stop() {
        node.close();
    }

    @BeforeEach
    void a_new_day() {
        clock.set(START);
        node.database().sql().sql("delete from verification.attempt").update();
    }

    private void after(Duration time) {
        clock.set(clock.instant().plus(time).toString());
    }

    private static Duration waiting(Answer answer) {
        return switch (answer) {
            case Answer.Granted _ -> Duration.ZERO;
            case Answer.Wait(Duration remaining) -> remaining;
        };
    }

    /// How long a code that belongs to nothing has to wait before it is looked up.
    private Duration wrongCode(String address) {
        return switch (tries.look(address, Optional::empty)) {
            case Tries.Looked.Found<?> _ -> throw new AssertionError("nothing is found");
            case Tries.Looked.Nothing<?> _ -> Duration.ZERO;
            case Tries.Looked.Wait<?>(Duration remaining) -> remaining;
        };
    }

    private void wrong(int times, String address, String number) {
        for (int i = 0; i < times; i++) {
            assertThat(waiting(tries.ask(address, number))).isZero();
        }
    }

    @Nested
    class Who_tries_one_record {
        @Test
        void has_five_tries_and_then_waits_twice_as_long_each_time() {
            wrong(5, "192.0.2.1", NUMBER);
            for (int minutes = 1; minutes <= 32; minutes *= 2) {
                assertThat(waiting(tries.ask("192.0.2.1", NUMBER))).isEqualTo(Duration.ofMinutes(minutes));
                after(Duration.ofMinutes(minutes));
                wrong(1, "192.0.2.1", NUMBER);
            }
            assertThat(waiting(tries.ask("192.0.2.1", NUMBER))).isEqualTo(Duration.ofHours(1));
        }

        @Test
        void waits_whatever_address_they_ask_from_and_however_they_write_the_number() {
            wrong(5, "192.0.2.1", NUMBER);
            assertThat(waiting(tries.ask("198.51.100.7", "hb2025 7qk4 m2xn p3rt")))
                    .isPositive();
            assertThat(waiting(tries.ask("198.51.100.7", "HB-2025-OTHER"))).isZero();
        }

        @Test
        void is_not_made_to_wait_longer_by_asking_while_they_wait() {
            wrong(5, "192.0.2.1", NUMBER);
            for (int i = 0; i < 10; i++) {
                tries.ask("192.0.2.1", NUMBER);
            }
            after(Duration.ofSeconds(61));
            assertThat(waiting(tries.ask("192.0.2.1", NUMBER))).isZero();
        }

        @Test
        void may_try_again_as_at_first_a_day_later() {
            wrong(5, "192.0.2.1", NUMBER);
            after(Duration.ofHours(24));
            wrong(5, "192.0.2.1", NUMBER);
        }

        @Test
        void gets_no_more_tries_by_making_many_at_once() throws Exception {
            List<Callable<Answer>> all = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String address = "203.0.113." + i;
                all.add(() -> tries.ask(address, NUMBER));
            }
            int granted = 0;
            try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
                for (Future<Answer> answer : threads.invokeAll(all)) {
                    granted += answer.get() instanceof Answer.Granted ? 1 : 0;
                }
            }
            assertThat(granted).isEqualTo(5);
        }
    }

    @Nested
    class An_address {
        @Test
        void has_twenty_wrong_tries_an_hour_whatever_they_are_about() {
            for (int i = 0; i < 10; i++) {
                wrong(1, "192.0.2.1", "HB-" + i);
                assertThat(wrongCode("192.0.2.1")).isZero();
            }
            assertThat(wrongCode("192.0.2.1")).isEqualTo(Duration.ofMinutes(1));
            assertThat(wrongCode("192.0.2.2")).isZero();
        }

        @Test
        void may_look_up_right_items_all_day() {
            for (int i = 0; i < 100; i++) {
                tries.good((Answer.Granted) tries.ask("192.0.2.1", NUMBER));
            }
            wrong(5, "192.0.2.1", NUMBER);
        }

        @Test
        void may_show_right_codes_all_day_and_leaves_no_line_behind() {
            for (int i = 0; i < 100; i++) {
                assertThat(tries.look("192.0.2.1", () -> Optional.of("a record")))
                        .isEqualTo(new Tries.Looked.Found<>("a record"));
            }
            assertThat(node.database()
                            .sql()
                            .sql("select count(*) from verification.attempt")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }

        @Test
        void that_used_up_its_tries_is_still_answered_when_a_code_is_right() {
            for (int i = 0; i < 20; i++) {
                wrongCode("192.0.2.1");
            }
            assertThat(wrongCode("192.0.2.1")).isPositive();
            assertThat(tries.look("192.0.2.1", () -> Optional.of("a record")))
                    .isEqualTo(new Tries.Looked.Found<>("a record"));
            assertThat(waiting(tries.ask("192.0.2.1", NUMBER)))
                    .as("the five items")
                    .isPositive();
            assertThat(wrongCode("192.0.2.1"))
                    .as("a right code forgives no wrong one")
                    .isPositive();
        }

        @Test
        void gets_no_more_wrong_codes_by_trying_many_at_once() throws Exception {
            List<Callable<Duration>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(() -> wrongCode("192.0.2.1"));
            }
            int tried = 0;
            try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
                for (Future<Duration> wait : threads.invokeAll(all)) {
                    tried += wait.get().isZero() ? 1 : 0;
                }
            }
            assertThat(tried).isEqualTo(20);
        }

        @Test
        void of_the_new_kind_is_a_whole_network() {
            for (int i = 0; i < 20; i++) {
                wrong(1, "2001:db8:1:2::" + (i + 1), "HB-" + i);
            }
            assertThat(wrongCode("2001:db8:1:2:ffff::9")).isPositive();
            assertThat(wrongCode("2001:db8:1:3::1")).isZero();
        }
    }

    @Test
    void nothing_that_was_typed_is_kept_and_nothing_for_longer_than_a_day() {
        wrong(3, "192.0.2.1", NUMBER);
        String kept = node.database()
                .sql()
                .sql("select string_agg(a::text, ' ') from verification.attempt a")
                .query(String.class)
                .single();
        assertThat(kept).doesNotContain("7QK4").doesNotContain("192.0.2.1");
        after(Duration.ofHours(25));
        wrong(1, "192.0.2.9", "HB-X");
        assertThat(node.database()
                        .sql()
                        .sql("select count(*) from verification.attempt")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Nested
    class A_pass_to_the_files {
        @Test
        void opens_them_for_half_an_hour() {
            Passes passes = node.get(Passes.class);
            String pass = passes.to("K7MX-2Q9D-HR4T-3VBN");
            assertThat(pass).doesNotContain("K7MX");
            after(Duration.ofMinutes(30));
            assertThat(passes.read(pass)).contains("K7MX-2Q9D-HR4T-3VBN");
            after(Duration.ofSeconds(1));
            assertThat(passes.read(pass)).isEmpty();
        }

        @Test
        void cannot_be_made_by_anybody_else() {
            Passes passes = node.get(Passes.class);
            String pass = passes.to("K7MX-2Q9D-HR4T-3VBN");
            char other = pass.charAt(30) == 'A' ? 'B' : 'A';
            for (String forged : List.of(
                    "",
                    "x",
                    "!",
                    pass + "AAAA",
                    pass.substring(4),
                    pass.substring(0, 30) + other + pass.substring(31),
                    "A".repeat(500))) {
                assertThat(passes.read(forged)).as(forged).isEmpty();
            }
        }
    }
}
