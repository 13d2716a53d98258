package org.matricula.registry.signing.web;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.matricula.registry.directory.Account;
import org.matricula.registry.directory.Accounts;
import org.matricula.registry.directory.Institution;
import org.matricula.registry.directory.Post;
import org.matricula.registry.directory.Posts;
import org.matricula.registry.directory.StartNotices;
import org.matricula.registry.flow.Actor;
import org.matricula.registry.flow.Moment;
import org.matricula.registry.flow.Role;
import org.matricula.registry.page.Language;
import org.matricula.registry.page.Notice;
import org.matricula.registry.page.Texts;
import org.matricula.registry.page.Tone;
import org.matricula.registry.signing.Ending;
import org.matricula.registry.signing.InstitutionSeals;
import org.matricula.registry.signing.PersonalKeys;
import org.matricula.registry.signing.PersonalKeys.PersonalKey;
import org.matricula.verifier.record.RecordContent.Issuer;
import org.springframework.stereotype.Component;

/// Warns where the work begins: people of their own key, the administrator of the seal and, by number, of everybody's.
@Component
final class CertificateNotices implements StartNotices {
    private final Posts posts;
    private final Accounts accounts;
    private final InstitutionSeals seals;
    private final PersonalKeys keys;
    private final InstantSource clock;
    private final Texts texts = Texts.load("certificates");

    CertificateNotices(Posts posts, Accounts accounts, InstitutionSeals seals, PersonalKeys keys, InstantSource clock) {
        this.posts = posts;
        this.accounts = accounts;
        this.seals = seals;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<Notice> of(Actor actor, Language language) {
        List<Notice> notices = new ArrayList<>();
        List<Post> held = posts.of(actor);
        held.stream()
                .filter(post -> post.has(Role.SUBJECT_TEACHER, Role.HOMEROOM_TEACHER, Role.PRINCIPAL))
                .findFirst()
                .flatMap(post -> own(actor, now(post.institution()), language))
                .ifPresent(notices::add);
        held.stream()
                .filter(post -> post.has(Role.ADMINISTRATOR))
                .map(Post::institution)
                .forEach(institution -> {
                    seal(institution, now(institution), language).ifPresent(notices::add);
                    people(institution, now(institution), language).ifPresent(notices::add);
                });
        return notices;
    }

    private Moment now(Institution institution) {
        return new Moment(clock.instant(), institution.zone());
    }

    private Optional<Notice> own(Actor actor, Moment now, Language language) {
        return keys.newest(actor.id())
                .filter(key -> !key.revoked())
                .filter(key -> Ending.of(key.notAfter(), now).warns())
                .map(key -> {
                    Ending ending = Ending.of(key.notAfter(), now);
                    String words = texts.get(
                            language,
                            ending == Ending.EXPIRED ? "notice.own.over" : "notice.own.soon",
                            day(key.notAfter(), now.zone(), language));
                    return new Notice(tone(ending), words, "/account/key", texts.get(language, "notice.key"));
                });
    }

    /// Of the certificate that seals now: one that another has taken the place of may end unnoticed.
    private Optional<Notice> seal(Institution at, Moment now, Language language) {
        Optional<X509Certificate> seal = seals.present(at.id(), new Issuer(at.code(), at.name()), now);
        if (seal.isEmpty()) {
            return Optional.of(notice(at, Tone.BAD, texts.get(language, "notice.none", at.name()), language));
        }
        Instant end = seal.get().getNotAfter().toInstant();
        Ending ending = Ending.of(end, now);
        return ending.warns()
                ? Optional.of(notice(
                        at,
                        tone(ending),
                        texts.get(language, "notice.soon", at.name(), day(end, now.zone(), language)),
                        language))
                : Optional.empty();
    }

    private Optional<Notice> people(Institution at, Moment now, Language language) {
        List<Account> open = accounts.at(at.id()).stream()
                .filter(account -> !account.closed())
                .toList();
        List<PersonalKey> all = keys.of(open.stream().map(Account::id).toList());
        long ending = open.stream()
                .flatMap(account -> all.stream().filter(key -> key.account().equals(account.id())).findFirst().stream())
                .filter(key -> !key.revoked() && Ending.of(key.notAfter(), now).warns())
                .count();
        return ending == 0
                ? Optional.empty()
                : Optional.of(notice(at, Tone.WARN, texts.get(language, "notice.people", ending), language));
    }

    private Notice notice(Institution at, Tone tone, String words, Language language) {
        return new Notice(tone, words, CertificatePages.HERE + "?at=" + at.id(), texts.get(language, "notice.look"));
    }

    private static Tone tone(Ending ending) {
        return ending == Ending.EXPIRED || ending == Ending.WEEK ? Tone.BAD : Tone.WARN;
    }

    private static String day(Instant at, ZoneId zone, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(at.atZone(zone));
    }
}
