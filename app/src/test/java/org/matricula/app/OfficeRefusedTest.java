package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.intake.store.IntakeStore;

/// What a clerk reads whose file is not even looked at.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeRefusedTest {
    private HoaSenSchool school;
    private Visit clerk;

    @BeforeAll
    void a_clerk(RunningNode node) throws IOException {
        school = new HoaSenSchool(node, "22199928");
        clerk = new SignedInPeople(node)
                .plain(school.person("Đỗ Thị Vân", Role.OFFICE, Optional.empty(), Optional.empty()));
    }

    private void nothing_is_kept() {
        assertThat(school.get(IntakeStore.class).newest(school.school().id(), 5))
                .isEmpty();
        assertThat(school.get(Journal.class)
                        .aboutInstitution(school.school().id(), Set.of(Journal.Kind.REFUSED), Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(line -> assertThat(line.details()).containsEntry("reason", "NothingChosen"));
    }

    @Test
    void without_a_file_is_asked_for_one_at_its_field() {
        clerk.get("/office/intake/pupils?year=2025-2026");
        for (HttpResponse<String> answer : List.of(
                clerk.post("/office/intake/pupils", Map.of("year", "2025-2026")),
                clerk.bring("/office/intake/pupils", Map.of("year", "2025-2026"), "file", new byte[0]))) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Choose a file first: XLSX or CSV.", "href=\"#f-file\"");
        }
        nothing_is_kept();
    }

    @Test
    void a_program_that_sends_nothing_is_told_so() {
        clerk.get("/office/intake/pupils?year=2025-2026");
        HttpResponse<String> answer = clerk.json("POST", "/api/v1/intake/pupils?year=2025-2026", "");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("urn:matricula:problem:nothing-chosen", "Choose a file first");
        nothing_is_kept();
    }
}
