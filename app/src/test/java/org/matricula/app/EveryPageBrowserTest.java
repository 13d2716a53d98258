package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.store.RecordStore;
import org.matricula.registry.signing.SealCertificates;

/// Pages that no story looks at closely: nobody is kept out, nothing sticks out, and the reader's language is spoken.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageBrowserTest {
    private String root = "";
    private final Map<String, Visit> people = new LinkedHashMap<>();
    private final Map<String, List<String>> pages = new LinkedHashMap<>();

    @BeforeAll
    void a_school_with_an_open_and_a_closed_class(RunningNode node) throws IOException {
        root = node.root();
        HoaSenSchool school = new HoaSenSchool(node, "22199915");
        ClassRoom open = school.enter("4A", 2);
        ClassRoom closed = school.enter("4B", 2);
        school.close(closed);
        UUID book =
                school.get(RecordStore.class).ofClass(closed.id()).getFirst().id();
        Actor office = school.person("Đỗ Thị Vân", Role.OFFICE, Optional.empty(), Optional.empty());
        Actor administrator = school.person("Hoàng Quốc Trị", Role.ADMINISTRATOR, Optional.empty(), Optional.empty());
        SignedInPeople doors = new SignedInPeople(node);
        people.put("principal", doors.strong(school.principal()));
        people.put("office", doors.strong(office));
        people.put("administrator", doors.strong(administrator));
        people.put("teacher", doors.strong(school.teacherOf("MATHEMATICS")));
        pages.put(
                "",
                List.of(
                        "/",
                        "/sign-in",
                        "/welcome",
                        "/verify/items",
                        "/verify/nowhere",
                        "/guide",
                        "/guide/principal",
                        "/law",
                        "/api"));
        pages.put(
                "principal",
                List.of(
                        "/board",
                        "/classes/" + open.id() + "/approve",
                        "/classes/" + closed.id() + "/close",
                        "/classes/" + closed.id() + "/codes",
                        "/books/" + book,
                        "/books/" + book + "/recall",
                        "/books/" + book + "/family",
                        "/corrections",
                        "/corrections/" + SentNotes.note(school, book),
                        "/classes/window",
                        "/people/keys",
                        "/journal",
                        "/check"));
        pages.put(
                "office",
                List.of(
                        "/office",
                        "/office/windows",
                        "/office/numbers",
                        "/office/intake/pupils",
                        "/office/intake/teaching"));
        UUID seal = school.get(SealCertificates.class)
                .of(school.school().id())
                .getFirst()
                .id();
        pages.put(
                "administrator",
                List.of(
                        "/people",
                        "/people/open",
                        "/people/" + office.id(),
                        "/board",
                        "/certificates",
                        "/certificates/declare",
                        "/certificates/" + seal + "/withdraw",
                        "/certificates/" + seal + "/revoke"));
        pages.put(
                "teacher",
                List.of(
                        "/classes",
                        "/classes/" + open.id() + "/subjects/MATHEMATICS/upload",
                        "/account",
                        "/account/password",
                        "/account/programs",
                        "/account/second-factor",
                        "/account/strong"));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"en, 1280", "vi, 390", "kk, 390", "ru, 1280"})
    void every_page_is_without_a_barrier(String language, int width) {
        List<String> flaws = new ArrayList<>();
        pages.forEach((who, paths) -> {
            try (BrowserContext window = who.isEmpty()
                    ? Chromium.window(language, width)
                    : Chromium.window(Chromium.screen(language, width), root, people.get(who))) {
                Page page = window.newPage();
                for (String path : paths) {
                    page.navigate(root + path);
                    flaws.addAll(Chromium.flaws(
                            page,
                            "every" + path.replaceAll("[0-9a-f-]{36}", "id").replace('/', '-')));
                }
            }
        });
        assertThat(flaws).isEmpty();
    }
}
