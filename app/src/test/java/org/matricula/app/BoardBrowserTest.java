package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.flows.SignSubject;
import org.matricula.registry.records.store.RecordStore.Kept;

/// The principal's pages in a real browser, in each language, wide and narrow.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
class BoardBrowserTest {
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    private static HoaSenSchool school;
    private static SignedInPeople people;
    private static String address = "";

    @BeforeAll
    static void a_school_in_may(RunningNode node) throws IOException {
        address = node.root();
        school = new HoaSenSchool(node, "22199902");
        ClassRoom entered = school.enter("4C", 4);
        node.done(school.get(SignSubject.class)
                .run(school.teacherOf("MUSIC"), entered, "MUSIC", school.key(school.teacherOf("MUSIC"))));
        ClassRoom waiting = school.enter("4B", 3);
        school.homeroomSigns(waiting);
        ClassRoom approved = school.enter("4D", 2);
        school.approve(approved);
        ClassRoom closed = school.enter("4A", 4);
        school.close(closed);
        PAGES.put("board", "/board");
        PAGES.put("board-closed", "/board?show=closed");
        PAGES.put("approve", "/classes/" + waiting.id() + "/approve");
        PAGES.put("close", "/classes/" + approved.id() + "/close");
        PAGES.put("close-files", "/classes/" + closed.id() + "/close");
        PAGES.put("close-codes", "/classes/" + closed.id() + "/codes");
        PAGES.put("book-draft", "/books/" + book(waiting));
        PAGES.put("book", "/books/" + book(closed));
        PAGES.put("recall", "/books/" + book(closed) + "/recall");
        people = new SignedInPeople(node);
    }

    private static UUID book(ClassRoom room) {
        return school.in(now -> school.get(ClassRecords.class).look(room, now))
                .getFirst()
                .kept()
                .map(Kept::id)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "vi, 1280", "vi, 390", "kk, 1280", "kk, 390", "ru, 1280", "ru, 390"})
    void the_principal_s_pages_are_without_a_barrier_and_nothing_sticks_out(String language, int width) {
        List<String> wrong = new ArrayList<>();
        try (BrowserContext context =
                Chromium.window(Chromium.screen(language, width), address, people.plain(school.principal()))) {
            Page page = context.newPage();
            PAGES.forEach((name, path) -> {
                page.navigate(address + path);
                wrong.addAll(Chromium.flaws(page, "principal-" + name));
            });
        }
        assertThat(wrong).isEmpty();
    }
}
