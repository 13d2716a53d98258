package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.matricula.app.Chromium.screen;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.records.ClassRecords;
import org.matricula.registry.records.RecordState;
import org.matricula.registry.records.WorkingRecord;
import org.matricula.verifier.signature.Signer;

/// People without a key here sign with one on a token, through a program in their browser: a real key, in
/// an agent of the test that is slow, says no half-way, and is asked again.
@Tag("browser")
@ExtendWith(RunningNode.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenBrowserTest {
    private String root = "";
    private HoaSenSchool school;
    private SignedInPeople people;
    private final Map<String, ClassRoom> rooms = new HashMap<>();
    private Actor teacher;
    private Signer key;
    private Signer heads;

    @BeforeAll
    void a_class_and_a_teacher_whose_key_is_on_a_token(RunningNode node) throws IOException, SQLException {
        root = node.root();
        school = new HoaSenSchool(node, "22199933");
        people = new SignedInPeople(node);
        Map.of("4A", 12, "4B", 12, "4C", 6, "4D", 2, "4E", 2, "4G", 2)
                .forEach((name, pupils) -> rooms.put(name, school.enter(name, pupils)));
        teacher = school.teacherOf("MATHEMATICS");
        school.homeroomSigns(room("4E"));
        key = taken(teacher);
        heads = taken(school.principal());
    }

    private ClassRoom room(String name) {
        return Optional.ofNullable(rooms.get(name)).orElseThrow();
    }

    /// The key of a person is on a token from now on, and not here.
    private Signer taken(Actor person) throws SQLException {
        Signer token = school.key(person);
        try (Connection connection = school.get(DataSource.class).getConnection();
                Statement owner = connection.createStatement()) {
            owner.execute("reset role");
            owner.execute("delete from signing.personal_key where account = '" + person.id() + "'");
            owner.execute("set role matricula_app");
        }
        return token;
    }

    private static String der(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Puts the token into a window: each value takes a moment, and the person says no at one of them.
    ///
    /// @param contract how the agent speaks with the page, with the certificates filled in
    private AtomicInteger plugged(BrowserContext window, Signer token, int refusedAt, String contract) {
        AtomicInteger asked = new AtomicInteger();
        window.exposeFunction("tokenSigns", arguments -> {
            if (asked.incrementAndGet() == refusedAt) {
                throw new IllegalStateException("The person said no.");
            }
            byte[] digest = Base64.getDecoder().decode((String) arguments[0]);
            return Base64.getEncoder()
                    .encodeToString(token.sign(List.of(digest)).getFirst());
        });
        window.addInitScript(contract.replace("CERTIFICATE", der(token.certificate()))
                .replace("ABOVE", der(token.chain().getFirst())));
        return asked;
    }

    private static final String HOOK = """
            window.matriculaToken = {
              name: 'Test token',
              getSigningCertificate: async () => ({ certificate: 'CERTIFICATE', chain: ['ABOVE'] }),
              sign: async (certificate, hash, hashFunction) => {
                await new Promise((go) => setTimeout(go, 30));
                if (certificate !== 'CERTIFICATE' || hashFunction !== 'SHA-256') throw new Error('asked wrongly');
                return { signature: await window.tokenSigns(hash) };
              },
            };""";

    private static final String WEB_EID = """
            window.addEventListener('message', async (event) => {
              const { action, hash } = event.data;
              const answer = (end, more) =>
                window.postMessage({ action: action + end, ...more }, location.origin);
              if (action === 'web-eid:status') {
                answer('-ack');
                answer('-success', { library: '2.1.0', extension: '2.3.1', nativeApp: '2.6.0' });
              }
              if (action === 'web-eid:get-signing-certificate') {
                answer('-success', { certificate: 'CERTIFICATE', supportedSignatureAlgorithms: [] });
              }
              if (action === 'web-eid:sign') {
                try {
                  answer('-success', { signature: await window.tokenSigns(hash), signatureAlgorithm: {} });
                } catch (fault) {
                  answer('-failure', { error: { message: fault.message } });
                }
              }
            });""";

    private String sign(ClassRoom which) {
        return "/classes/" + which.id() + "/sign/MATHEMATICS";
    }

    private long signed(ClassRoom which) {
        return school.in(now -> school.get(ClassRecords.class).look(which, now)).stream()
                .filter(record -> record.signed().contains("subject.MATHEMATICS"))
                .count();
    }

    @Test
    void a_teacher_whose_token_stops_half_way_signs_the_rest_by_pressing_again() {
        ClassRoom mine = room("4B");
        try (BrowserContext window = Chromium.window(screen("en", 1280), root, people.strong(teacher))) {
            AtomicInteger asked = plugged(window, key, 8, HOOK);
            Page page = window.newPage();
            page.navigate(root + sign(mine));
            Locator token = page.locator("[data-token-sign]");
            PlaywrightAssertions.assertThat(token).containsText("Test token");
            token.locator("button").click();
            PlaywrightAssertions.assertThat(token.locator("[role=alert]")).containsText("The person said no.");
            PlaywrightAssertions.assertThat(token.locator("[role=alert]")).containsText("7 of 12 are signed");
            assertThat(signed(mine)).isEqualTo(7);
            assertThat(Chromium.flaws(page, "token-stopped")).isEmpty();

            token.locator("button").click();
            PlaywrightAssertions.assertThat(token.locator("[role=status]")).containsText("All 5 are signed.");
            PlaywrightAssertions.assertThat(token.locator("button")).isHidden();
            assertThat(asked).hasValue(8 + 5);
            assertThat(signed(mine)).isEqualTo(12);
            assertThat(Chromium.flaws(page, "token-done")).isEmpty();
            token.locator("a").click();
            PlaywrightAssertions.assertThat(page.locator(".lead")).containsText("12 signed");
        }
    }

    @Test
    void a_token_that_signs_everything_with_one_pin_is_asked_once() {
        ClassRoom mine = room("4C");
        try (BrowserContext window = Chromium.window(screen("en", 1280), root, people.strong(teacher))) {
            plugged(window, key, 0, HOOK + """
                    window.matriculaToken.signAll = async (certificate, hashes) => {
                      window.asked = (window.asked || 0) + 1;
                      return { signatures: await Promise.all(hashes.map((hash) => window.tokenSigns(hash))) };
                    };""");
            Page page = window.newPage();
            page.navigate(root + sign(mine));
            page.locator("[data-token-sign] button").click();
            PlaywrightAssertions.assertThat(page.locator("[data-token-sign] [role=status]"))
                    .containsText("All 6 are signed.");
            assertThat(page.evaluate("window.asked")).isEqualTo(1);
        }
    }

    @Test
    void web_eid_signs_where_the_authority_itself_is_known() {
        ClassRoom mine = room("4G");
        try (BrowserContext window = Chromium.window(screen("en", 1280), root, people.strong(teacher))) {
            plugged(window, key, 0, WEB_EID.replace("supported", "chain: ['ABOVE'], supported"));
            Page page = window.newPage();
            page.navigate(root + sign(mine));
            Locator token = page.locator("[data-token-sign]");
            PlaywrightAssertions.assertThat(token).containsText("Web eID");
            token.locator("button").click();
            PlaywrightAssertions.assertThat(token.locator("[role=status]")).containsText("All 2 are signed.");
            assertThat(signed(mine)).isEqualTo(2);
        }
    }

    @Test
    void web_eid_hands_out_one_certificate_and_the_page_says_that_it_leads_nowhere() {
        ClassRoom mine = room("4D");
        try (BrowserContext window = Chromium.window(screen("en", 1280), root, people.strong(teacher))) {
            plugged(window, key, 0, WEB_EID);
            Page page = window.newPage();
            page.navigate(root + sign(mine));
            Locator token = page.locator("[data-token-sign]");
            token.locator("button").click();
            // The demo authority issues under its root, which alone is trusted.
            PlaywrightAssertions.assertThat(token.locator("[role=alert]"))
                    .containsText("from an authority that this register trusts");
            assertThat(signed(mine)).isZero();
        }
    }

    @Test
    void the_head_approves_a_class_with_a_token() {
        ClassRoom mine = room("4E");
        Actor head = school.principal();
        try (BrowserContext window = Chromium.window(screen("vi", 390), root, people.strong(head))) {
            plugged(window, heads, 0, HOOK);
            Page page = window.newPage();
            page.navigate(root + "/classes/" + mine.id() + "/approve");
            page.locator("[data-token-sign] button").click();
            PlaywrightAssertions.assertThat(page.locator("[data-token-sign] [role=status]"))
                    .containsText("2");
            PlaywrightAssertions.assertThat(page.locator("[data-token-again]")).isVisible();
            List<WorkingRecord> records =
                    school.in(now -> school.get(ClassRecords.class).look(mine, now));
            assertThat(records).allMatch(record -> record.state() == RecordState.APPROVED);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 390", "vi, 1280", "vi, 390", "kk, 1280", "kk, 390", "ru, 1280", "ru, 390"})
    void the_page_with_and_without_a_token_is_without_a_barrier(String language, int width) {
        try (BrowserContext window = Chromium.window(screen(language, width), root, people.strong(teacher))) {
            Page page = window.newPage();
            page.navigate(root + sign(room("4A")));
            PlaywrightAssertions.assertThat(page.locator("[data-token-none]")).isVisible();
            assertThat(Chromium.flaws(page, "token-none")).isEmpty();
            plugged(window, key, 0, HOOK);
            page.reload();
            PlaywrightAssertions.assertThat(page.locator("[data-token-found]")).isVisible();
            assertThat(Chromium.flaws(page, "token-found")).isEmpty();
        }
    }
}
