package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.accounts.Credentials;
import org.matricula.registry.directory.Account;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;

/// People, programs and strangers at the door of a running node.
@Tag("node")
class SignInTest {
    private static final String PASSWORD = Newcomers.PASSWORD;

    private static RunningNode node;
    private static String root = "";
    private static Newcomers school;

    @BeforeAll
    static void a_school(@TempDir Path data) {
        node = RunningNode.start(data);
        root = node.root();
        school = Newcomers.at(node, "22001234", "Trường Tiểu học Bình Minh");
    }

    @AfterAll
    static void end() {
        node.close();
    }

    private static Account person(String login, Role... roles) {
        return school.person(login, "Nguyễn Thị Hoa", roles);
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
            for (HttpResponse<String> answer : List.of(
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
            school.close(account);
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

    @Nested
    class A_signer {
        @Test
        void without_a_second_factor_is_asked_to_set_one_up_and_can_do_it_later() {
            person("principal1", Role.PRINCIPAL);
            Visit visit = new Visit(root);
            assertThat(Visit.to(enter(visit, "principal1", PASSWORD)))
                    .isEqualTo("/account/second-factor?back=%2Fboard");
            assertThat(visit.get("/account/second-factor?back=/board").body()).contains("Later; go on with other work");
        }

        @Test
        void sets_up_an_application_and_has_shown_it_then() {
            person("principal2", Role.PRINCIPAL);
            Visit visit = new Visit(root);
            enter(visit, "principal2", PASSWORD);
            visit.get("/account/second-factor?back=/people");
            Map<String, String> form = Map.of("secret", Newcomers.SECRET, "code", "000000", "back", "/people");
            assertThat(visit.post("/account/second-factor", form).statusCode()).isEqualTo(422);
            HttpResponse<String> done = visit.post(
                    "/account/second-factor",
                    Map.of("secret", Newcomers.SECRET, "code", AppCode.now(0), "back", "/people"));
            assertThat(done.body()).contains("Your recovery codes").contains("href=\"/people\"");
            assertThat(visit.get("/session").body()).contains("\"strong\":true");
        }

        @Test
        void with_an_application_types_its_code_once_or_a_recovery_code_once() {
            List<String> recovery = school.app(person("principal3", Role.PRINCIPAL));
            String code = AppCode.now(0);
            Visit visit = new Visit(root);
            assertThat(Visit.to(enter(visit, "principal3", PASSWORD))).isEqualTo("/sign-in/code");
            assertThat(visit.get("/account").statusCode())
                    .as("half signed in is not in")
                    .isEqualTo(302);
            assertThat(code(visit, "123456 ").statusCode()).isEqualTo(422);
            assertThat(Visit.to(code(visit, code))).isEqualTo("/board");
            Visit again = new Visit(root);
            enter(again, "principal3", PASSWORD);
            assertThat(code(again, code).statusCode())
                    .as("a code read over a shoulder")
                    .isEqualTo(422);
            assertThat(Visit.to(code(again, recovery.getFirst().toLowerCase(Locale.ROOT))))
                    .isEqualTo("/board");
            Visit third = new Visit(root);
            enter(third, "principal3", PASSWORD);
            assertThat(code(third, recovery.getFirst()).statusCode()).isEqualTo(422);
        }

        private HttpResponse<String> code(Visit visit, String code) {
            visit.get("/sign-in/code");
            return visit.post("/sign-in/code", Map.of("code", code));
        }

        @Test
        void cannot_change_the_second_factor_without_showing_it() {
            Account account = person("principal4", Role.PRINCIPAL);
            Visit weak = new Visit(root);
            enter(weak, "principal4", PASSWORD);
            weak.get("/account/second-factor");
            school.app(account); // set up meanwhile with another browser
            assertThat(Visit.to(weak.get("/account/second-factor"))).startsWith("/account/strong");
            assertThat(Visit.to(weak.post(
                            "/account/second-factor", Map.of("secret", Newcomers.SECRET, "code", AppCode.now(0)))))
                    .startsWith("/account/strong");
            weak.get("/account/strong?back=/people");
            assertThat(Visit.to(weak.post("/account/strong", Map.of("code", AppCode.now(0), "back", "/people"))))
                    .isEqualTo("/people");
            assertThat(weak.get("/session").body()).contains("\"strong\":true");
        }

        @Test
        void is_led_from_an_act_that_wants_the_second_factor_to_it_and_back() {
            Account subject = person("colleague1", Role.OFFICE);
            person("principal6", Role.PRINCIPAL);
            Visit visit = new Visit(root);
            enter(visit, "principal6", PASSWORD);
            String page = "/people/" + subject.id() + "?at=" + school.school().id();
            visit.get(page);
            HttpResponse<String> refused = visit.post(
                    "/people/" + subject.id() + "/reset",
                    Map.of("factor", "no", "at", school.school().id().toString()));
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body())
                    .contains("This needs your second factor")
                    .contains("/account/strong?back=%2Fpeople%2F" + subject.id());
        }
    }

    @Nested
    class A_password {
        @Test
        void is_set_with_a_code_on_paper_that_works_once() {
            Account account = person("office8", Role.OFFICE);
            String code = node.get(Credentials.class)
                    .oneTimeCode(account.id(), new Moment(InstantSource.system().instant(), Newcomers.HANOI))
                    .code();
            Visit visit = new Visit(root);
            visit.get("/welcome");
            assertThat(set(visit, code, "short").body()).contains("fewer than 10 characters");
            assertThat(Visit.to(set(visit, code.toLowerCase(Locale.ROOT).replace("-", " "), "vườn cau sau nhà")))
                    .isEqualTo("/office");
            assertThat(set(new Visit(root), code, "vườn cau sau nhà").statusCode())
                    .isEqualTo(422);
            assertThat(enter(new Visit(root), "office8", PASSWORD).statusCode())
                    .as("the old one")
                    .isEqualTo(422);
        }

        private HttpResponse<String> set(Visit visit, String code, String password) {
            visit.get("/welcome");
            return visit.post("/welcome", Map.of("code", code, "password", password, "again", password));
        }

        @Test
        void that_is_changed_ends_every_other_session_and_every_code_on_paper() {
            Account account = person("office9", Role.OFFICE);
            String code = node.get(Credentials.class)
                    .oneTimeCode(account.id(), new Moment(InstantSource.system().instant(), Newcomers.HANOI))
                    .code();
            Visit here = new Visit(root);
            Visit elsewhere = new Visit(root);
            enter(here, "office9", PASSWORD);
            enter(elsewhere, "office9", PASSWORD);
            here.get("/account/password");
            Map<String, String> wrong =
                    Map.of("old", "nothing", "password", "vườn cau sau nhà", "again", "vườn cau sau nhà");
            assertThat(here.post("/account/password", wrong).statusCode()).isEqualTo(422);
            Map<String, String> right =
                    Map.of("old", PASSWORD, "password", "vườn cau sau nhà", "again", "vườn cau sau nhà");
            assertThat(Visit.to(here.post("/account/password", right))).isEqualTo("/account?done=password");
            assertThat(here.get("/account").body()).contains("Password set");
            assertThat(elsewhere.get("/account").statusCode()).isEqualTo(302);
            assertThat(set(new Visit(root), code, "một mật khẩu khác").statusCode())
                    .as("a code on paper from before")
                    .isEqualTo(422);
        }
    }

    @Nested
    class A_program {
        @Test
        void acts_with_a_token_without_cookies_and_never_with_a_second_factor() {
            Account administrator = person("admin1", Role.ADMINISTRATOR);
            school.app(administrator);
            Visit visit = new Visit(root);
            enter(visit, "admin1", PASSWORD);
            visit.get("/sign-in/code");
            visit.post("/sign-in/code", Map.of("code", AppCode.now(0)));
            visit.get("/account/programs");
            String token = Pattern.compile("mat_[\\w-]+")
                    .matcher(visit.post("/account/programs", Map.of("name", "backup", "days", "30"))
                            .body())
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group();
            String[] bearer = {"Authorization", "Bearer " + token};
            Visit program = new Visit(root);
            HttpResponse<String> opened = program.json(
                    "POST", "/api/v1/people", "{\"login\":\"made.by.program\",\"name\":\"Lê Văn An\"}", bearer);
            assertThat(opened.statusCode()).isEqualTo(201);
            assertThat(opened.body()).contains("oneTimeCode");
            HttpResponse<String> refused = program.json(
                    "POST", "/api/v1/people/" + person("colleague2").id() + "/reset", "{}", bearer);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("urn:matricula:problem:second-factor-needed");
            assertThat(program.get("/people", bearer).statusCode())
                    .as("a token opens no page")
                    .isEqualTo(302);
            String id = Pattern.compile("/account/programs/([\\w-]+)/end")
                    .matcher(visit.get("/account/programs").body())
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            visit.post("/account/programs/" + id + "/end", Map.of());
            assertThat(program.get("/api/v1/people", bearer).statusCode()).isEqualTo(401);
        }

        @Test
        void is_refused_in_the_words_of_the_page() {
            person("admin2", Role.ADMINISTRATOR);
            Visit visit = new Visit(root);
            enter(visit, "admin2", PASSWORD);
            visit.get("/people/open");
            HttpResponse<String> refused = visit.json(
                    "POST", "/api/v1/people", "{\"login\":\"admin2\",\"name\":\"\"}", "Accept-Language", "ru");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(refused.body()).contains("Логин admin2 занят").contains("urn:matricula:problem:name-missing");
            assertThat(visit.json("POST", "/api/v1/people", "[]").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void a_grid_whose_session_ended_goes_on_after_a_sign_in_in_another_tab() {
        Account account = person("admin3", Role.ADMINISTRATOR);
        Visit browser = new Visit(root);
        enter(browser, "admin3", PASSWORD);
        browser.get("/people/open"); // the grid's page, with its token
        school.signOut(account);
        String body = "{\"login\":\"typed.before\",\"name\":\"Lê Văn An\"}";
        assertThat(browser.json("POST", "/api/v1/people", body).statusCode()).isEqualTo(401);
        browser.get("/sign-in");
        browser.post("/sign-in", Map.of("login", "admin3", "password", PASSWORD));
        assertThat(browser.json("POST", "/api/v1/people", body).statusCode())
                .as("with the token of the old page")
                .isEqualTo(201);
        assertThat(browser.get("/session").body()).contains("\"signedIn\":true").contains("X-CSRF-TOKEN");
    }
}
