package org.matricula.registry.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Map;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// What the pages of signing in have in common.
@Component
final class AccountPage {
    private final Pages pages;
    private final Posts posts;
    private final Texts texts = Texts.load("accounts");

    AccountPage(Pages pages, Posts posts) {
        this.pages = pages;
        this.posts = posts;
    }

    Page page(HttpServletRequest request) {
        return pages.page(request, texts);
    }

    Language language(HttpServletRequest request) {
        return pages.language(request);
    }

    ResponseEntity<byte[]> show(HttpStatus status, String template, Page page, Map<String, Object> values) {
        return pages.show(status, "accounts/" + template + ".jte", page, new HashMap<>(values));
    }

    static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    /// A wait in words: to the second below a minute, else to the next full minute.
    static String wait(Page page, Duration left) {
        long seconds = Math.max(1, left.plusMillis(999).toSeconds());
        return seconds < 60
                ? page.say("wait.seconds", String.valueOf(seconds))
                : page.say("wait.minutes", String.valueOf((seconds + 59) / 60));
    }

    /// A person's clock: that of the school where he or she works, else that of this node.
    private ZoneId zone(Actor actor) {
        return posts.of(actor).stream()
                .findFirst()
                .map(post -> post.institution().zone())
                .orElseGet(ZoneId::systemDefault);
    }

    /// A day, by a person's clock.
    String day(Page page, Actor actor, Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(page.language().locale())
                .format(at.atZone(zone(actor)));
    }

    /// A day and a time, by a person's clock.
    String time(Page page, Actor actor, Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(page.language().locale())
                .format(at.atZone(zone(actor)));
    }

    /// An address to come back to, if it is one of this node, as a browser writes it; else nothing. A header that leads
    /// there takes no other letters than those of ASCII.
    static String local(String back) {
        return back.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") && back.length() < 2000 ? back : "";
    }

    /// The address with the place to come back to.
    static String with(String address, String back) {
        return local(back).isEmpty() ? address : address + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }
}
