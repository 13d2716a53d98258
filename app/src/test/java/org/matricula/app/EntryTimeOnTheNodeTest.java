package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The time in which results are entered, set on its page.
@Tag("node")
@ExtendWith(RunningNode.Shared.class)
class EntryTimeOnTheNodeTest {
    @Test
    void a_class_that_is_not_there_does_not_stand_for_all_classes(RunningNode node) throws IOException {
        HoaSenSchool school = new HoaSenSchool(node, "22199916");
        school.enter("4A", 3);
        Visit principal = new SignedInPeople(node).plain(school.principal());
        principal.get("/classes/window");
        Map<String, String> typed = Map.of(
                "of",
                "01a20512-0000-7000-8000-000000000000",
                "opens",
                "2031-05-20T08:00",
                "closes",
                "2031-05-30T17:00");
        HttpResponse<String> set = principal.post("/classes/window", typed);
        assertThat(set.statusCode()).isEqualTo(422);
        assertThat(set.body()).contains("Choose a class from the list");
        assertThat(principal.get("/classes").body()).doesNotContain("2031");
    }
}
