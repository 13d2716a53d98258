package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A school closes class 1B as people do it together, each in a browser of his or her own: the office, three teachers,
/// two who may act as principal, and a guardian who only has a paper. What goes wrong on such a day goes wrong here
/// too.
///
/// The steps follow each other; when one fails, those after it are not tried.
@Tag("browser")
@ExtendWith(StepByStep.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FivePeopleStoryBrowserTest {
    private static final int PUPILS = 4;
    private static final List<String> NGAS = List.of("PHYSICAL_EDUCATION", "MUSIC", "FINE_ARTS");
    private static final List<String> NHUNGS =
            List.of("VIETNAMESE", "ETHICS", "NATURE_AND_SOCIETY", "EXPERIENTIAL_ACTIVITIES");

    private final Map<String, String> slips = new HashMap<>();
    private StorySchool school;
    private StoryPapers papers;
    private StoryPerson office;
    private StoryPerson lan;
    private StoryPerson nga;
    private StoryPerson nhung;
    private StoryPerson principal;
    private StoryPerson deputy;
    private Path data = Path.of("");
    private StoryBook book;

    @BeforeAll
    void a_school_with_an_office_and_two_principals(@TempDir Path folder) throws IOException {
        data = folder;
        papers = new StoryPapers(PUPILS);
        school = new StorySchool(folder);
        office = school.person();
        lan = school.person();
        nga = school.person();
        nhung = school.person();
        principal = school.person();
        deputy = school.person();
    }

    @AfterAll
    void everybody_goes_home() {
        school.close();
    }

    @Test
    @Order(1)
    void the_office_is_shown_each_bad_cell_of_its_list_and_nothing_is_imported() {
        office.signIn("vanphong", Newcomers.PASSWORD);
        office.go("/office/intake/pupils?year=" + StorySchool.YEAR);
        office.brings(papers.badPupilList());
        office.sees("#errors", "D2");
        office.sees("#errors", "E3");
        office.seesNo("form[action$='/apply']");
        office.findsNoFlaw("story-1-bad-list");
        assertThat(school.count("directory.pupil")).isZero();
    }

    @Test
    @Order(2)
    void the_office_imports_pupils_and_teachers_and_opens_the_entry_window() {
        office.go("/office/intake/pupils?year=" + StorySchool.YEAR);
        office.brings(papers.pupilList());
        office.presses("form[action$='/apply'] button");
        office.sees("Imported");
        office.go("/office/intake/teaching?year=" + StorySchool.YEAR);
        office.brings(papers.teachingList());
        office.presses("form[action$='/apply'] button");
        office.press("form[action$='/codes'] button");
        office.sees(3, ".slip");
        Chromium.screenshot(office.page(), "story-2-slips");
        office.page()
                .locator(".slip")
                .all()
                .forEach(slip -> slips.put(
                        slip.locator("strong").innerText(),
                        slip.locator("dd").nth(2).innerText().strip()));
        office.go("/office/windows?year=" + StorySchool.YEAR);
        office.page().fill("#f-opens", "2020-09-05T07:00");
        office.page().fill("#f-closes", "2099-05-31T17:00");
        office.press("form[action='/office/windows'] button");
        office.sees(".banner", "");
        assertThat(school.subjects())
                .containsExactlyInAnyOrderElementsOf(Stream.of(List.of("MATHEMATICS"), NGAS, NHUNGS)
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    @Order(3)
    void everybody_who_signs_comes_and_gets_ready() {
        lan.comesWith(slips.get(StoryPapers.MATHEMATICIAN));
        nga.comesWith(slips.get(StoryPapers.ARTIST));
        nhung.comesWith(slips.get(StoryPapers.HOMEROOM));
        principal.signIn("hieutruong", Newcomers.PASSWORD);
        deputy.signIn("phohieutruong", Newcomers.PASSWORD);
        List.of(lan, nga, nhung, principal, deputy).forEach(StoryPerson::getsReadyToSign);
    }

    @Test
    @Order(4)
    void a_subject_teacher_enters_by_keyboard_pastes_a_block_and_loses_nothing_when_the_connection_drops() {
        lan.opensGrid(school.grid("MATHEMATICS"));
        lan.field(0, 0).focus();
        lan.types("t", "Tab");
        lan.window().setOffline(true);
        lan.types("10", "Tab");
        lan.types("Nhận dạng tốt các hình", "Enter");
        lan.sees("#grid-state", "no connection");
        lan.window().setOffline(false);
        GridSchool.saved(lan.page());
        lan.field(1, 0).focus();
        lan.pastes("T\t8\tCộng, trừ nhanh\nT\t10\tĐếm thành thạo\nT\t11\tCộng, trừ chính xác");
        lan.sees(1, "#grid td.failed");
        Chromium.screenshot(lan.page(), "story-4-grid");
        lan.field(3, 1).focus();
        lan.types("9", "Enter");
        PlaywrightAssertions.assertThat(lan.page().locator("#grid-count")).hasText("✓");
        GridSchool.saved(lan.page());
    }

    @Test
    @Order(5)
    void other_teachers_upload_a_sheet_and_see_what_it_would_change() {
        for (String subject : NGAS) {
            nga.uploads(papers.classSheet(), school.grid(subject));
        }
        for (String subject : NHUNGS) {
            nhung.uploads(papers.classSheet(), school.grid(subject));
        }
    }

    @Test
    @Order(6)
    void the_homeroom_teacher_rates_qualities_and_competences() {
        nhung.opensGrid(school.of("homeroom"));
        int patriotism = (Integer) nhung.page()
                .evaluate("[...document.querySelectorAll('#grid tbody tr:first-child td')]"
                        + ".findIndex(cell => cell.dataset.column.endsWith('PATRIOTISM'))");
        for (int row = 0; row < PUPILS; row++) {
            nhung.field(row, patriotism).focus();
            nhung.types("t", "Enter");
        }
        GridSchool.saved(nhung.page());
        nhung.uploads(papers.classSheet(), school.of("homeroom"));
    }

    @Test
    @Order(7)
    void a_wrong_pin_signs_nothing_and_the_right_one_signs_the_class_in_one_act() {
        lan.go(school.sign("MATHEMATICS"));
        lan.typesPin("not my pin");
        lan.sees(".errors", "4");
        lan.typesPin(StoryPerson.PIN);
        lan.seesItDone("4 of 4");
        Chromium.screenshot(lan.page(), "story-7-signed");
    }

    @Test
    @Order(8)
    void the_principal_sees_who_is_missing() {
        principal.go("/board");
        principal.press("#classes details summary");
        principal.sees(StoryPapers.ARTIST);
        principal.sees(StoryPapers.HOMEROOM);
        assertThat(principal.page().locator("#classes details").first().innerText())
                .doesNotContain(StoryPapers.MATHEMATICIAN);
        principal.findsNoFlaw("story-8-board");
    }

    @Test
    @Order(9)
    void work_that_was_interrupted_is_told_while_one_watches_and_resumed_on_the_page() {
        UUID work = school.begun("nga.vt", "MUSIC", PUPILS);
        nga.go("/work/" + work);
        nga.sees("#bar", "0 of 4");
        school.interrupt(work);
        nga.sees(".note.bad", "The register was restarted");
        Chromium.screenshot(nga.page(), "story-9-interrupted");
        nga.press("#work a.button");
        nga.typesPin(StoryPerson.PIN);
        nga.seesItDone("4 of 4");
        for (String subject : List.of("PHYSICAL_EDUCATION", "FINE_ARTS")) {
            nga.signs(school.sign(subject));
        }
        for (String subject : NHUNGS) {
            nhung.signs(school.sign(subject));
        }
    }

    @Test
    @Order(10)
    void the_homeroom_teacher_reads_the_results_with_their_clauses_and_returns_a_block() {
        nhung.go(school.of("result"));
        nhung.sees("excellent");
        nhung.press("#results details summary");
        PlaywrightAssertions.assertThat(
                        nhung.page().locator("#results details[open] a.code").first())
                .hasAttribute("href", Pattern.compile("/law/.+"));
        nhung.findsNoFlaw("story-10-result");
        nhung.press("a[href$='/result/return/MATHEMATICS']");
        nhung.page().selectOption("#f-pupil", new SelectOption().setIndex(1));
        nhung.page().fill("#f-words", "Nhận xét của em còn ngắn, nhờ cô viết thêm.");
        nhung.presses("main form button[type=submit]");
        nhung.sees(".banner", "");
    }

    @Test
    @Order(11)
    void the_teacher_corrects_is_told_of_the_voided_signature_and_signs_again() {
        lan.opensGrid(school.grid("MATHEMATICS"));
        lan.sees(".grid-note", "nhờ cô viết thêm");
        lan.field(0, 2).focus();
        lan.types("Nhận dạng tốt các hình; biết xem giờ đúng.", "Enter");
        GridSchool.saved(lan.page());
        lan.presses("form[action$='/settled'] button");
        lan.go(school.sign("MATHEMATICS"));
        lan.sees("3 signed");
        PlaywrightAssertions.assertThat(lan.page().locator("#results tbody tr").first())
                .containsText(Pattern.compile("void|no longer", Pattern.CASE_INSENSITIVE));
        Chromium.screenshot(lan.page(), "story-11-voided");
        lan.typesPin(StoryPerson.PIN);
        lan.seesItDone("1 of 1");
    }

    @Test
    @Order(12)
    void the_homeroom_teacher_confirms_and_signs() {
        nhung.go(school.of("result"));
        nhung.typesPin(StoryPerson.PIN);
        nhung.seesItDone("4 of 4");
    }

    @Test
    @Order(13)
    void a_deputy_whom_the_records_do_not_name_is_told_so_and_asked_for_no_pin() {
        deputy.go(school.of("approve"));
        deputy.sees("The records name Hoàng Thị Bích Liên here");
        PlaywrightAssertions.assertThat(deputy.page().locator("#f-pin")).hasCount(0);
        Chromium.screenshot(deputy.page(), "story-13-not-named");
        principal.go(school.of("approve"));
        principal.sees("4 of 4");
    }

    @Test
    @Order(14)
    void the_principal_opens_a_book_as_it_will_print_and_approves_the_class_in_one_act() {
        principal.go(school.of("approve"));
        principal.press("#books tbody th a");
        principal.sees("This is a draft");
        byte[] draft = principal.downloads(principal.here() + ".pdf");
        assertThat(new String(draft, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        principal.findsNoFlaw("story-14-book");
        principal.go(school.of("approve"));
        principal.typesPin(StoryPerson.PIN);
        principal.seesItDone("4 of 4");
    }

    @Test
    @Order(15)
    void two_principals_press_seal_at_once_and_it_is_sealed_once() {
        List<StoryPerson> both = List.of(principal, deputy);
        both.forEach(each -> each.go(school.of("close")));
        principal.findsNoFlaw("story-15-close");
        both.forEach(each -> each.page()
                .evaluate("setTimeout(() => document.querySelector(\"form[action$='/close']\").requestSubmit(), 0)"));
        both.forEach(each -> PlaywrightAssertions.assertThat(each.page().locator("#bar, .note.warn a, h1 + .note"))
                .not()
                .hasCount(0));
        List<StoryPerson> begun =
                both.stream().filter(each -> each.here().startsWith("/work/")).toList();
        assertThat(begun).as("one of them began it; the other was told").hasSize(1);
        StoryPerson first = begun.getFirst();
        String work = first.here();
        first.go("/board"); // it goes on whether or not anybody watches
        first.go(work);
        first.seesItDone("4 of 4");
        for (String table : List.of("records.sealed", "records.issued", "transparency.leaf")) {
            assertThat(school.count(table)).as(table).isEqualTo(PUPILS);
        }
    }

    @Test
    @Order(16)
    void the_books_are_closed_and_both_files_are_genuine_to_the_stand_alone_verifier() throws IOException {
        book = StoryBook.ofTheFirstPupil(principal, school, PUPILS);
        book.isGenuine(data.resolve("demo-keys").resolve("trust.json"));
    }

    @Test
    @Order(17)
    void after_closing_nobody_changes_anything() {
        lan.opensGrid(school.grid("MATHEMATICS"));
        lan.sees(PUPILS, "#grid tbody tr.locked");
        assertThat((Boolean) lan.page()
                        .evaluate("[...document.querySelectorAll('#grid td input, #grid td textarea')]"
                                + ".every(field => field.readOnly)"))
                .isTrue();
        Chromium.screenshot(lan.page(), "story-17-closed");
        Locator first = lan.page().locator("#grid tbody tr").first();
        String before = lan.field(0, 1).inputValue();
        lan.sends("PATCH", school.marks(), """
                {"block": "MATHEMATICS", "changes": [
                    {"pupil": "%s", "column": "MATHEMATICS.test", "value": "3", "revision": %s}]}""".formatted(
                first.getAttribute("data-pupil"), first.locator("td").nth(1).getAttribute("data-revision")));
        lan.opensGrid(school.grid("MATHEMATICS"));
        PlaywrightAssertions.assertThat(lan.field(0, 1)).hasValue(before);
        lan.go(school.sign("MATHEMATICS"));
        lan.seesNo("#f-pin");
    }

    @Test
    @Order(18)
    void a_guardian_without_an_account_drops_the_file_and_is_told_that_it_is_genuine() {
        StoryPerson guardian = school.person("vi", 390);
        guardian.go("/");
        guardian.page().setInputFiles("#f-file", new FilePayload("hoc-ba.pdf", "application/pdf", book.pdf()));
        guardian.press("form[action='/verify'] button");
        guardian.sees(".verdict.good h1", "Thật");
        guardian.sees(papers.personalNumber());
        guardian.findsNoFlaw("story-18-genuine");
    }

    @Test
    @Order(19)
    void a_guardian_types_the_five_items_and_a_wrong_one_gives_one_generic_answer() {
        StoryPerson guardian = school.person("vi", 390);
        guardian.go("/v/" + book.lookup());
        assertThat(guardian.page().locator("main").innerText())
                .as("the code alone tells nothing of the pupil")
                .doesNotContain(papers.name());
        guardian.typesTheFiveItems(
                book.number(), papers.name(), papers.birthday(), papers.personalNumber(), "0000-0000");
        String wrongCode = guardian.page().locator(".verdict.warn").innerText();
        guardian.typesTheFiveItems(
                book.number(), "Nguyễn Không Ai", papers.birthday(), papers.personalNumber(), book.confirmation());
        assertThat(guardian.page().locator(".verdict.warn").innerText()).isEqualTo(wrongCode);
        guardian.typesTheFiveItems(
                book.number(), papers.name(), papers.birthday(), papers.personalNumber(), book.confirmation());
        guardian.sees(".verdict.good", "");
        guardian.sees(papers.personalNumber());
    }

    @Test
    @Order(20)
    void the_inspector_reads_everything_and_can_do_nothing() {
        StoryPerson inspector = school.person();
        inspector.signIn("thanhtra", Newcomers.PASSWORD);
        inspector.opensGrid(school.grid("MATHEMATICS"));
        PlaywrightAssertions.assertThat(inspector.field(0, 1)).hasValue("10");
        inspector.seesNo("#grid-save");
        inspector.go("/board");
        inspector.sees("1B");
        for (String page : List.of("approve", "close", "result")) {
            inspector.go(school.of(page));
            inspector.seesNo("#f-pin");
            inspector.seesNo("main form[method=post]");
        }
    }

    @Test
    @Order(21)
    void the_administrator_has_no_right_to_marks_or_signatures() {
        StoryPerson administrator = school.person();
        administrator.signIn("quantri", Newcomers.PASSWORD);
        assertThat(List.of("subjects/MATHEMATICS", "sign/MATHEMATICS", "result", "approve", "close"))
                .allMatch(page -> administrator.status(school.of(page)) == 403);
    }
}
