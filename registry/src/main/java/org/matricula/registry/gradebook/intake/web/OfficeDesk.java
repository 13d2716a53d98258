package org.matricula.registry.gradebook.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.matricula.law.Sentence;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.directory.RefusalWords;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.NotYours;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.flow.Role;
import org.matricula.registry.gradebook.intake.IntakeForms;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// What the office's pages have in common: which school, which words, how a refusal looks.
@Component
final class OfficeDesk {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_POINTS = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME_POINTS = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm", Locale.ROOT);

    private final Pages pages;
    private final Posts posts;
    private final IntakeForms forms;
    private final Texts texts = Texts.load("office");

    OfficeDesk(Pages pages, Posts posts, IntakeForms forms) {
        this.pages = pages;
        this.posts = posts;
        this.forms = forms;
    }

    Page page(HttpServletRequest request) {
        return pages.page(request, texts);
    }

    /// The school in whose office the person works: the one asked for, or the first when none is; none when
    /// there is none such.
    Optional<Institution> find(Actor actor, String asked) {
        return posts.of(actor).stream()
                .filter(post -> post.over(Role.OFFICE))
                .map(Post::institution)
                .filter(forms::has)
                .filter(school -> asked.isEmpty() || school.id().toString().equals(asked))
                .findFirst();
    }

    /// The same, for pages.
    ///
    /// @throws ResponseStatusException 403 when there is none
    Institution school(Actor actor, String asked) {
        return find(actor, asked).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    ResponseEntity<byte[]> show(HttpStatus status, String template, Page page, Map<String, Object> values) {
        return pages.show(status, "office/" + template + ".jte", page, new HashMap<>(values));
    }

    /// A page that says why something was not done.
    ResponseEntity<byte[]> refused(Page page, List<Refusal> reasons, String back) {
        boolean notYours = reasons.stream().anyMatch(NotYours.class::isInstance);
        return show(
                notYours ? HttpStatus.FORBIDDEN : HttpStatus.CONFLICT,
                "refused",
                page,
                Map.of("reasons", words(page, reasons), "back", back));
    }

    /// Refusals in the reader's language.
    static List<String> words(Page page, List<Refusal> reasons) {
        return reasons.stream().map(reason -> words(page, reason)).toList();
    }

    /// A refusal in the reader's language.
    static String words(Page page, Refusal reason) {
        return RefusalWords.of(reason, page.language());
    }

    /// What a form or a reader of files says, which knows English and the language of its country.
    static String say(Page page, Sentence sentence) {
        return page.language() == Language.VI ? sentence.local() : sentence.en();
    }

    /// The language of what [#say(Page, Sentence)] says, when it is not the page's; else empty.
    static String lang(Page page) {
        return page.language() == Language.VI || page.language() == Language.EN ? "" : "en";
    }

    static String day(Page page, LocalDate day) {
        return (points(page) ? DAY_POINTS : DAY).format(day);
    }

    static String time(Page page, Instant at, ZoneId zone) {
        return (points(page) ? TIME_POINTS : TIME).format(at.atZone(zone));
    }

    private static boolean points(Page page) {
        return page.language() == Language.RU || page.language() == Language.KK;
    }

    static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }
}
