package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What a stranger gets at every address that the node has: nothing, but for those that are named here.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {
    /// Everybody's: the law, verification, the way in, and what the server says of itself.
    private static final List<String> OPEN = List.of(
            "/",
            "/verify",
            "/v",
            "/law",
            "/log",
            "/witness",
            "/design",
            "/guide",
            "/api",
            "/api/openapi.json",
            "/api/openapi.yaml",
            "/api/docs",
            "/api/v1/decisions",
            "/api/v1/verify",
            "/api/v1/log",
            "/health",
            "/pki", // what programs ask a certificate authority
            "/metrics", // it looks by itself at where a machine comes from, see OpsTest
            "/s",
            "/sign-in",
            "/sign-out",
            "/session",
            "/welcome",
            "/demo",
            "/first-run",
            "/error");

    private static final String[] A_BROWSER = {"Accept", "text/html,application/xhtml+xml", "Sec-Fetch-Mode", "navigate"
    };

    private String root = "";
    private final Set<Address> addresses = new TreeSet<>();

    /// An address with something in place of each variable.
    private record Address(String method, String path) implements Comparable<Address> {
        boolean open() {
            return OPEN.stream()
                    .anyMatch(open ->
                            path.equals(open) || !List.of("/", "/api").contains(open) && path.startsWith(open + "/"));
        }

        @Override
        public int compareTo(Address other) {
            return (path + method).compareTo(other.path + other.method);
        }
    }

    @BeforeAll
    void a_node(RunningNode node) {
        root = node.root();
        node.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(this::note);
    }

    private void note(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
            String path = pattern.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "01990000-0000-7000-8000-0000000000ff")
                    .replaceAll("\\*+", "anything");
            (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                    .forEach(method -> addresses.add(new Address(method.name(), path)));
        }
    }

    @Test
    void the_addresses_that_are_everybody_s_are_there() {
        assertThat(addresses).hasSizeGreaterThan(100);
        assertThat(addresses.stream().filter(each -> !each.open())).hasSizeGreaterThan(70);
    }

    private List<Address> shut() {
        return addresses.stream().filter(each -> !each.open()).toList();
    }

    private static HttpResponse<String> ask(Visit visit, Address address, String... headers) {
        return address.method().equals("GET")
                ? visit.get(address.path(), headers)
                : visit.json(address.method(), address.path(), "{}", headers);
    }

    @Test
    void a_person_is_led_to_the_sign_in_and_back() {
        Visit visit = new Visit(root);
        visit.get("/sign-in"); // a form of the node's own, with the token that every visitor has
        List<Address> pages =
                shut().stream().filter(each -> !each.path().startsWith("/api/")).toList();
        assertThat(pages).allSatisfy(address -> {
            HttpResponse<String> answer = address.method().equals("GET")
                    ? visit.get(address.path(), A_BROWSER)
                    : visit.post(address.path(), Map.of(), A_BROWSER);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(Visit.to(answer)).startsWith("/sign-in");
            assertThat(answer.body()).isEmpty();
        });
    }

    @Test
    void a_program_is_told_so() {
        Visit visit = new Visit(root);
        visit.get("/sign-in");
        assertThat(shut()).allSatisfy(address -> {
            HttpResponse<String> answer = ask(visit, address, "X-Requested-With", "fetch");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("urn:matricula:problem:sign-in");
        });
    }

    @Test
    void a_token_that_nobody_was_given_opens_nothing() {
        Visit visit = new Visit(root);
        assertThat(shut())
                .allSatisfy(address -> assertThat(
                                ask(visit, address, "Authorization", "Bearer mat_guessed", "X-Requested-With", "fetch")
                                        .statusCode())
                        .isEqualTo(401));
    }

    @Test
    void an_address_that_is_not_there_looks_like_one_that_is() {
        assertThat(Visit.to(new Visit(root).get("/classes/of/somebody/else", A_BROWSER)))
                .startsWith("/sign-in");
    }
}
