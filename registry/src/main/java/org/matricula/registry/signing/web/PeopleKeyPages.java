package org.matricula.registry.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Texts;
import org.matricula.registry.page.Tone;
import org.matricula.registry.signing.PersonalKeys.PersonalKey;
import org.matricula.registry.signing.flows.KeyRefusals;
import org.matricula.registry.signing.flows.LookAtKeys;
import org.matricula.registry.signing.flows.LookAtKeys.Held;
import org.matricula.registry.signing.flows.RevokeKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// `/people/keys`: everybody's certificates, for the administrator and the principal.
@Controller
final class PeopleKeyPages {
    private static final String HERE = "/people/keys";

    private final Pages pages;
    private final Texts texts = Texts.load("signing");
    private final Posts posts;
    private final LookAtKeys look;
    private final RevokeKey revoke;
    private final InstantSource clock;

    PeopleKeyPages(Pages pages, Posts posts, LookAtKeys look, RevokeKey revoke, InstantSource clock) {
        this.pages = pages;
        this.posts = posts;
        this.look = look;
        this.revoke = revoke;
        this.clock = clock;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> list(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String done) {
        Institution at = institution(actor, institution);
        Page page = pages.page(request, texts).at(HERE + "?institution=" + at.id());
        Map<String, Object> values = new HashMap<>();
        values.put("institution", at.name());
        values.put("done", done.equals("revoked"));
        boolean may = revoke.may(actor, at);
        values.put(
                "lines",
                people(actor, at).stream()
                        .filter(held -> !held.account().closed() || !held.keys().isEmpty())
                        .map(held -> line(page, at, held, may, actor))
                        .toList());
        return pages.show(HttpStatus.OK, "signing/people.jte", page, values);
    }

    @GetMapping(HERE + "/{key}/revoke")
    ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID key,
            @RequestParam(defaultValue = "") String institution) {
        return ask(HttpStatus.OK, request, actor, institution(actor, institution), key, "", List.of());
    }

    @PostMapping(HERE + "/{key}/revoke")
    ResponseEntity<byte[]> revoke(
            HttpServletRequest request,
            Actor actor,
            @PathVariable UUID key,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String ground) {
        Institution at = institution(actor, institution);
        Page page = pages.page(request, texts);
        return switch (revoke.run(actor, at, key, ground)) {
            case Outcome.Done<PersonalKey> _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, HERE + "?institution=" + at.id() + "&done=revoked")
                        .build();
            case Outcome.Refused<PersonalKey>(var reasons) -> {
                if (reasons.getFirst() instanceof KeyRefusals.KeyUnknown) {
                    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                }
                yield ask(KeyWords.status(reasons), request, actor, at, key, ground, KeyWords.faults(page, reasons));
            }
        };
    }

    private ResponseEntity<byte[]> ask(
            HttpStatus status,
            HttpServletRequest request,
            Actor actor,
            Institution at,
            UUID key,
            String ground,
            List<Fault> faults) {
        Held held = people(actor, at).stream()
                .filter(each -> each.keys().stream().anyMatch(k -> k.id().equals(key)))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PersonalKey asked =
                held.keys().stream().filter(k -> k.id().equals(key)).findFirst().orElseThrow();
        Page page = pages.page(request, texts).at(HERE + "/" + key + "/revoke?institution=" + at.id());
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(page.say("person"), held.account().name()));
        rows.add(new Row(page.say("login"), held.account().login()));
        rows.add(new Row(page.say("valid"), valid(page, asked, at)));
        return pages.show(
                status,
                "signing/revoke.jte",
                page,
                Map.of(
                        "rows", rows,
                        "ground", ground,
                        "action", HERE + "/" + key + "/revoke?institution=" + at.id(),
                        "back", HERE + "?institution=" + at.id(),
                        "faults", faults));
    }

    private List<Held> people(Actor actor, Institution at) {
        return switch (look.run(actor, at)) {
            case Outcome.Done<List<Held>>(var people) -> people;
            case Outcome.Refused<List<Held>> _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        };
    }

    private Institution institution(Actor actor, String asked) {
        return posts.of(actor, asked)
                .map(Post::institution)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private KeyLine line(Page page, Institution at, Held held, boolean may, Actor actor) {
        Optional<PersonalKey> newest = held.keys().stream().findFirst();
        String state = newest.map(key -> KeyWords.state(key, clock.instant())).orElse("none");
        boolean own = actor.account().equals(Optional.of(held.account().id()));
        return new KeyLine(
                held.account().name(),
                held.account().login(),
                state.equals("none") ? Tone.CALM : KeyWords.tone(state),
                page.say("state." + state),
                newest.map(key -> valid(page, key, at)).orElse(""),
                newest.map(key -> page.say(key.demo() ? "from.demo" : "from.authority"))
                        .orElse(""),
                Math.max(0, held.keys().size() - 1),
                newest.filter(key -> may && !own && !key.revoked())
                        .map(key -> HERE + "/" + key.id() + "/revoke?institution=" + at.id())
                        .orElse(""));
    }

    private static String valid(Page page, PersonalKey key, Institution at) {
        return page.say(
                "valid.days",
                KeyWords.day(page, key.notBefore(), at.zone()),
                KeyWords.day(page, key.notAfter(), at.zone()));
    }
}
