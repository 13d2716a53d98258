package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.app.demo.DemoData;
import org.matricula.app.demo.DemoLogins;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.store.NoteStore;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.store.ClosingStore;
import org.matricula.registry.records.store.RecordStore.Kept;
import org.matricula.registry.verification.TrustFile;
import org.matricula.verifier.State;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The demo school on a fresh folder.
@Tag("node")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoSchoolTest {
    private ConfigurableApplicationContext server;
    private final List<String> told = new ArrayList<>();

    private Path folder = Path.of("");

    @BeforeAll
    void the_school_is_made(@TempDir Path data) {
        folder = data;
        server = Server.start("127.0.0.1", 0, data);
        server.getBean(DemoData.class).load(told::add);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Institution school() {
        return server.getBean(Institutions.class)
                .byCode("22145678", now().date())
                .orElseThrow();
    }

    private Moment now() {
        return new Moment(Instant.now(), java.time.ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private ClassRoom room(String name) {
        return server.getBean(Gradebook.class)
                .named(school().id(), "2025-2026", name)
                .orElseThrow();
    }

    private Map<RecordState, Long> states(String room) {
        return new TransactionTemplate(server.getBean(PlatformTransactionManager.class))
                .execute(_ -> server.getBean(ClassRecords.class).look(room(room), now()).stream()
                        .collect(Collectors.groupingBy(record -> record.state(), TreeMap::new, Collectors.counting())));
    }

    @Test
    void shows_at_the_sign_in_where_its_logins_are() throws IOException, InterruptedException {
        String page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                        + server.getEnvironment().getProperty("local.server.port") + "/sign-in"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(page).contains("<a href=\"/demo\">");
    }

    @Test
    void has_a_class_in_every_state() {
        assertThat(states("1A")).containsOnlyKeys(RecordState.DRAFT);
        assertThat(states("2A")).containsOnlyKeys(RecordState.DRAFT);
        assertThat(states("2B")).containsOnlyKeys(RecordState.ENTERED);
        assertThat(states("3A")).containsOnlyKeys(RecordState.ENTERED);
        assertThat(states("3B")).containsEntry(RecordState.DRAFT, 1L).containsKey(RecordState.ENTERED);
        assertThat(states("4A")).containsExactly(Map.entry(RecordState.SUBJECT_SIGNED, 35L));
        assertThat(states("4B")).containsExactly(Map.entry(RecordState.CLOSED, 20L));
        assertThat(states("5A")).containsExactly(Map.entry(RecordState.APPROVED, 18L));
        assertThat(server.getBean(NoteStore.class).waiting(List.of(room("2B").id())))
                .hasSize(1);
    }

    @Test
    void has_issued_books_that_are_genuine_in_both_formats() {
        List<UUID> ids = new TransactionTemplate(server.getBean(PlatformTransactionManager.class))
                .execute(_ -> server.getBean(ClassRecords.class).look(room("4B"), now()).stream()
                        .map(record -> record.kept().map(Kept::id).orElseThrow())
                        .limit(2)
                        .toList());
        for (UUID id : ids) {
            for (byte[] file : List.of(
                    server.getBean(ClosingStore.class).xml(id).orElseThrow(),
                    server.getBean(ClosingStore.class).pdf(id).orElseThrow())) {
                assertThat(server.getBean(TrustFile.class)
                                .verifier()
                                .verify(file, Instant.now().plusSeconds(5))
                                .state())
                        .isEqualTo(State.GENUINE);
            }
        }
    }

    @Test
    void is_made_once() {
        told.clear();
        server.getBean(DemoData.class).load(told::add);
        assertThat(told).isEmpty();
    }

    @Test
    void is_carried_to_its_end_after_a_fall_and_nothing_is_done_twice() throws IOException {
        Files.writeString(folder.resolve("demo-school"), "begun\n"); // as if the node had fallen before the last line
        Map<RecordState, Long> before = states("4B");
        server.getBean(DemoData.class).load(told::add);
        assertThat(states("4B")).isEqualTo(before);
        assertThat(server.getBean(DemoData.class).logins().orElseThrow().people())
                .hasSize(17);
        assertThat(server.getBean(NoteStore.class).waiting(List.of(room("2B").id())))
                .hasSize(1);
    }

    @Test
    void tells_who_can_sign_in() {
        DemoLogins logins = server.getBean(DemoData.class).logins().orElseThrow();
        assertThat(logins.people()).hasSize(17);
        assertThat(logins.table())
                .contains("hieutruong")
                .contains("hoa.nt")
                .contains(DemoLogins.PASSWORD)
                .doesNotContain("null");
    }

    @Test
    void has_two_universities_beside_it() {
        assertThat(server.getBean(Institutions.class).all(now().date()))
                .extracting(Institution::code)
                .contains("DHHA", "DHBS");
    }
}
