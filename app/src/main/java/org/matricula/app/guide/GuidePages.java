package org.matricula.app.guide;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Link;
import org.matricula.registry.page.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// `/guide`: how to use these pages, one page for each person, open to everybody.
@Controller
final class GuidePages {
    /// The pages in the order of the work, English and Vietnamese.
    private static final List<List<String>> PAGES = List.of(
            List.of("office", "van-phong"),
            List.of("subject-teacher", "giao-vien-bo-mon"),
            List.of("homeroom-teacher", "giao-vien-chu-nhiem"),
            List.of("principal", "hieu-truong"),
            List.of("administrator", "quan-tri-vien"),
            List.of("inspector", "thanh-tra"),
            List.of("verifying-a-file", "kiem-tra-mot-tep"),
            List.of("asking-the-law", "hoi-phap-luat"),
            List.of("programs", "phan-mem"),
            List.of("sealing-a-class", "dong-dau-mot-lop"));

    private static final Duration KEPT = Duration.ofHours(1);

    private final Pages pages;
    /// What was read so far: a node is not kept waiting at its start by pages that nobody asks for.
    private final Map<String, GuideText> guide = new ConcurrentHashMap<>();
    private final Texts texts = Texts.load("guide");

    GuidePages(Pages pages) {
        this.pages = pages;
    }

    private GuideText text(String name) {
        return guide.computeIfAbsent(
                name,
                _ -> GuideText.of(new String(
                        file(name + ".md")
                                .orElseThrow(() -> new IllegalStateException("the guide has no page " + name)),
                        StandardCharsets.UTF_8)));
    }

    private static Optional<byte[]> file(String path) {
        try (InputStream in = GuidePages.class.getResourceAsStream("/guide/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The list, in Vietnamese to who reads it, else in English.
    @GetMapping("/guide")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Page page = pages.page(request, texts).at("/guide");
        int language = page.language() == Language.VI ? 1 : 0;
        List<Link> links = PAGES.stream()
                .map(each -> each.get(language))
                .map(name -> new Link("/guide/" + name, text(name).title()))
                .toList();
        return pages.show(
                HttpStatus.OK, "office/guide.jte", page, Map.of("links", links, "lang", language == 1 ? "vi" : "en"));
    }

    @GetMapping("/guide/{name:[a-z-]+}")
    ResponseEntity<byte[]> one(HttpServletRequest request, @PathVariable String name) {
        if (PAGES.stream().noneMatch(each -> each.contains(name))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        GuideText text = text(name);
        Page page = pages.page(request, texts).at("/guide/" + name);
        return pages.show(
                HttpStatus.OK,
                "office/guidepage.jte",
                page,
                Map.of("title", text.title(), "lang", text.lang(), "html", text.html()));
    }

    @GetMapping("/guide/pictures/{lang:en|vi}/{name:[a-z-]+}.png")
    ResponseEntity<byte[]> picture(@PathVariable String lang, @PathVariable String name) {
        return file("pictures/" + lang + "/" + name + ".png")
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                        .body(picture))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
