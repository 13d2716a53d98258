package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.matricula.app.demo.DemoData;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.gradebook.Gradebook;

/// The user guide does not lie: its pictures are taken here, on a walk through the demo school in both languages, and
/// every button or heading it quotes in bold stands on the page of the picture beside it.
///
/// With `-Dmatricula.pages=write` the pictures are written into the guide.
@Tag("browser")
class GuidePicturesBrowserTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide");
    /// The picture of the README: the board, as everybody understands it without a word.
    private static final Path README = Path.of("..", "docs", "images", "board.png");
    private static final Path TAKEN = Path.of("target", "guide");
    private static final List<String> LANGUAGES = List.of("vi", "en");
    private static final long MOST_BYTES = 3_000_000;
    private static final String YEAR = "2025-2026";
    private static final String HEAD = "STT,Lớp,Họ và tên,Mã định danh,Ngày sinh,Giới tính,Dân tộc\n";
    private static final String FAULTY = HEAD
            + "1,1A,Lê Đức Bách,02221901834,25/10/2019,Nam,Kinh\n"
            + "2,9Z,Nguyễn Tuệ Châu,022319026265,31/02/2019,Nữ,Kinh\n";

    /// Who goes the whole way in which class, so that both languages find it as it was.
    ///
    /// @param subject what is still to be signed by somebody else than the homeroom teacher
    private record Cast(String room, String homeroom, String subjectRoom, String subject, String teacher) {}

    private static final Map<String, Cast> CASTS = Map.of(
            "vi", new Cast("4A", "hoa.nt", "3A", "MUSIC", "nga.dt"),
            "en", new Cast("3A", "lien.nt", "2B", "FINE_ARTS", "tranh.ht"));

    private static RunningNode node;
    private static GuideWalk walk;
    private static GuideBook guide;

    @BeforeAll
    static void the_demo_school_is_walked_through(@TempDir Path data) throws IOException {
        node = RunningNode.start(data);
        node.get(DemoData.class).load(_ -> {});
        walk = new GuideWalk(node.root(), GuideWalk.fresh(TAKEN, LANGUAGES));
        for (String language : LANGUAGES) {
            walk.in(language);
            Cast cast = CASTS.get(language);
            strangers();
            office();
            subjectTeacher(cast);
            homeroomTeacher(cast);
            principal(cast);
            administrator(cast);
            inspector();
            guardian(cast);
        }
        if ("write".equals(System.getProperty("matricula.pages"))) {
            write();
        }
        guide = new GuideBook(GUIDE);
    }

    @AfterAll
    static void everything_is_put_away() {
        node.close();
    }

    private static String room(String name) {
        return "/classes/"
                + node.get(Gradebook.class)
                        .named(
                                node.get(Institutions.class)
                                        .byCode("22145678", LocalDate.of(2026, 5, 20))
                                        .orElseThrow()
                                        .id(),
                                YEAR,
                                name)
                        .orElseThrow()
                        .id();
    }

    private static void strangers() {
        walk.as("", who -> who.go("/sign-in").picture("sign-in"));
    }

    private static void office() {
        walk.as("vanphong", who -> {
            who.go("/office").picture("office-start");
            who.go("/office/intake/pupils?year=" + YEAR).picture("office-bring");
            who.file("lop-1a.csv", FAULTY).press("form[enctype] button").picture("office-faults");
            who.go("/office/intake/pupils?year=" + YEAR).file("lop-1a.csv", fresh());
            who.press("form[enctype] button").picture("office-plan");
            who.press("form[action$='/apply'] button").picture("office-done");
            who.go("/office/windows?year=" + YEAR).picture("office-window");
            who.go("/office/numbers?year=" + YEAR).picture("office-numbers");
        });
    }

    /// A list that moves nothing twice: each language brings a pupil of its own.
    private static String fresh() {
        return HEAD
                + "1,1A,Lê Đức Bách,022219018346,25/10/2019,Nam,%s\n"
                        .formatted(walk.language().equals("vi") ? "Tày" : "Kinh")
                + "2,1A,%s,,14/05/2019,Nữ,Kinh\n"
                        .formatted(walk.language().equals("vi") ? "Nguyễn Thị Mới" : "Trần Thị Mới");
    }

    private static void subjectTeacher(Cast cast) {
        String sign = room(cast.subjectRoom()) + "/sign/" + cast.subject();
        walk.as(cast.teacher(), who -> {
            who.go("/classes").picture("teacher-classes", "section:nth-of-type(3)");
            who.go(room("2A") + "/subjects/" + cast.subject()).grid();
            who.page().locator("#grid tbody td").first().click();
            who.page().keyboard().type("T");
            who.page().keyboard().press("Enter");
            who.page().keyboard().type("9");
            who.page().keyboard().press("Enter");
            who.page().waitForSelector("#grid td.failed");
            who.picture("teacher-grid");
            who.go(room("2A") + "/subjects/" + cast.subject() + "/upload").picture("teacher-upload");
            who.go(sign).picture("teacher-sign", "#f-pin");
            who.sign("form[action$='" + cast.subject() + "'] button").picture("teacher-signed");
            who.go("/account/key").picture("key");
            who.go("/account/programs").picture("programs");
        });
        walk.as("nga.dt", who -> who.go(room("2B") + "/subjects/MUSIC").grid().picture("teacher-note"));
    }

    private static void homeroomTeacher(Cast cast) {
        walk.as(cast.homeroom(), who -> {
            who.go(room(cast.room())).picture("homeroom-class");
            who.go(room(cast.room()) + "/homeroom").grid().picture("homeroom-grid");
            who.go(room(cast.room()) + "/result").picture("homeroom-result");
            who.page().locator("#results details summary").first().click();
            who.picture("homeroom-why", "#results details");
            who.press("a[href*='/return']").picture("homeroom-return");
            who.go(room(cast.room()) + "/result").picture("homeroom-sign", "#f-pin");
            who.sign("form[action$='/result'] button");
        });
    }

    private static void principal(Cast cast) {
        walk.as("hieutruong", who -> {
            who.go("/board").picture("principal-board").wholePage(TAKEN.resolve("board.png"));
            who.go(room(cast.room()) + "/approve").picture("principal-approve");
            who.press("#books tbody th a").picture("principal-book");
            who.go(room(cast.room()) + "/approve").sign("form[action$='/approve'] button");
            who.go(room(cast.room()) + "/close").picture("principal-close");
            who.watch("form[action$='/close'] button").picture("principal-closed");
            who.go(room(cast.room()) + "/close").picture("principal-files");
            who.go(room(cast.room()) + "/codes").picture("principal-codes");
            who.go(room(cast.room()) + "/close").press("#files tbody th a");
            who.press("a[href$='/recall']").picture("principal-recall");
        });
    }

    private static void administrator(Cast cast) {
        walk.as("quantri", who -> {
            who.go("/people").picture("admin-people");
            who.press("a[href^='/people/open']").picture("admin-open");
            who.fill("name", "Lý Thị " + (walk.language().equals("vi") ? "Mai" : "Lan"));
            who.fill("login", "ly.thi." + walk.language());
            who.press("form[action='/people/open'] button").picture("admin-paper");
            who.go("/people?q=" + cast.homeroom()).press("#people tbody th a").picture("admin-person");
            who.picture("admin-reset", "form[action$='/reset']");
            who.go("/people/keys").picture("admin-keys");
            who.go("/check").press("form[action='/check'] button");
            who.page()
                    .waitForCondition(() -> who.go("/check")
                                    .page()
                                    .locator("form[action='/check']")
                                    .count()
                            > 0);
            who.picture("admin-check");
        });
    }

    private static void inspector() {
        walk.as("thanhtra", who -> {
            who.go("/board").picture("inspector-board");
            who.go("/journal").picture("inspector-journal");
        });
    }

    /// A paper from the principal's slips, and the file that the principal sent.
    private static void guardian(Cast cast) {
        List<String> slip = new ArrayList<>();
        List<byte[]> file = new ArrayList<>();
        walk.as("hieutruong", who -> {
            who.go(room(cast.room()) + "/codes");
            slip.addAll(who.page().locator(".slip").first().locator("dd").allInnerTexts());
            String book = who.go(room(cast.room()) + "/close")
                    .page()
                    .locator("#files a[href$='.pdf']")
                    .first()
                    .getAttribute("href");
            file.add(who.page().request().get(who.address(book)).body());
        });
        walk.as("", who -> {
            who.go("/").picture("verify-home");
            who.page()
                    .locator("#f-file")
                    .setInputFiles(new FilePayload("hoc-ba.pdf", "application/pdf", file.getFirst()));
            who.press("form[action='/verify'] button").picture("verify-file");
            who.go("/v/" + slip.get(1)).picture("verify-code");
            who.fill("identifier", slip.getFirst()).picture("verify-items", "form[action='/verify/items']");
        });
    }

    private static void write() throws IOException {
        GuideWalk.fresh(GUIDE.resolve("pictures"), LANGUAGES);
        for (String taken : taken()) {
            Files.copy(TAKEN.resolve(taken + ".png"), GUIDE.resolve("pictures").resolve(taken + ".png"));
        }
        Files.copy(TAKEN.resolve("board.png"), README, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Set<String> taken() {
        Set<String> taken = new TreeSet<>();
        walk.words()
                .forEach((language, pictures) -> pictures.keySet().forEach(name -> taken.add(language + "/" + name)));
        return taken;
    }

    @Test
    void every_picture_of_the_guide_is_taken_here_and_every_one_taken_is_shown() {
        assertThat(guide.pictures()).containsExactlyInAnyOrderElementsOf(taken());
    }

    @Test
    void every_picture_is_in_the_guide_s_folder_and_all_together_stay_small() throws IOException {
        long bytes = 0;
        for (String picture : guide.pictures()) {
            Path file = GUIDE.resolve("pictures").resolve(picture + ".png");
            assertThat(file).exists();
            bytes += Files.size(file);
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void every_button_and_heading_that_it_quotes_stands_on_the_page_beside_it() {
        List<String> lies = new ArrayList<>();
        for (GuideBook.Section section : guide.pictured()) {
            List<String> pages = section.pictures().stream()
                    .map(GuidePicturesBrowserTest::words)
                    .toList();
            for (String quoted : section.quoted()) {
                if (pages.stream().noneMatch(page -> page.contains(quoted))) {
                    lies.add("%s, %s: %s".formatted(section.file(), section.title(), quoted));
                }
            }
        }
        assertThat(lies).isEmpty();
    }

    private static String words(String picture) {
        String[] parts = picture.split("/", 2);
        return Optional.ofNullable(walk.words().get(parts[0]).get(parts[1])).orElse("");
    }

    @Test
    void the_program_shows_it_too_and_no_link_there_leads_nowhere() {
        walk.in("en");
        walk.as("", who -> {
            List<String> wrong = new ArrayList<>();
            who.go("/guide");
            List<String> links = addresses(who, "main li a", "href");
            assertThat(links).hasSizeGreaterThan(8);
            for (String link : links) {
                who.go(link);
                List<String> parts = new ArrayList<>(addresses(who, ".guide img", "src"));
                parts.addAll(addresses(who, ".guide a", "href"));
                parts.stream()
                        .filter(part -> part.startsWith("/"))
                        .filter(part ->
                                who.page().request().get(who.address(part)).status() != 200)
                        .forEach(wrong::add);
            }
            assertThat(wrong).isEmpty();
        });
    }

    @SuppressWarnings("unchecked")
    private static List<String> addresses(GuideWalk.Person who, String selector, String attribute) {
        return (List<String>) who.page()
                .evaluate(
                        "([of, name]) => [...document.querySelectorAll(of)].map(it => it.getAttribute(name))",
                        List.of(selector, attribute));
    }

    @Test
    void no_link_leads_nowhere_and_every_picture_has_words() {
        assertThat(guide.faults()).isEmpty();
    }

    @Test
    void every_page_is_there_in_both_languages() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md"))
                    .filter(each -> !each.endsWith("README.md"))
                    .toList()) {
                String start = Files.readString(file).lines().limit(4).toList().toString();
                assertThat(start)
                        .as("%s leads to the same page in the other language", file)
                        .containsPattern("\\(.+\\.md\\)");
            }
        }
    }
}
