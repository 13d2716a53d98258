package org.matricula.registry.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.registry.accounts.SetUpSchoolFlow.Administrator;
import org.matricula.registry.accounts.SetUpSchoolFlow.School;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Institutions;
import org.matricula.registry.directory.Mandates;
import org.matricula.registry.flow.Journal;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.testing.Node;
import org.matricula.registry.testing.StandingClock;

/// An empty register gets its first school, and only one.
class SettingUpASchoolTest {
    private final StandingClock clock = new StandingClock("2026-05-20T02:00:00Z");
    private Node node;

    @BeforeEach
    void an_empty_register() {
        node = new Node(
                clock,
                context -> context.registerBean(SecretLock.class, () -> new SecretLock(() -> new byte[32])),
                Journal.class,
                Office.class,
                Institutions.class,
                Accounts.class,
                Mandates.class,
                CredentialStore.class,
                PasskeyStore.class,
                SessionStore.class,
                TokenStore.class,
                Passwords.class,
                Credentials.class,
                SetUpSchoolFlow.class);
    }

    @AfterEach
    void end() {
        node.close();
    }

    private Outcome<Account> setUp(String code, String name, String country, String login) {
        return node.get(SetUpSchoolFlow.class)
                .run(
                        new School(code, name, country, "Phường Hồng Gai", "Quảng Ninh"),
                        new Administrator(login, "Trần Quốc Bảo", "vườn cau sau nhà"));
    }

    private List<String> schools() {
        return node
                .get(Institutions.class)
                .all(clock.instant().atOffset(java.time.ZoneOffset.UTC).toLocalDate())
                .stream()
                .map(Institution::code)
                .toList();
    }

    private List<String> journalled() {
        return node.database()
                .sql()
                .sql("select kind || ' ' || coalesce(details ->> 'reason', '-') from flow.journal order by id")
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({"'',Trường Hoa Sen,VN", "22001234,' ',VN", "22001234,Trường Hoa Sen,XX"})
    void without_a_code_a_name_and_a_country_leaves_the_register_empty_and_says_so_in_the_journal(
            String code, String name, String country) {
        assertThat(setUp(code, name, country, "bao.tran")).isEqualTo(Outcome.refused(new SchoolNotFit()));
        assertThat(schools()).isEmpty();
        assertThat(node.get(Accounts.class).byLogin("bao.tran")).isEmpty();
        assertThat(journalled()).containsExactly("REFUSED SchoolNotFit");
    }

    @Test
    void happens_once_and_a_second_administrator_is_not_made_that_way() {
        assertThat(setUp("22001234", "Trường Hoa Sen", "VN", "bao.tran")).isInstanceOf(Outcome.Done.class);
        assertThat(setUp("22009999", "Trường Bình Minh", "VN", "ke.la"))
                .isEqualTo(Outcome.refused(new SchoolIsThere()));
        assertThat(schools()).containsExactly("22001234");
        assertThat(node.get(Accounts.class).byLogin("ke.la")).isEmpty();
        assertThat(journalled()).containsExactly("DONE -", "REFUSED SchoolIsThere");
    }

    @Test
    void by_several_people_at_once_makes_one_school_and_one_administrator() throws Exception {
        List<Callable<Outcome<Account>>> people = IntStream.range(0, 4)
                .<Callable<Outcome<Account>>>mapToObj(
                        i -> () -> setUp("2200000" + i, "Trường Tiểu học số " + i, "VN", "quan.tri" + i))
                .toList();
        try (ExecutorService doors = Executors.newFixedThreadPool(people.size())) {
            assertThat(doors.invokeAll(people).stream().map(Future::resultNow))
                    .filteredOn(outcome -> outcome instanceof Outcome.Done)
                    .hasSize(1);
        }
        assertThat(schools()).hasSize(1);
    }
}
