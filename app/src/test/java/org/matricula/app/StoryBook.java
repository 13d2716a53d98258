package org.matricula.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.matricula.verifier.State;
import org.matricula.verifier.Verifier;
import org.matricula.verifier.signature.TrustList;

/// What a school hands out of a closed book: both of its files, and the slip for the guardian.
///
/// @param number the book's number on the slip
/// @param lookup the code under which anybody finds it
/// @param confirmation what the guardian types to see it
record StoryBook(byte[] xml, byte[] pdf, String number, String lookup, String confirmation) {
    /// Takes the first book of a class as its principal does.
    ///
    /// @param books how many the class has
    static StoryBook ofTheFirstPupil(StoryPerson principal, StorySchool school, int books) throws IOException {
        Page page = principal.page();
        principal.go(school.of("close"));
        PlaywrightAssertions.assertThat(page.locator("#files tbody tr")).hasCount(books);
        assertThat(Chromium.flaws(page, "story-16-files")).isEmpty();
        Download file = page.waitForDownload(
                () -> page.locator("#files a[href$='.xml']").first().click());
        byte[] xml = Files.readAllBytes(file.path());
        byte[] pdf = principal.downloads(
                page.locator("#files a[href$='.pdf']").first().getAttribute("href"));
        principal.go(school.of("codes"));
        Chromium.screenshot(page, "story-16-codes");
        List<String> slip = page.locator(".slip").first().locator("dd").allInnerTexts();
        return new StoryBook(
                xml, pdf, slip.get(0).strip(), slip.get(1).strip(), slip.get(2).strip());
    }

    /// Asks the stand-alone verifier about both files.
    ///
    /// @param trusted the list of the school's certificates
    void isGenuine(Path trusted) throws IOException {
        TrustList trust = TrustList.read(Files.readAllBytes(trusted));
        Instant now = Instant.now().plusSeconds(5);
        assertThat(Verifier.verify(xml, trust, now).state()).isEqualTo(State.GENUINE);
        assertThat(Verifier.verify(pdf, trust, now).state()).isEqualTo(State.GENUINE);
    }
}
