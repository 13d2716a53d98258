package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the assembled server answers to requests that no page takes.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
class FaultPagesTest {
    private static int port;

    @BeforeAll
    static void the_server_runs(RunningNode node) {
        port = node.port();
    }

    private static String answer(String request) throws IOException {
        return answer(request, 0);
    }

    private static String answer(String request, int body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((request.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(new byte[body]);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_file_that_is_too_large_is_refused_in_words_and_not_by_a_broken_line() throws IOException {
        assertThat(answer("""
                POST /verify HTTP/1.1
                Host: x
                Accept-Language: vi
                Connection: close
                Content-Type: multipart/form-data; boundary=edge
                Content-Length: 35000000
                """, 35_000_000))
                .startsWith("HTTP/1.1 413")
                .contains("<html lang=\"vi\">", "32 MB")
                .doesNotContain("Exception");
    }

    @Test
    void what_no_person_types_is_turned_away_and_is_no_fault_of_ours() throws IOException {
        for (String query : List.of("q=%00", "q=a%ED%A0%80", "%00=a", "q=%zz")) {
            assertThat(answer("GET /sign-in?" + query + " HTTP/1.1\nHost: x\nConnection: close\n"))
                    .as(query)
                    .startsWith("HTTP/1.1 400")
                    .contains("<html lang=\"en\">")
                    .doesNotContain("Exception");
        }
        assertThat(answer("GET /api/v1/people?at=%00 HTTP/1.1\nHost: x\nConnection: close\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @Test
    void an_address_nobody_has_is_refused_in_words_for_people_and_for_programs() throws IOException {
        assertThat(answer("GET /verify/nowhere HTTP/1.1\nHost: x\nAccept-Language: kk\nConnection: close\n"))
                .startsWith("HTTP/1.1 404")
                .contains("<html lang=\"kk\">", "Мұндай бет жоқ");
        assertThat(answer("GET /verify/nowhere HTTP/1.1\nHost: x\nAccept: application/json\nConnection: close\n"))
                .startsWith("HTTP/1.1 404")
                .contains("application/problem+json", "\"title\":\"There is no such page\"");
    }

    @Test
    void an_address_outside_the_open_pages_asks_a_stranger_to_sign_in_whether_there_is_a_page_or_not()
            throws IOException {
        assertThat(answer("GET /nowhere HTTP/1.1\nHost: x\nConnection: close\n"))
                .startsWith("HTTP/1.1 302")
                .contains("Location: /sign-in?back=%2Fnowhere");
        assertThat(answer("GET /nowhere HTTP/1.1\nHost: x\nAccept: application/json\nConnection: close\n"))
                .startsWith("HTTP/1.1 401")
                .contains("application/problem+json");
    }

    @Test
    void the_wrong_method_is_refused_in_words_and_says_which_are_right() throws IOException {
        assertThat(answer("DELETE /design HTTP/1.1\nHost: x\nConnection: close\n"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: ", "This cannot be done here");
    }
}
