package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.matricula.registry.records.FamilyStep;
import org.matricula.registry.records.FamilyTree;
import org.matricula.registry.records.FamilyTree.Member;
import org.matricula.registry.verification.spi.Family;

/// The family of a document: what was issued under one number, and what happened to it.
class FamilyTest extends PublicVisitor {
    FamilyTest() {
        super("22199943");
    }

    private String familyOf(ClosedClass.Paper of) {
        Matcher link = Pattern.compile("/verify/family/[\\w-]+")
                .matcher(form(items(of)).body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> page = get(link.group());
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    @Test
    void has_one_number_and_for_each_step_its_day_its_ground_and_its_order() {
        List<Member> members = office.get(FamilyTree.class).of(recalled.number());
        assertThat(members).singleElement().satisfies(member -> {
            assertThat(member.stands()).isFalse();
            assertThat(member.steps())
                    .extracting(FamilyStep::kind)
                    .containsExactly(FamilyStep.Kind.ISSUED, FamilyStep.Kind.RECALLED);
            assertThat(member.steps().getLast().ground()).isEqualTo("Sai họ tên học sinh");
            assertThat(member.steps().getLast().order()).isEqualTo("15/CV-PGDĐT");
        });
        assertThat(office.get(FamilyTree.class).of(superseded.number()))
                .extracting(Member::version)
                .containsExactly(1, 2);
    }

    @Test
    void is_shown_to_who_holds_one_version_with_the_files_of_that_one_only() {
        String page = familyOf(superseded);
        assertThat(page).contains("Version 1", "Version 2", "Issued in place of the earlier version");
        Matcher files = Pattern.compile("/verify/copy/[\\w-]+/xml").matcher(page);
        assertThat(files.find()).isTrue();
        assertThat(send(HttpRequest.newBuilder(office.at(files.group())), BodyHandlers.ofByteArray())
                        .body())
                .isEqualTo(superseded.xml());
        assertThat(files.find()).isFalse();
        assertThat(familyOf(recalled)).contains("Order 15/CV-PGDĐT", "Sai họ tên học sinh", "no longer in force");
    }

    @Test
    void is_not_shown_without_a_pass() {
        assertThat(get("/verify/family/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void has_the_same_words_inside_and_outside() {
        assertThat(Arrays.stream(FamilyStep.Kind.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Arrays.stream(Family.Kind.values()).map(Enum::name).toList());
    }
}
