package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.registry.accounts.FirstRun;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// A register that was started empty waits for its first person, once.
@Tag("node")
class FirstRunTest {
    private static ConfigurableApplicationContext server;
    private static String root = "";

    @BeforeAll
    static void an_empty_register(@TempDir Path data) {
        server = Server.start("127.0.0.1", 0, data, true);
        root = "http://127.0.0.1:"
                + ((WebServerApplicationContext) server).getWebServer().getPort();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    private static Map<String, String> form(String code, String... changed) {
        Map<String, String> form = new HashMap<>(Map.of(
                "code", code,
                "country", "VN",
                "school", "Trường Tiểu học Bình Minh",
                "number", "22001234",
                "commune", "Phường Hồng Gai",
                "province", "Quảng Ninh",
                "name", "Trần Quốc Bảo",
                "login", "bao.tran",
                "password", "vườn cau sau nhà",
                "again", "vườn cau sau nhà"));
        for (int i = 0; i < changed.length; i += 2) {
            form.put(changed[i], changed[i + 1]);
        }
        return form;
    }

    @Test
    void leads_to_the_wizard_which_wants_the_code_of_the_screen_and_is_gone_afterwards() {
        Visit visit = new Visit(root);
        String code = server.getBean(FirstRun.class).code().orElseThrow();
        assertThat(Visit.to(visit.get("/"))).isEqualTo("/first-run");
        assertThat(Visit.to(visit.get("/sign-in"))).isEqualTo("/first-run");
        assertThat(visit.get("/first-run").body()).contains("Set up this register");
        HttpResponse<String> wrong = visit.post("/first-run", form("AAAA-AAAA-AAAA"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("not the code on the screen").contains("Trường Tiểu học Bình Minh");
        HttpResponse<String> unfinished = visit.post("/first-run", form(code, "school", "", "password", "short"));
        assertThat(unfinished.statusCode()).isEqualTo(422);
        assertThat(unfinished.body()).contains("Type the name of the school").contains("fewer than 10 characters");
        HttpResponse<String> done = visit.post("/first-run", form(code));
        assertThat(Visit.to(done)).isEqualTo("/people?done=first");
        assertThat(visit.get("/people?done=first").body())
                .contains("open an account for the principal")
                .contains("Trần Quốc Bảo")
                .contains("Administrator");
        assertThat(new Visit(root).get("/").statusCode()).isEqualTo(200);
        assertThat(visit.get("/first-run").statusCode()).isEqualTo(404);
        assertThat(visit.post("/first-run", form(code)).statusCode()).isEqualTo(404);
        assertThat(server.getBean(FirstRun.class).code()).isEmpty();
    }
}
