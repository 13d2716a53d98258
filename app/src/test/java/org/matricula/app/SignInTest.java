package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.accounts.Credentials;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// People, programs and strangers at the door of a running node.
class SignInTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PASSWORD = "cau Long Bien dai lam";
    private static final Moment NOW = new Moment(Instant.parse("2026-05-20T02:00:00Z"), HANOI);

    private static ConfigurableApplicationContext server;
    private static String root = "";
    private static Institution school;

    @BeforeAll
    static void a_school(@TempDir Path data) {
        server = Server.start("127.0.0.1", 0, data);
        root = "http://127.0.0.1:"
                + ((WebServerApplicationContext) server).getWebServer().getPort();
        school = server.getBean(Institutions.class)
                .add("22001234", "Bình Minh", LocalDate.of(2000, 1, 1), "VN", HANOI, Map.of(), NOW);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Account person(String login, Role... roles) {
        Account account = server.getBean(Accounts.class).open(login, "Nguyễn Thị Hoa", Actor.system(), NOW);
        server.getBean(Credentials.class).setPassword(account.id(), PASSWORD, NOW);
        for (Role role : roles) {
            server.getBean(Mandates.class)
                    .give(
                            account.id(),
                            new Mandate(
                                    role,
                                    school.id(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    LocalDate.of(2000, 1, 1),
                                    Optional.of(LocalDate.of(2999, 1, 1))),
                            Actor.system(),
                            NOW);
        }
        return account;
    }

    private static HttpResponse<String> enter(Visit visit, String login, String password) {
        visit.get("/sign-in");
        return visit.post("/sign-in", Map.of("login", login, "password", password));
    }

    @Nested
    class A_stranger {
        @Test
        void reads_the_public_pages() {
            for (String path : new String[] {"/", "/verify", "/law", "/design", "/api/v1/decisions", "/sign-in"}) {
                assertThat(new Visit(root).get(path).statusCode()).as(path).isEqualTo(200);
            }
        }

        @Test
        void is_led_to_the_sign_in_and_back() {
            HttpResponse<String> answer = new Visit(root).get("/classes?at=4a");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Visit.to(answer)).isEqualTo("/sign-in?back=%2Fclasses%3Fat%3D4a");
        }

        @Test
        void who_is_a_script_or_a_program_stays_where_it_is_and_is_told_in_words() {
            for (HttpResponse<String> answer : java.util.List.of(
                    new Visit(root).get("/api/v1/people"),
                    new Visit(root).get("/classes", "Sec-Fetch-Mode", "cors"),
                    new Visit(root).get("/classes", "HX-Request", "true"),
                    new Visit(root).get("/api/v1/people", "Authorization", "Bearer mat_nobody"))) {
                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(answer.body())
                        .contains("urn:matricula:problem:sign-in")
                        .contains("what you typed here stays");
            }
        }
    }

    @Nested
    class A_person {
        @Test
        void signs_in_with_login_and_password_and_is_led_to_the_work() {
            person("office1", Role.OFFICE);
            Visit visit = new Visit(root);
            assertThat(Visit.to(enter(visit, "OFFICE1", PASSWORD))).isEqualTo("/office");
            assertThat(visit.get("/sign-in?back=/law").statusCode()).isEqualTo(303);
        }

        @Test
        void is_not_told_whether_login_or_password_was_wrong() {
            person("office2", Role.OFFICE);
            HttpResponse<String> wrong = enter(new Visit(root), "office2", "something else");
            HttpResponse<String> nobody = enter(new Visit(root), "nobody2", "something else");
            assertThat(wrong.statusCode()).isEqualTo(422);
            assertThat(wrong.body()).contains("Login and password do not match");
            assertThat(nobody.statusCode()).isEqualTo(422);
            assertThat(nobody.body()).contains("Login and password do not match");
        }

        @Test
        void has_to_wait_after_five_wrong_passwords_even_with_the_right_one() {
            person("office3", Role.OFFICE);
            for (int i = 0; i < 5; i++) {
                assertThat(enter(new Visit(root), "office3", "wrong " + i).statusCode())
                        .isEqualTo(422);
            }
            HttpResponse<String> late = enter(new Visit(root), "office3", PASSWORD);
            assertThat(late.statusCode()).isEqualTo(429);
            assertThat(late.headers().firstValue("Retry-After")).isPresent();
            assertThat(late.body()).containsPattern("Try again in \\d+ s");
        }

        @Test
        void gets_a_new_session_at_each_sign_in_and_the_old_one_is_over() {
            person("office4", Role.OFFICE);
            Visit visit = new Visit(root);
            enter(visit, "office4", PASSWORD);
            String first = visit.cookie("matricula");
            visit.get("/sign-in");
            visit.post("/sign-in", Map.of("login", "office4", "password", PASSWORD));
            assertThat(visit.cookie("matricula")).isNotEmpty().isNotEqualTo(first);
            assertThat(new Visit(root)
                            .get("/office", "Cookie", "matricula=" + first)
                            .statusCode())
                    .isEqualTo(302);
        }

        @Test
        void whose_account_is_closed_is_out_at_once() {
            Account account = person("office5", Role.OFFICE);
            Visit visit = new Visit(root);
            enter(visit, "office5", PASSWORD);
            server.getBean(Accounts.class).close(account.id(), true, Actor.system(), NOW);
            assertThat(visit.get("/office").statusCode()).isEqualTo(302);
            assertThat(enter(new Visit(root), "office5", PASSWORD).statusCode()).isEqualTo(422);
        }

        @Test
        void who_signs_out_is_out() {
            person("office6", Role.OFFICE);
            Visit visit = new Visit(root);
            enter(visit, "office6", PASSWORD);
            String secret = visit.cookie("matricula");
            visit.get("/law");
            assertThat(Visit.to(visit.post("/sign-out", Map.of()))).isEqualTo("/sign-in?out=1");
            assertThat(new Visit(root)
                            .get("/office", "Cookie", "matricula=" + secret)
                            .statusCode())
                    .isEqualTo(302);
        }

        @Test
        void a_form_without_the_token_of_our_page_is_refused() {
            person("office7", Role.OFFICE);
            Visit visit = new Visit(root);
            visit.get("/sign-in");
            visit.withoutToken();
            assertThat(visit.post("/sign-in", Map.of("login", "office7", "password", PASSWORD))
                            .statusCode())
                    .isEqualTo(403);
        }
    }
}
