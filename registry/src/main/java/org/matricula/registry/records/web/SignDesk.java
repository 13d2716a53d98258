package org.matricula.registry.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Office;
import org.matricula.registry.flow.Outcome;
import org.matricula.registry.flow.Place;
import org.matricula.registry.flow.Refusal;
import org.matricula.registry.gradebook.ClassRoom;
import org.matricula.registry.gradebook.Gradebook;
import org.matricula.registry.gradebook.spi.ClassInfo;
import org.matricula.registry.page.Page;
import org.matricula.registry.page.Pages;
import org.matricula.registry.page.Parts.Fault;
import org.matricula.registry.page.Texts;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.PersonalKey;
import org.matricula.registry.signing.PersonalKeys.Unlocking;
import org.matricula.verifier.signature.Signer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/// What every page and program that signs has in common: the class, the PIN, the key unlocked for one act.
@Component
final class SignDesk {
    private final Pages pages;
    private final Texts texts = Texts.load("records-sign");
    private final Office office;
    private final Gradebook gradebook;
    private final PersonalKeys keys;

    SignDesk(Pages pages, Office office, Gradebook gradebook, PersonalKeys keys) {
        this.pages = pages;
        this.office = office;
        this.gradebook = gradebook;
        this.keys = keys;
    }

    /// What came of a PIN and an act.
    sealed interface Came {
        /// The work goes on by itself.
        record Begun(UUID work) implements Came {}

        /// The act was refused.
        record Refused(List<Refusal> reasons) implements Came {}

        /// The PIN is asked for again.
        sealed interface Again extends Came {}

        /// None was typed.
        record NoPin() implements Again {}

        /// The key stayed locked.
        record StayedLocked(Unlocking why) implements Again {}
    }

    Page page(HttpServletRequest request) {
        return pages.page(request, texts);
    }

    Pages pages() {
        return pages;
    }

    Optional<ClassRoom> find(UUID id) {
        return gradebook.find(id);
    }

    ClassRoom room(UUID id) {
        return find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    Place place(ClassRoom room) {
        return gradebook.place(room);
    }

    SignWords words(Page page, ClassRoom room) {
        return SignWords.of(page, room, gradebook.place(room).zone());
    }

    /// What stands before the PIN, the first that is not as it must be.
    ///
    /// @return `other` (not assigned to sign), `named` (the records name somebody else), `nothing`, `strong` (no
    ///     second factor shown), `key` (none that signs now) or `pin`
    String gate(Class<?> act, Actor actor, Place place, String named, int ready) {
        if (!office.may(act, actor, place)) {
            return "other";
        }
        if (!named.equals(actor.name())) {
            return "named";
        }
        if (ready == 0) {
            return "nothing";
        }
        if (!actor.strong()) {
            return "strong";
        }
        Instant now = office.now(place).at();
        return keys.newest(actor.id())
                        .filter((PersonalKey key) -> key.usable(now))
                        .isPresent()
                ? "pin"
                : "key";
    }

    /// What the records of a class say of it today: who is named in them.
    ClassInfo info(ClassRoom room) {
        return gradebook.info(room, office.now(gradebook.place(room)).date());
    }

    /// Unlocks the key of the person and signs with it. Who may not sign is told so before the PIN is tried: a try is
    /// counted only when it was one.
    ///
    /// @param named whom the records name as the one who signs
    Came sign(Class<?> act, Actor actor, Place place, String named, char[] pin, Function<Signer, Outcome<UUID>> flow) {
        if (!office.may(act, actor, place) || !actor.strong() || !named.equals(actor.name())) {
            return came(flow.apply(new Locked()));
        }
        if (pin.length == 0) {
            return new Came.NoPin();
        }
        return switch (keys.unlock(actor.id(), pin, office.now(place).at())) {
            case Unlocking.Unlocked(var signer) -> came(flow.apply(signer));
            case Unlocking.NoKey none -> new Came.StayedLocked(none);
            case Unlocking.WrongPin wrong -> new Came.StayedLocked(wrong);
            case Unlocking.Resting resting -> new Came.StayedLocked(resting);
        };
    }

    private static Came came(Outcome<UUID> outcome) {
        return switch (outcome) {
            case Outcome.Done<UUID>(var work) -> new Came.Begun(work);
            case Outcome.Refused<UUID>(var reasons) -> new Came.Refused(reasons);
        };
    }

    /// What is wrong with the PIN, for the form in which it was typed.
    List<Fault> faults(HttpServletRequest request, ClassRoom room, Came.Again again) {
        return List.of(new Fault("pin", said(words(page(request), room), again)));
    }

    /// Why the PIN is asked for again, in words.
    String said(SignWords words, Came.Again again) {
        Page page = words.page();
        return switch (again) {
            case Came.NoPin _ -> page.say("pin.missing");
            case Came.StayedLocked(Unlocking.WrongPin(int left)) ->
                left == 0 ? page.say("pin.rests") : page.say("pin.wrong", String.valueOf(left));
            case Came.StayedLocked(Unlocking.Resting(var until)) -> page.say("pin.resting", words.clock(until));
            case Came.StayedLocked(Unlocking.NoKey _), Came.StayedLocked(Unlocking.Unlocked _) -> page.say("key.text");
        };
    }

    static HttpStatus status(Came.Again again) {
        return again instanceof Came.StayedLocked(Unlocking.Resting _)
                ? HttpStatus.TOO_MANY_REQUESTS
                : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    static ResponseEntity<byte[]> to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    static String with(String address, String back) {
        return address + "?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    }

    /// Stands in for the key where the act is refused, and journalled as refused, before any key is touched.
    private static final class Locked implements Signer {
        @Override
        public X509Certificate certificate() {
            throw locked();
        }

        @Override
        public List<X509Certificate> chain() {
            throw locked();
        }

        @Override
        public Algorithm algorithm() {
            throw locked();
        }

        @Override
        public List<byte[]> sign(List<byte[]> digests) {
            throw locked();
        }

        private static IllegalStateException locked() {
            return new IllegalStateException("the act was allowed after it was found that it is not");
        }
    }
}
