package org.matricula.registry.signing.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Parts.Row;
import org.matricula.registry.page.Texts;
import org.matricula.registry.page.Tone;
import org.matricula.registry.signing.InstitutionKeys;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.PersonalKey;
import org.matricula.registry.signing.RemoteKeys;
import org.matricula.registry.signing.flows.BringKey;
import org.matricula.registry.signing.flows.KeyHolders;
import org.matricula.registry.signing.flows.KeyHolders.Holding;
import org.matricula.registry.signing.flows.MakeKey;
import org.matricula.registry.signing.flows.RevokeOwnKey;
import org.matricula.registry.signing.flows.UseRemoteKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// `/account/key`: one's own signing key. A PIN is read, used and forgotten; it is in no page and in no log.
@Controller
final class KeyPages {
    private static final String HERE = "/account/key";
    private static final List<String> FORMS = List.of("bring", "remote");

    private final Pages pages;
    private final Texts texts = Texts.load("signing");
    private final KeyHolders holders;
    private final PersonalKeys keys;
    private final InstitutionKeys institutions;
    private final MakeKey make;
    private final BringKey bring;
    private final UseRemoteKey use;
    private final RemoteKeys remote;
    private final RevokeOwnKey revoke;
    private final InstantSource clock;

    KeyPages(
            Pages pages,
            KeyHolders holders,
            PersonalKeys keys,
            InstitutionKeys institutions,
            MakeKey make,
            BringKey bring,
            UseRemoteKey use,
            RemoteKeys remote,
            RevokeOwnKey revoke,
            InstantSource clock) {
        this.pages = pages;
        this.holders = holders;
        this.keys = keys;
        this.institutions = institutions;
        this.make = make;
        this.bring = bring;
        this.use = use;
        this.remote = remote;
        this.revoke = revoke;
        this.clock = clock;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> key(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String form) {
        return shown(HttpStatus.OK, request, actor, done, back, List.of(), FORMS.contains(form) ? form : "");
    }

    @PostMapping(HERE + "/make")
    ResponseEntity<byte[]> make(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") char[] pin,
            @RequestParam(defaultValue = "") char[] again,
            @RequestParam(defaultValue = "") String back) {
        Page page = pages.page(request, texts);
        return Arrays.equals(pin, again)
                ? answer(request, actor, make.run(actor, pin), "made", back, "make")
                : wrong(request, actor, List.of(new Fault("again", page.say("again.differs"))), back, "make");
    }

    @PostMapping(HERE + "/bring")
    ResponseEntity<byte[]> bring(
            HttpServletRequest request,
            Actor actor,
            @RequestParam Optional<MultipartFile> file,
            @RequestParam(defaultValue = "") char[] password,
            @RequestParam(defaultValue = "") char[] pin,
            @RequestParam(defaultValue = "") char[] again,
            @RequestParam(defaultValue = "") String back)
            throws IOException {
        Page page = pages.page(request, texts);
        List<Fault> faults = new ArrayList<>();
        if (file.isEmpty() || file.get().isEmpty()) {
            faults.add(new Fault("file", page.say("file.missing")));
        }
        if (!Arrays.equals(pin, again)) {
            faults.add(new Fault("again", page.say("again.differs")));
        }
        return faults.isEmpty()
                ? answer(
                        request,
                        actor,
                        bring.run(actor, file.orElseThrow().getBytes(), password, pin),
                        "brought",
                        back,
                        "bring")
                : wrong(request, actor, faults, back, "bring");
    }

    @PostMapping(HERE + "/remote")
    ResponseEntity<byte[]> remote(
            HttpServletRequest request,
            Actor actor,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(defaultValue = "") String back) {
        return answer(request, actor, use.run(actor, credential), "named", back, "remote");
    }

    @PostMapping(HERE + "/revoke")
    ResponseEntity<byte[]> revoke(
            HttpServletRequest request,
            Actor actor,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String ground) {
        return answer(request, actor, revoke.run(actor, key, ground), "revoked", "", "revoke");
    }

    private ResponseEntity<byte[]> answer(
            HttpServletRequest request, Actor actor, Outcome<?> outcome, String done, String back, String form) {
        return switch (outcome) {
            case Outcome.Done<?> _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, HERE + "?done=" + done + and(back))
                        .build();
            case Outcome.Refused<?>(var reasons) ->
                shown(
                        KeyWords.status(reasons),
                        request,
                        actor,
                        "",
                        back,
                        KeyWords.faults(pages.page(request, texts), reasons),
                        form);
        };
    }

    private static String and(String back) {
        return KeyWords.local(back).isEmpty() ? "" : "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    private ResponseEntity<byte[]> wrong(
            HttpServletRequest request, Actor actor, List<Fault> faults, String back, String form) {
        return shown(HttpStatus.UNPROCESSABLE_CONTENT, request, actor, "", back, faults, form);
    }

    private ResponseEntity<byte[]> shown(
            HttpStatus status,
            HttpServletRequest request,
            Actor actor,
            String done,
            String back,
            List<Fault> faults,
            String form) {
        Page page = pages.page(request, texts)
                .at(HERE + (and(back).isEmpty() ? "" : "?" + and(back).substring(1)));
        Optional<Holding> at = holders.of(actor);
        ZoneId zone = at.map(holding -> holding.place().zone()).orElseGet(ZoneId::systemDefault);
        Optional<PersonalKey> key = keys.newest(actor.id());
        String state = key.map(held -> KeyWords.state(held, clock.instant())).orElse("none");
        Map<String, Object> values = new HashMap<>();
        values.put("done", List.of("made", "brought", "named", "revoked").contains(done) ? done : "");
        values.put("back", KeyWords.local(back));
        values.put("faults", faults);
        values.put("form", form);
        values.put("state", state);
        values.put("tone", state.equals("none") ? Tone.CALM : KeyWords.tone(state));
        values.put("rows", key.map(held -> rows(page, held, zone)).orElse(List.of()));
        values.put(
                "revocable",
                key.filter(held -> !held.revoked())
                        .map(held -> held.id().toString())
                        .orElse(""));
        values.put("signs", at.map(Holding::signs).orElse(false));
        values.put("strong", actor.strong());
        values.put("demo", institutions.demo());
        values.put("service", remote.host().orElse(""));
        values.put(
                "credential",
                Optional.ofNullable(request.getParameter("credential")).orElse(""));
        return pages.show(status, "signing/key.jte", page, values);
    }

    private static List<Row> rows(Page page, PersonalKey key, ZoneId zone) {
        List<Row> rows = new ArrayList<>(List.of(
                new Row(page.say("name"), key.name()),
                new Row(
                        page.say("valid"),
                        page.say(
                                "valid.days",
                                KeyWords.day(page, key.notBefore(), zone),
                                KeyWords.day(page, key.notAfter(), zone))),
                new Row(page.say("from"), page.say(key.demo() ? "from.demo" : "from.authority"))));
        key.service().ifPresent(at -> rows.add(new Row(page.say("lives"), page.say("lives.service", at.getHost()))));
        return rows;
    }
}
