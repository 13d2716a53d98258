package org.matricula.app.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.matricula.registry.accounts.Credentials;
import org.matricula.registry.accounts.DemoDoor;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Column;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/// Who can sign in to the demo school. Where there is none, there is no such page.
@Controller
final class DemoPage implements DemoDoor {
    private final Pages pages;
    private final DemoData demo;
    private final InstantSource clock;
    private final Texts texts = Texts.load("demo");

    DemoPage(Pages pages, DemoData demo, InstantSource clock) {
        this.pages = pages;
        this.demo = demo;
        this.clock = clock;
    }

    @Override
    public boolean open() {
        return demo.isReady();
    }

    @GetMapping("/demo")
    ResponseEntity<byte[]> demo(HttpServletRequest request) {
        DemoLogins logins = demo.logins().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Page page = pages.page(request, texts);
        return pages.show(
                HttpStatus.OK,
                "office/demo.jte",
                page,
                Map.of(
                        "facts",
                        List.of(
                                new Row(page.say("password"), DemoLogins.PASSWORD),
                                new Row(page.say("code"), Credentials.codeOf(DemoLogins.SECRET, clock.instant())),
                                new Row(page.say("secret"), DemoLogins.SECRET),
                                new Row(page.say("pin"), DemoLogins.PIN)),
                        "columns",
                        List.of(
                                new Column(page.say("login")),
                                new Column(page.say("name")),
                                new Column(page.say("office")),
                                new Column(page.say("factor")),
                                new Column(page.say("signs"))),
                        "people",
                        logins.people().stream()
                                .map(person -> List.of(
                                        person.login(),
                                        person.name(),
                                        page.say(
                                                "role." + person.role(),
                                                page.language() == Language.VI
                                                        ? person.detail().local()
                                                        : person.detail().en()),
                                        page.say(person.secondFactor() ? "yes" : "no"),
                                        page.say(person.signs() ? "yes" : "no")))
                                .toList()));
    }
}
