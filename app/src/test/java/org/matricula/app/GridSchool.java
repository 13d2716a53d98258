package org.matricula.app;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.packs.vn.reportbook.PrimaryReportBook;
import org.matricula.registry.accounts.Credentials;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.directory.Pupils;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Mandate;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.store.CellStore;
import org.matricula.registry.gradebook.store.ClassStore;
import org.matricula.registry.gradebook.store.ClassStore.ClassRoomOrYear;

/// A school in entry time on a running node, and its people before their grids.
final class GridSchool {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String PASSWORD = "cau Long Bien dai lam";
    private static final Moment NOW = new Moment(Instant.parse("2026-05-20T02:00:00Z"), HANOI);
    private static final List<String> FAMILY = List.of("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng");
    private static final List<String> MIDDLE = List.of("Thị", "Văn", "Minh", "Ngọc", "Đức");
    private static final List<String> GIVEN = List.of("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khánh", "Linh");

    private final RunningNode node;
    private final Institution school;
    private int count;

    /// @param code of the national register, no other school's on this node; logins end in it
    GridSchool(RunningNode node, String code) {
        this.node = node;
        school = get(Institutions.class)
                .add(code, "Trường Tiểu học Hoa Sen", LocalDate.of(2000, 1, 1), "VN", HANOI, Map.of(), NOW);
    }

    <T> T get(Class<T> bean) {
        return node.get(bean);
    }

    /// A class of grade 4 that is open for entry.
    ClassRoom room(int pupils) {
        String name = "4/" + ++count;
        ClassRoom room = get(Gradebook.class)
                .add(
                        school.id(),
                        "2025-2026",
                        4,
                        name,
                        new PrimaryReportBook().sheet().id(),
                        Actor.system(),
                        NOW);
        for (int i = 0; i < pupils; i++) {
            String full = FAMILY.get(i % FAMILY.size()) + " " + MIDDLE.get(i % MIDDLE.size()) + " "
                    + GIVEN.get(i % GIVEN.size());
            UUID pupil = get(Pupils.class)
                    .add(
                            school.id(),
                            Map.of(
                                    "fullName",
                                    full,
                                    "personalNumber",
                                    "0222160%05d".formatted(count * 100 + i),
                                    "bornOn",
                                    "2016-01-%02d".formatted(i % 28 + 1)),
                            Actor.system(),
                            NOW);
            get(Gradebook.class).join(room.id(), pupil, i + 1, Actor.system(), NOW);
        }
        get(ClassStore.class)
                .setWindow(
                        new ClassRoomOrYear(school.id(), room.schoolYear(), Optional.of(room.id())),
                        OffsetDateTime.parse("2000-01-01T00:00:00Z"),
                        OffsetDateTime.parse("2999-01-01T00:00:00Z"),
                        Actor.system(),
                        NOW);
        return room;
    }

    /// Gives a mandate to a person, who gets an account on first use.
    void mandate(String login, String name, Role role, Optional<UUID> room, String... subjects) {
        Account account = get(Accounts.class).byLogin(own(login)).orElseGet(() -> {
            Account made = get(Accounts.class).open(own(login), name, Actor.system(), NOW);
            get(Credentials.class).setPassword(made.id(), PASSWORD, NOW);
            return made;
        });
        List<Optional<String>> of = new ArrayList<>();
        for (String subject : subjects) {
            of.add(Optional.of(subject));
        }
        if (of.isEmpty()) {
            of.add(Optional.empty());
        }
        of.forEach(subject -> get(Mandates.class)
                .give(
                        account.id(),
                        new Mandate(
                                role,
                                school.id(),
                                room,
                                subject,
                                LocalDate.of(2000, 1, 1),
                                Optional.of(LocalDate.of(2999, 1, 1))),
                        Actor.system(),
                        NOW));
    }

    /// The teacher of mathematics of a class.
    void teacher(String login, String name, ClassRoom room) {
        mandate(login, name, Role.SUBJECT_TEACHER, Optional.of(room.id()), "MATHEMATICS");
    }

    BrowserContext context(Browser.NewContextOptions options) {
        return Chromium.window(options.setPermissions(List.of("clipboard-read", "clipboard-write")));
    }

    BrowserContext context() {
        return context(Chromium.screen("en", 1280));
    }

    private String own(String login) {
        return login + "." + school.code();
    }

    /// Signs in, and opens an address.
    Page signedIn(BrowserContext context, String login, String address) {
        Page page = context.newPage();
        Chromium.signIn(page, root(), own(login), PASSWORD);
        page.navigate(root() + address);
        return page;
    }

    /// Signs in at the door that a page shows.
    void signIn(Page door, String login) {
        Chromium.knock(door, own(login), PASSWORD);
        door.waitForURL(url -> !url.contains("/sign-in"));
    }

    /// Opens the mathematics grid and waits for its scripts.
    Page grid(BrowserContext context, String login, ClassRoom room) {
        Page page = signedIn(context, login, maths(room));
        ready(page);
        return page;
    }

    static void ready(Page page) {
        page.waitForSelector("html[data-grid=ready]");
    }

    String root() {
        return node.root();
    }

    static String maths(ClassRoom room) {
        return "/classes/" + room.id() + "/subjects/MATHEMATICS";
    }

    /// The field of a cell, counted from 0.
    static Locator field(Page page, int row, int column) {
        return page.locator("#grid tbody tr").nth(row).locator("td").nth(column).locator("input, textarea");
    }

    static Locator cell(Page page, int row, int column) {
        return page.locator("#grid tbody tr").nth(row).locator("td").nth(column);
    }

    /// Waits until everything that can be saved is.
    static void saved(Page page) {
        page.waitForFunction("() => document.querySelectorAll('#grid td.saving').length === 0"
                + " && !document.querySelector('#grid-state .saving')"
                + " && !document.querySelector('#grid-state > span.failed')");
    }

    /// What stands in the register, as `column=value`, of the pupil at a place of the list.
    List<String> stands(ClassRoom room, int row) {
        UUID pupil = get(ClassStore.class)
                .pupils(room.id(), LocalDate.of(2026, 5, 20))
                .get(row)
                .pupil();
        return get(CellStore.class).cells(room.id()).stream()
                .filter(cell -> cell.pupil().equals(pupil))
                .map(cell -> cell.column().replaceFirst(".*\\.", "") + "=" + cell.value())
                .sorted()
                .toList();
    }

    long filled(ClassRoom room) {
        return get(CellStore.class).cells(room.id()).stream()
                .filter(cell -> !cell.value().isEmpty())
                .count();
    }
}
